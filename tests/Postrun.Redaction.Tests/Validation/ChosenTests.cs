using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class ChosenTests
{
    [Theory]
    [InlineData("os.environ")]
    [InlineData("config.ldap.bind")]
    [InlineData("ldap_password")]
    [InlineData("getpass")]
    [InlineData("undefined")]
    public void Code_is_no_password(string value) => Judge(value).ShouldBe(Verdict.Rejected);

    [Theory]
    [InlineData("correcthorse")]
    [InlineData("Pass.word1")]
    [InlineData("s3cret-token")]
    public void What_somebody_chose_is_one(string value) => Judge(value).ShouldBe(Verdict.Plausible);

    private static Verdict Judge(string value) => Chosen.Judge(Encoding.ASCII.GetBytes(value));
}
