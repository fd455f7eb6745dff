using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class ScrambledTests
{
    [Theory]
    [InlineData("zendeskTokenFromTheSettings")]
    [InlineData("averylongnameofsomething")]
    [InlineData("AVERYLONGNAMEOFSOMETHING")]
    public void Words_written_together_are_no_value(string value) => Judge(value).ShouldBe(Verdict.Rejected);

    [Fact]
    public void What_was_drawn_is_taken_for_words_about_once_in_a_thousand_draws()
    {
        const int Draws = 20_000;
        Enumerable.Range(0, Draws).Count(static seed => Judge(new Dice(seed).Of(Dice.Base62, 20)) == Verdict.Rejected)
            .ShouldBeInRange(1, Draws / 500);
    }

    private static Verdict Judge(string value) => Scrambled.Judge(Encoding.ASCII.GetBytes(value));
}
