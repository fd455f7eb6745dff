using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Secrets;

/// <summary>How far a password reaches.</summary>
public sealed class PasswordTextTests
{
    [Theory]
    [InlineData("hunter22,x9!")]
    [InlineData("hunter22;x9!")]
    [InlineData("hunter22&x9(y)z")]
    [InlineData("hunter22, x9; (y) & z!")]
    [InlineData("Tr0ub4dor & 3 = xkcd")]
    public void All_between_quotation_marks_is_it(string password)
    {
        foreach (var line in new[] { "password=\"{0}\"", "{{\"password\": \"{0}\", \"user\": \"bot\"}}", "db.password: '{0}'  # of the run", "{{\\\"password\\\":\\\"{0}\\\"}}" })
            EscapesTests.Found(string.Format(null, line, password)).ShouldBe([password], line);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(4000)]
    public void A_long_one_is_found_whole(int length)
    {
        var password = new Dice(length).Of(Dice.Base62 + "!*", length);
        foreach (var line in new[] { "password={0}", "password: '{0}'", "\"password\": \"{0}\"" })
            EscapesTests.Found(string.Format(null, line, password)).ShouldBe([password], line);
    }

    [Theory]
    [InlineData("\"password\": \"Must be at least 8 characters long.\"")]
    [InlineData("password: 'Enter your password, please'")]
    [InlineData("passwd: \"user 1000 not found in /etc/passwd (3 tries)\"")]
    public void A_sentence_is_none(string line) => EscapesTests.Found(line).ShouldBeEmpty();

    [Fact]
    public void A_telephone_number_at_most_is_not_what_a_password_is_called() =>
        BuiltInRules.All.Where(static rule => rule.Kind == RuleKind.PersonalData && rule.Severity < Severity.High)
            .ShouldAllBe(static rule => RuleSet.Specificity(rule) < RuleSet.Specificity(BuiltInRules.All.Single(static password => password.Id == "generic-password")));
}
