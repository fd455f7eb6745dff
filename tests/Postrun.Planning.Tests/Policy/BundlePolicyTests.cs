using System.Text;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning.Tests;

/// <summary>What a bundle makes of the decisions, and what no bundle can.</summary>
public sealed class BundlePolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    private static readonly RunDescriptor Descriptor = DescriptorReader.Read(
        """
        apiVersion: postrun.dev/v1
        run: { id: test, outcome: passed, finishedAt: 2026-03-01T00:00:00Z }
        workspace:
          roots: [./work]
          package: ./work/package
          evidence: ["/reports/**"]
          intermediate: ["/checkpoints/**"]
        retention: { evidence: { code: RET-90 }, intermediate: { code: RET-7 } }
        evidence: { directory: ./evidence }
        """u8, "postrun.yaml", UnixPath.Of("/project"), DescriptorSamples.Environment, DescriptorSamples.KnownCaches).Descriptor!;

    private static RegoBundle Bundle(string rego, RegoVersion version = RegoVersion.Auto) => RegoBundle.Of("bundle", [new("policy.rego", Encoding.UTF8.GetBytes(rego))], version: version);

    private static RetentionPolicy Policy(string rego) => new(LoadedPolicy.Load(Bundle(rego), Descriptor, Now), Descriptor, Now);

    private static Decision Decide(IRetentionPolicy policy, string path, bool evidence = false, bool intermediate = false, bool package = false, long size = 1) => policy.Decide(new()
    {
        Root = UnixPath.Of("/project/work"),
        Origin = RootOrigin.Workspace,
        Path = Encoding.UTF8.GetBytes(path),
        Type = ItemType.RegularFile,
        Size = size,
        Evidence = evidence ? 0 : -1,
        Keep = -1,
        Intermediate = intermediate ? 0 : -1,
        Transient = -1,
        InPackage = package,
    });

    [Fact]
    public void A_custom_decision_changes_what_it_names_and_nothing_else()
    {
        var policy = Policy("""
            package postrun.custom.retention

            decision := {"treatment": "keep", "class": "INTERMEDIATE", "retention": "RET-7", "reasons": [{"rule": "site.large", "fact": "is larger than 1 GiB"}]} if {
              input.size > 1024 * 1024 * 1024
            }
            """);
        Decide(policy, "a.bin", size: 2L << 30).ShouldSatisfyAllConditions(
            d => d.Treatment.ShouldBe(Treatment.Keep),
            d => d.DeleteAfter.ShouldBe(new DateTimeOffset(2026, 3, 8, 0, 0, 0, TimeSpan.Zero)),
            d => d.Reasons.ShouldBe([new Reason("site.large", "is larger than 1 GiB")]));
        Decide(policy, "a.bin", size: 2).Treatment.ShouldBe(Treatment.Delete);
    }

    [Fact]
    public void A_package_of_the_built_in_name_takes_its_place() =>
        Decide(Policy("""
            package postrun.retention

            decision := {"class": "UNDECIDED", "treatment": "keep", "reasons": [{"rule": "site", "fact": "says nothing of anything"}]}
            """), "a").Reasons[0].Rule.ShouldBe("site");

    /// <summary>The policy in the words of those who asked for this program.</summary>
    private static readonly string FileSets = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "mission.rego"));

    [Theory]
    [InlineData(true, false, DataClass.Evidence, Treatment.Keep, "data.retention.keep")]
    [InlineData(false, true, DataClass.Intermediate, Treatment.Delete, "data.retention.delete_in_days")]
    [InlineData(false, false, DataClass.Transient, Treatment.Delete, "data.retention.delete_now")]
    public void Sets_of_files_decide(bool evidence, bool intermediate, DataClass dataClass, Treatment treatment, string rule) =>
        Decide(Policy(FileSets), "a/b", evidence, intermediate).ShouldSatisfyAllConditions(
            d => d.Class.ShouldBe(dataClass),
            d => d.Treatment.ShouldBe(treatment),
            d => d.Reasons[0].Rule.ShouldBe(rule));

    [Fact]
    public void What_no_set_names_is_undecided() =>
        Decide(Policy("package retention\n\nkeep[file] { input[file].class == \"EVIDENCE\" }\n"), "a").Class.ShouldBe(DataClass.Undecided);

    [Theory]
    [InlineData("decision := \"keep\"")]
    [InlineData("decision := false")]
    [InlineData("decision := {\"treatment\": \"burn\"}")]
    [InlineData("decision := {\"treatment\": 1}")]
    [InlineData("decision := {\"class\": \"EVIDENCE\"}")]
    [InlineData("decision := {\"retention\": null}")]
    [InlineData("decision := {\"retention\": \"HOLD\"}")]
    [InlineData("decision := {\"retention\": \"RET-x\"}")]
    [InlineData("decision := {\"reasons\": []}")]
    [InlineData("decision := {\"reasons\": [{\"rule\": \"r\"}]}")]
    [InlineData("decision := {\"conflict\": \"no\"}")]
    [InlineData("decision := {\"treatmnet\": \"keep\"}")]
    [InlineData("decision := {\"treatment\": \"keep\"} if input.size / 0 == 1")]
    [InlineData("decision := {\"treatment\": \"keep\"} if regex.match(\"[\", input.path)")]
    [InlineData("decision := {\"treatment\": t} if some t in [\"keep\", \"delete\"]")]
    [InlineData("decision := {\"treatment\": \"delete\"} if count([x | some x in numbers.range(1, 3000000)]) == 0")]
    public void An_answer_that_is_none_deletes_nothing(string rule)
    {
        var decision = Decide(Policy($"package postrun.custom.retention\n\n{rule}\n"), "a");
        decision.ShouldSatisfyAllConditions(
            d => d.Class.ShouldBe(DataClass.Undecided),
            d => d.Treatment.ShouldBe(Treatment.Keep),
            d => d.Reasons[0].Rule.ShouldBe("policy.error"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_is_declared_to_stay_stays_whatever_a_policy_says(bool evidence, bool package)
    {
        var decision = Decide(Policy("""
            package postrun.retention

            decision := {"class": "TRANSIENT", "retention": "RET-0", "treatment": "delete", "reasons": [{"rule": "site", "fact": "hates everything"}]}
            """), "a", evidence: evidence, package: package);
        decision.ShouldSatisfyAllConditions(
            d => d.Treatment.ShouldBe(Treatment.Keep),
            d => d.Class.ShouldBe(DataClass.Evidence),
            d => d.Conflict.ShouldBeTrue(),
            d => d.Reasons.Select(static reason => reason.Rule).ShouldBe(["conflict.policy", "site"]));
    }

    [Fact]
    public void A_policy_that_has_used_up_its_budget_is_not_asked_again()
    {
        var policy = Policy("""
            package postrun.custom.retention

            decision := {"treatment": "keep"} if {
              input.path == "slow"
              count([x | some x in numbers.range(1, 3000000)]) > 0
            }
            """);
        Decide(policy, "fast").Treatment.ShouldBe(Treatment.Delete);
        Decide(policy, "slow").Class.ShouldBe(DataClass.Undecided);
        Decide(policy, "fast").Class.ShouldBe(DataClass.Undecided);
    }

    [Fact]
    public void Decisions_that_differ_from_item_to_item_end_in_none()
    {
        var policy = Policy("""
            package postrun.custom.retention

            decision := {"reasons": [{"rule": "site", "fact": input.path}]}
            """);
        for (var i = 0; i < 10_000; i++)
            Decide(policy, $"f{i}").Treatment.ShouldBe(Treatment.Delete);
        Decide(policy, "one more").Class.ShouldBe(DataClass.Undecided);
        Decide(policy, "f0").Class.ShouldBe(DataClass.Undecided);
    }

    [Fact]
    public void Equal_decisions_are_one_object()
    {
        var policy = Policy(FileSets);
        Decide(policy, "a").ShouldBeSameAs(Decide(policy, "b"));
    }

    [Fact]
    public void The_identity_of_the_policy_changes_with_every_byte_of_it()
    {
        var one = LoadedPolicy.Load(Bundle(Nothing + "# 1\n"), Descriptor, Now).Identity;
        one.Digest.ShouldNotBe(LoadedPolicy.Load(Bundle(Nothing + "# 2\n"), Descriptor, Now).Identity.Digest);
        one.ShouldBe(LoadedPolicy.Load(Bundle(Nothing + "# 1\n"), Descriptor, Now.AddDays(1)).Identity);
    }

    private const string Nothing = "package postrun.custom.retention\n\ndecision := {} if false\n";

    [Theory]
    [InlineData("package retention\n\nKeep[f] { input[f] }\n", "decides nothing")]
    [InlineData("package retention.keep\n\nx := 1\n", "decides nothing")]
    [InlineData("package postrun.custom.retention\n\ndecision(x) := {\"treatment\": \"keep\"}\n", "decides nothing")]
    [InlineData("package somewhere\n\ndecision := {}\n", "decides nothing")]
    [InlineData("package postrun.terms.INTERMEDIATE\n\ndue := true\n", "is where Postrun states the facts of the run")]
    [InlineData("package postrun\n\nx := 1\n", "is where Postrun states the facts of the run")]
    public void A_bundle_that_takes_no_effect_is_refused(string rego, string why) =>
        Should.Throw<BundleException>(() => Policy(rego)).Message.ShouldContain(why);

    [Theory]
    [InlineData("""{"custom": {"retention": {"decision": {"class": "TRANSIENT"}}}}""")]
    [InlineData("""{"retention": {"decision": {"class": "TRANSIENT"}}}""")]
    [InlineData("""{"retention": {"proposed": 1}}""")]
    [InlineData("""{"retention": {"term": {"due": true}}}""")]
    [InlineData("""{"retention": 1}""")]
    [InlineData("""{"custom": null}""")]
    public void Data_of_a_bundle_cannot_stand_in_for_a_rule(string data) => Should.Throw<BundleException>(() => LoadedPolicy.Load(
        RegoBundle.Of("bundle", [new("p.rego", Encoding.UTF8.GetBytes(Nothing)), new("data.json", Encoding.UTF8.GetBytes($$"""{"postrun": {{data}}}"""))]), Descriptor, Now))
        .Message.ShouldContain("data cannot stand in for a rule");

    [Fact]
    public void An_empty_bundle_is_refused() =>
        Should.Throw<BundleException>(() => LoadedPolicy.Load(RegoBundle.Of("bundle", []), Descriptor, Now)).Message.ShouldContain("decides nothing");

    [Fact]
    public void A_bundle_cannot_state_what_Postrun_states_of_the_run() =>
        Should.Throw<BundleException>(() => LoadedPolicy.Load(
            RegoBundle.Of("bundle", [new("p.rego", Encoding.UTF8.GetBytes(Nothing)), new("data.json", """{"postrun": {"workspace": {"unmatched": "UNDECIDED"}}}"""u8.ToArray())]), Descriptor, Now))
            .Message.ShouldContain("unmatched");
}
