using Postrun.Redaction.Forms;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.UserRules;

public sealed class AllowanceTests
{
    private const string Line = "x acme_0123456789abcdef y";

    [Theory]
    [InlineData("paths: [docs/**]", "docs/a/b.md", true)]
    [InlineData("paths: [docs/**]", "./docs/a/b.md", true)]
    [InlineData("paths: [docs/]", "src/docs/a/b.md", true)]
    [InlineData("paths: [docs/]", "docs", false)]
    [InlineData("paths: [/docs/**]", "src/docs/b.md", false)]
    [InlineData("paths: ['*.md']", "docs/b.md", true)]
    [InlineData("paths: ['docs/*.md']", "docs/a/b.md", false)]
    [InlineData("paths: ['docs/**/b.md']", "docs/b.md", true)]
    [InlineData("paths: ['docs/?.md']", "docs/bb.md", false)]
    [InlineData("paths: ['a+b.md']", "aab.md", false)]
    [InlineData("paths: [other.md, b.md]", "b.md", true)]
    [InlineData("patterns: ['^acme_0123']", "b.md", true)]
    [InlineData("patterns: ['^0123']", "b.md", false)]
    [InlineData("stopwords: [ACME_0]", "b.md", true)]
    [InlineData("stopwords: [example]", "b.md", false)]
    [InlineData("stopwords: [acme], paths: [docs/]", "b.md", false)]
    [InlineData("stopwords: [acme], paths: [docs/]", "docs/b.md", true)]
    [InlineData("stopwords: [acme], patterns: ['9999']", "b.md", false)]
    [InlineData("stopwords: [acme], rules: [acme-token]", "b.md", true)]
    [InlineData("stopwords: [acme], rules: [service]", "b.md", true)]
    [InlineData("stopwords: [acme], rules: [github-personal-access-token]", "b.md", false)]
    [InlineData("stopwords: [acme], rules: [personal-united-kingdom]", "b.md", false)]
    public void A_finding_is_allowed_where_one_condition_of_each_kind_holds(string conditions, string path, bool allowed)
    {
        var selection = Files.Select(Files.Rule, $"allow: [{{ reason: r, {conditions} }}]");
        Files.Find(selection.For(path).Rules, Line).Any().ShouldBe(!allowed);
    }

    [Fact]
    public void What_is_allowed_of_one_rule_is_found_of_others()
    {
        var token = "ghp_" + new Dice(1).Of(Dice.Base62, 36);
        var selection = Files.Select(Files.Rule, "allow: [{ reason: r, rules: [acme-token], paths: [docs/] }]");
        Files.Find(selection.For("docs/x").Rules, $"{Line} {token}").ShouldBe([token]);
    }

    [Fact]
    public void A_fingerprint_allows_one_value_under_its_key()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];
        var fingerprint = Fingerprint.Of("acme_0123456789abcdef"u8, key);
        var selection = Files.Select(Files.Rule, $"allow: [{{ reason: r, fingerprints: ['{fingerprint.ToUpperInvariant()}'] }}]");
        selection.NamesFingerprints.ShouldBeTrue();
        Files.Find(selection.With(key).For("x").Rules, Line + " acme_fedcba9876543210").ShouldBe(["acme_fedcba9876543210"]);
        Files.Find(selection.For("x").Rules, Line).ShouldNotBeEmpty("without a key no fingerprint can be told");
        var rule = selection.Rules.Single(static rule => rule.Id == "acme-token");
        selection.Allows("x", new(rule, Confidence.Shape, 0, 20, 1, fingerprint, Redacted: true)).ShouldBeTrue();
        selection.Allows("x", new(rule, Confidence.Shape, 0, 20, 1, "0123456789abcdef", Redacted: true)).ShouldBeFalse();
    }

    [Fact]
    public void Files_with_the_same_allowances_share_one_set()
    {
        var selection = Files.Select(Files.Rule, "allow: [{ reason: r, paths: [docs/] }]");
        selection.For("a/b").ShouldBeSameAs(selection.For("c"));
        selection.For("docs/b").ShouldNotBeSameAs(selection.For("c"));
    }

    /// <summary>What leads to a rule is the same with an allowance around it.</summary>
    [Fact]
    public void A_rule_with_an_allowance_is_led_to_as_without()
    {
        var selection = Files.Select("allow: [{ reason: r, stopwords: [neverthere] }]");
        foreach (var (plain, allowed) in BuiltInRules.All.Zip(selection.For("x").Rules))
        {
            allowed.Id.ShouldBe(plain.Id);
            (allowed.Detector.IgnoreCase, allowed.Detector.Shape).ShouldBe((plain.Detector.IgnoreCase, plain.Detector.Shape));
            allowed.Detector.Literals.ShouldBe(plain.Detector.Literals);
            allowed.Detector.Literals.Select(allowed.Detector.PlaceOf).ShouldBe(plain.Detector.Literals.Select(plain.Detector.PlaceOf));
        }
    }
}
