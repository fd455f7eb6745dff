using System.Text;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning.Tests;

/// <summary>What becomes of findings, and that whatever goes wrong fails.</summary>
public sealed class FindingPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    private static RunDescriptor Descriptor(string redaction = "{}") => DescriptorReader.Read(
        Encoding.UTF8.GetBytes($$"""
        apiVersion: postrun.dev/v1
        run: { id: test, outcome: passed }
        workspace: { roots: [./work], evidence: ["/reports/**"] }
        redaction: {{redaction}}
        """), "postrun.yaml", UnixPath.Of("/project"), DescriptorSamples.Environment, DescriptorSamples.KnownCaches).Descriptor!;

    private static FindingPolicy Policy(string? rego = null, string redaction = "{}") => FindingPolicy.Load(
        rego is null ? null : RegoBundle.Of("bundle", [new("policy.rego", Encoding.UTF8.GetBytes(rego))]), Descriptor(redaction), Now);

    private static FindingDecision Decide(FindingPolicy policy, FindingPlace place, FindingSeverity severity = FindingSeverity.High, bool hasChecksum = false, string path = "logs/a.log") =>
        policy.Decide(new("github-personal-access-token", true, severity, hasChecksum, place, UnixPath.Of(path)));

    [Theory]
    [InlineData(FindingPlace.Log, FindingSeverity.Critical, FindingAction.Redact)]
    [InlineData(FindingPlace.File, FindingSeverity.High, FindingAction.Redact)]
    [InlineData(FindingPlace.File, FindingSeverity.Medium, FindingAction.Report)]
    [InlineData(FindingPlace.Package, FindingSeverity.High, FindingAction.Fail)]
    [InlineData(FindingPlace.Evidence, FindingSeverity.Critical, FindingAction.Fail)]
    [InlineData(FindingPlace.Evidence, FindingSeverity.Low, FindingAction.Report)]
    public void The_built_in_policy_goes_by_place_and_severity(FindingPlace place, FindingSeverity severity, FindingAction action)
    {
        var decision = Decide(Policy(), place, severity);
        decision.Action.ShouldBe(action);
        decision.Original.ShouldBe(action == FindingAction.Redact ? OriginalText.Replace : OriginalText.Leave);
        decision.Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_settings_of_the_descriptor_count()
    {
        var policy = Policy(redaction: """{ failAt: high, allow: [{ rule: github-personal-access-token, path: "docs/**", reason: an example }] }""");
        Decide(policy, FindingPlace.Log).Action.ShouldBe(FindingAction.Fail);
        Decide(policy, FindingPlace.Log, FindingSeverity.Medium, hasChecksum: true).Action.ShouldBe(FindingAction.Redact);
        var allowed = Decide(policy, FindingPlace.Evidence, path: "docs/a/b.md");
        (allowed.Action, allowed.Reasons[0].Rule).ShouldBe((FindingAction.Report, "redaction.allowed"));
        allowed.Reasons[0].Fact.ShouldContain("an example");
    }

    [Fact]
    public void A_bundle_lays_its_decision_over_it()
    {
        var policy = Policy("""
            package postrun.custom.redaction

            decision := {"action": "report", "original": "leave", "reasons": [{"rule": "site.own", "fact": "is known"}]} if startswith(input.path, "known/")
            """);
        Decide(policy, FindingPlace.Log, path: "known/a").Action.ShouldBe(FindingAction.Report);
        Decide(policy, FindingPlace.Log, path: "other/a").Action.ShouldBe(FindingAction.Redact);
        policy.Identity.Name.ShouldBe("bundle");
    }

    [Theory]
    [InlineData("decision := {\"action\": \"shred\"}")]
    [InlineData("decision := {\"reasons\": []}")]
    [InlineData("decision := {\"why\": 1}")]
    [InlineData("decision := 7")]
    [InlineData("decision := {\"action\": x} if some x in [1]")]
    [InlineData("decision := {\"action\": sprintf(\"%d\", [1 / (count(input.path) - count(input.path))])}")]
    public void What_is_no_decision_fails(string rule)
    {
        var decision = Decide(Policy("package postrun.custom.redaction\n\n" + rule), FindingPlace.Log);
        (decision.Action, decision.Original).ShouldBe((FindingAction.Fail, OriginalText.Leave));
        decision.Reasons[0].Rule.ShouldBe("policy.error");
    }

    [Fact]
    public void A_policy_that_does_not_look_at_paths_is_asked_once()
    {
        var policy = Policy("""
            package postrun.redaction

            decision := {"action": "redact", "original": "replace", "reasons": [{"rule": "r", "fact": sprintf("%v", [input.place])}]}
            """);
        Decide(policy, FindingPlace.Log, path: "a").ShouldBeSameAs(Decide(policy, FindingPlace.Log, path: "b"));
        Decide(policy, FindingPlace.File, path: "a").ShouldNotBeSameAs(Decide(policy, FindingPlace.Log, path: "a"));
    }
}
