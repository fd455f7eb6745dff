using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;
using System.Text;

namespace Postrun.Redaction.Tests.Rules;

/// <summary>A prefix of an issuer says that the rest was drawn, whatever it happens to spell.</summary>
public sealed class PlaceholderTokensTests
{
    [Theory]
    [InlineData("glpat-{0}-here{1}")]
    [InlineData("glpat-your-{0}{1}")]
    [InlineData("glpat-{0}xxxxx{1}")]
    [InlineData("hf_{0}{0}{1}xxxxx{1}")]
    [InlineData("AKIAQ2XXXXX5{2}")]
    public void A_token_that_holds_a_word_by_chance_is_one(string form)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var dice = new Dice(seed);
            var token = string.Format(null, form, dice.Of(Dice.Base62, 7) + "4Z", dice.Of(Dice.Base62, 4) + "7q", dice.Of(Dice.Base32, 8));
            token = token.StartsWith("glpat-", StringComparison.Ordinal) ? token[..26].PadRight(26, '8') : token.StartsWith("hf_", StringComparison.Ordinal) ? "hf_" + dice.Of(Dice.Upper + Dice.Lower, 10) + "xxxxx" + dice.Of(Dice.Upper + Dice.Lower, 19) : token;
            Found(token).ShouldBeTrue(token);
        }
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIAXXXXXXXXXXXXXXXX")]
    [InlineData("glpat-your-access-token-here")]
    [InlineData("glpat-xxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp_000000000000000000000000000000000000")]
    [InlineData("ghp_YOUR_TOKEN_HERE")]
    [InlineData("sk-ant-api03-your-api-key-here")]
    public void Words_and_what_is_crossed_out_are_none(string token) => Found(token).ShouldBeFalse();

    private static bool Found(string token) => ReferenceScanner.Scan(Encoding.ASCII.GetBytes($"uses '{token}'"), BuiltInRules.All).Count > 0;
}
