using CsCheck;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Forms;

namespace Postrun.Redaction.Tests.UserRules;

public sealed class RuleFilesTests
{
    [Fact]
    public void A_rule_is_read_with_all_that_it_says()
    {
        var rule = Files.Own("""
            rules:
              - id: acme-token
                name: ACME deployment token
                reference: https://acme.example/tokens
                severity: critical
                category: personal-brazil
                literals: [acme_, ACME-]
                ignore_case: true
                pattern: 'acme[_-](?<secret>[0-9a-z]{8,32})'
                min_entropy: 2.5
                samples:
                  match: ['ACME_0123456789abcdef', 'token=acme-fedcba9876543210']
                  no_match: ['acme_00000000', 'acme tool']
            """);
        rule.Id.ShouldBe("acme-token");
        rule.Name.ShouldBe("ACME deployment token");
        rule.Reference.ShouldBe("https://acme.example/tokens");
        rule.Severity.ShouldBe(Severity.Critical);
        rule.Category.ShouldBe(RuleCategory.PersonalBrazil);
        rule.Kind.ShouldBe(RuleKind.PersonalData);
        rule.Detector.Literals.ShouldBe(["acme_", "ACME-"]);
        Files.Find(rule, "x=Acme_0123456789abcdef;").ShouldBe(["0123456789abcdef"]);
    }

    [Fact]
    public void What_may_be_left_out_has_defaults()
    {
        var rule = Files.Own(Files.With("acme_[0-9a-z]{8,32}"));
        rule.Reference.ShouldBeEmpty();
        rule.Category.ShouldBe(RuleCategory.Generic);
        rule.Detector.IgnoreCase.ShouldBeFalse();
    }

    [Fact]
    public void All_errors_of_all_files_are_named_at_once_with_their_places()
    {
        var result = Files.Read("""
            rules:
              - id: Acme
                severity: hihg
                pattern: '(acme_['
            allow:
              - paths: [a/**]
            """, """
            disable: [github-personal-acces-token]
            form: {}
            """);
        result.Selection.ShouldBeNull();
        result.Errors.Select(static error => $"{error.File}:{error.Line}:{error.Column}").ShouldBe(
            ["rules.yaml:2:5", "rules.yaml:2:9", "rules.yaml:3:15", "rules.yaml:4:14", "rules.yaml:6:5", "rules1.yaml:1:11", "rules1.yaml:2:1"]);
        var text = string.Join('\n', result.Errors);
        text.ShouldContain("did you mean 'high'?");
        text.ShouldContain("did you mean 'github-personal-access-token'?");
        text.ShouldContain("did you mean 'forms'?");
        text.ShouldContain("has no 'reason'");
    }

    [Theory]
    [InlineData("[]", 1, "must be a mapping")]
    [InlineData("rules: {}", 1, "must be a list")]
    [InlineData("# nothing", 1, "holds no YAML")]
    [InlineData("rules: [", 2, "not valid YAML")]
    [InlineData("rules: &a []", 1, "anchor")]
    [InlineData("rules: []\nrules: []", 2, "stands twice")]
    [InlineData("rules: []\n---\nrules: []", 2, "second YAML document")]
    [InlineData("forms: { generic: labell }", 1, "did you mean 'label'?")]
    [InlineData("forms: { nobody: label }", 1, "neither a rule nor a category")]
    [InlineData("allow: [{ reason: r }]", 1, "would allow everything")]
    [InlineData("allow: [{ reason: r, rules: [generic] }]", 1, "would allow everything")]
    [InlineData("allow: [{ reason: r, paths: [] }]", 1, "is empty")]
    [InlineData("allow: [{ reason: r, paths: ['**/*'] }]", 1, "matches every file")]
    [InlineData("allow: [{ reason: r, fingerprints: [abc] }]", 1, "16 hexadecimal digits")]
    [InlineData("allow: [{ reason: r, patterns: ['x*'] }]", 1, "every value")]
    [InlineData("allow: [{ reason: r, stopwords: [ab] }]", 1, "at least 3")]
    public void A_file_that_cannot_be_right_is_refused(string yaml, int line, string message)
    {
        var error = Files.Read(yaml).Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(line);
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("acme_[a-z]{4}", "literals: [ac]", "3 to 64")]
    [InlineData("acme_[a-z]{4}", "literals: [ação]", "3 to 64")]
    [InlineData("acme_[a-z]{4}", "literals: []", "is empty")]
    [InlineData("acme_[a-z]{4}", "min_entropy: 9", "from 0 to 8")]
    [InlineData("acme_[a-z]{4}", "min_entropy: -1", "from 0 to 8")]
    [InlineData("acme_[a-z]{4}", "ignore_case: yes", "true or false")]
    [InlineData("acme_[a-z]{4}", "reference: http://acme.example", "https address")]
    [InlineData("acme_[a-z]{4}", "category: clouds", "did you mean 'cloud'?")]
    [InlineData("acme_[a-z]{4}", "patern: x", "did you mean 'pattern'?")]
    [InlineData("acme_[a-z]{4}", "samples: { match: ['acme-abcd'] }", "finds nothing")]
    [InlineData("acme_[a-z]{4}", "samples: { no_match: ['acme_abcd'] }", "finds something")]
    [InlineData("acme_[a-z]{4}", "samples: { mach: [] }", "did you mean 'match'?")]
    [InlineData("[a-z]{4}", "name_: x", "not known")]
    public void A_rule_that_cannot_be_right_is_refused(string pattern, string line, string message) =>
        Files.Read(Files.With(pattern, line)).Errors.ShouldContain(error => error.Message.Contains(message, StringComparison.Ordinal), line);

