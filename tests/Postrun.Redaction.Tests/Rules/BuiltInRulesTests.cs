using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Tests.Rules;

public sealed partial class BuiltInRulesTests
{
    [Fact]
    public void Ids_are_unique_and_written_alike()
    {
        BuiltInRules.All.Select(static rule => rule.Id).ShouldBeUnique();
        foreach (var rule in BuiltInRules.All)
            Id().IsMatch(rule.Id).ShouldBeTrue(rule.Id);
    }

    [Fact]
    public void Every_rule_says_where_its_form_is_described()
    {
        foreach (var rule in BuiltInRules.All)
            Uri.TryCreate(rule.Reference, UriKind.Absolute, out var address).ShouldBeTrue(rule.Id);
    }

    [Fact]
    public void Every_rule_is_led_to_by_literals_or_by_a_shape()
    {
        foreach (var rule in BuiltInRules.All)
        {
            (rule.Detector.Literals.Count > 0 || rule.Detector.Shape != Shape.None).ShouldBeTrue(rule.Id);
            rule.Detector.Literals.ShouldAllBe(static literal => literal.Length >= 3 && literal.All(char.IsAscii), rule.Id);
        }
    }

    /// <summary>What that engine takes, and it is linear in the text, neither looks around nor refers back.</summary>
    [Fact]
    public void Patterns_are_of_the_kind_that_matches_in_linear_time()
    {
        foreach (var rule in BuiltInRules.All)
            foreach (var pattern in PatternsOf(rule.Detector))
                Should.NotThrow(() => new Regex(pattern.ToString(), pattern.Options | RegexOptions.NonBacktracking), rule.Id);
    }

    private static Regex[] PatternsOf(Detector detector) => detector switch
    {
        TokenDetector token => [token.Pattern],
        AssignedDetector assigned => [assigned.Pattern],
        FollowingDetector following => [following.Context, following.Value],
        _ => [],
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
