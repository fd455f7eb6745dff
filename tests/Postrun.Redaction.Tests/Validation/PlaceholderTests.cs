using System.Text;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("YOUR_TOKEN_HERE")]
    [InlineData("your-api-key")]
    [InlineData("<password>")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("$PASSWORD")]
    [InlineData("$(cat /run/secret)")]
    [InlineData("{{ vault.password }}")]
    [InlineData("{password}")]
    [InlineData("%(password)s")]
    [InlineData("%PASSWORD%")]
    [InlineData("xxxxxxxxxx")]
    [InlineData("sk-xxxxxxxx1234")]
    [InlineData("********")]
    [InlineData("ab12...cd34")]
    [InlineData("changeme")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("[REDACTED:generic-password:0123456789abcdef]")]
    [InlineData("REPLACE_ME_WITH_A_KEY")]
    public void What_stands_in_the_place_of_a_secret_is_none(string value) => Placeholder.IsOne(Encoding.ASCII.GetBytes(value)).ShouldBeTrue();

    [Theory]
    [InlineData("Summer2019!")]
    [InlineData("12345678")]
    [InlineData("changeme2019")]
    [InlineData("pa$$w0rd")]
    public void What_a_person_chose_is_one(string value) => Placeholder.IsOne(Encoding.ASCII.GetBytes(value)).ShouldBeFalse();

    [Fact]
    public void What_was_drawn_is_one() => Enumerable.Range(0, 5000)
        .Count(static seed => Placeholder.IsOne(Encoding.ASCII.GetBytes(new Dice(seed).Of(Dice.Base62, 40)))).ShouldBeLessThan(3);
}