    [Fact]
    public void An_error_tells_nothing_of_samples_and_fingerprints()
    {
        var result = Files.Read(Files.With("acme_[a-z]{4}", "samples: { match: [hunter2hunter2] }"), "allow: [{ reason: r, fingerprints: [hunter2hunter2] }]");
        result.Errors.Count.ShouldBe(2);
        string.Join('\n', result.Errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public void An_id_is_taken_once_across_files_and_the_executable()
    {
        Files.Read(Files.Rule, Files.Rule).Errors.ShouldHaveSingleItem().ToString().ShouldStartWith("rules1.yaml:2:9: there is a rule 'acme-token' already");
        Files.Read(Files.Rule.Replace("acme-token", "github-personal-access-token", StringComparison.Ordinal)).Errors.ShouldHaveSingleItem().Message.ShouldContain("'disable'");
        Files.Read(Files.Rule.Replace("acme-token", "generic", StringComparison.Ordinal)).Errors.ShouldHaveSingleItem().Message.ShouldContain("no name of a category");
    }

    [Fact]
    public void Rules_and_categories_can_be_disabled()
    {
        var without = Files.Select(Files.Rule, "disable: [source-control, acme-token]").Rules;
        without.ShouldAllBe(static rule => rule.Category != RuleCategory.SourceControl && rule.Id != "acme-token");
        BuiltInRules.All.ShouldContain(static rule => rule.Category == RuleCategory.SourceControl);
    }

    [Fact]
    public void A_form_of_a_rule_goes_before_that_of_its_category()
    {
        var selection = Files.Select(Files.Rule, "forms: { acme-token: format-preserving, service: last4 }");
        selection.FormOf(selection.Rules.Single(static rule => rule.Id == "acme-token")).ShouldBe(RedactionForm.FormatPreserving);
        selection.FormOf(BuiltInRules.All[0]).ShouldBeNull();
    }

    [Fact]
    public void A_file_may_name_the_rules_of_another_one() =>
        Files.Select("forms: { acme-token: mask }", Files.Rule).Rules.ShouldContain(static rule => rule.Id == "acme-token");

    [Fact]
    public void Whoever_names_a_refused_rule_is_not_wrong_as_well() =>
        Files.Read(Files.Rule.Replace("critical", "worst", StringComparison.Ordinal), "forms: { acme-token: mask }").Errors.ShouldHaveSingleItem().Message.ShouldContain("'worst'");

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        Postrun.Redaction.UserRules.RuleFiles.Read([new("r", new byte[] { 0xff, 0xfe })]).Errors.ShouldHaveSingleItem().ToString().ShouldBe("r:1:1: the file is not UTF-8 text: save it as UTF-8");
        Postrun.Redaction.UserRules.RuleFiles.Read([new("r", new byte[(1 << 20) + 1])]).Errors.ShouldHaveSingleItem().Message.ShouldContain("larger than 1 MiB");
    }

    /// <summary>Some bytes of a file that is right become others.</summary>
    [Fact]
    public void Whatever_the_bytes_are_they_are_read_or_refused()
    {
        var sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples/redaction/rules.yaml"));
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte).Array[0, 6].Sample(changes =>
        {
            var bytes = (byte[])sample.Clone();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            var result = Postrun.Redaction.UserRules.RuleFiles.Read([new("r", bytes)]);
            (result.Selection is null).ShouldBe(result.Errors.Count > 0);
        }, iter: 300);
    }
}
