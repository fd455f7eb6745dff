using System.Text;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class WordsTests
{
    [Theory]
    [InlineData("getPasswordFromEnvironment")]
    [InlineData("my-secret-token")]
    [InlineData("SERVICE_ACCOUNT_NAME")]
    [InlineData("credentials_provider")]
    [InlineData("production")]
    public void Names_are_words(string value) => Words.Share(Encoding.ASCII.GetBytes(value)).ShouldBeGreaterThan(0.8);

    [Fact]
    public void Of_random_texts_hardly_any_is_words()
    {
        var words = Enumerable.Range(0, 2000).Count(static seed =>
            Words.Share(Encoding.ASCII.GetBytes(new Dice(seed).Of(Dice.Base62, 20))) >= 0.8);
        words.ShouldBeLessThan(20);
    }

    [Fact]
    public void Nothing_is_no_word() => Words.Share([]).ShouldBe(0);
}
