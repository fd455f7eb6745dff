namespace Postrun.EndToEnd.Tests;

/// <summary>A clean-up by a policy from files.</summary>
public sealed class BundleTests
{
    [Fact]
    public void A_bundle_decides()
    {
        using var workspace = Described("""
            package postrun.custom.retention

            import rego.v1

            decision := {"class": "EVIDENCE", "retention": "RET-90", "treatment": "keep", "reasons": [{"rule": "custom", "fact": "is a keepsake"}]} if {
            	endswith(input.path, ".keepsake")
            }
            """);
        workspace.Write("tmp/a");
        workspace.Write("tmp/b.keepsake");
        workspace.Postrun("doctor").Out.ShouldContain($"policy: {workspace.Home}/policy");
        workspace.Postrun("cleanup").ShouldExit(0);
        Listing.Paths(workspace.Root).ShouldBe(["keep", "keep/x", "tmp", "tmp/b.keepsake"]);
        workspace.Read().Report.Plans[^1].Policy.Name.ShouldBe(Path.Combine(workspace.Home, "policy"));
    }

    [Theory]
    [InlineData("package postrun.custom.retention\n\ndecision := {\n", "policy/custom.rego:")]
    [InlineData("package postrun.custom.retention\n\ndecision := nothing\n", "policy/custom.rego:3:1: rego_unsafe_var_error")]
    [InlineData("package postrun.custom.retention\n\nimport rego.v1\n\ndecision := http.send({}) if true\n", "policy/custom.rego:5:13: rego_type_error")]
    public void A_bundle_that_is_no_policy_is_said_where_and_nothing_is_touched(string policy, string where)
    {
        using var workspace = Described(policy);
        var before = Listing.Of(workspace.Root);
        workspace.Postrun("cleanup").ShouldExit(2).Error.ShouldContain(where);
        Listing.Of(workspace.Root).ShouldBe(before);
        Directory.Exists(workspace.EvidenceDirectory).ShouldBeFalse();
        workspace.Postrun("doctor").ShouldExit(1).Out.ShouldContain(where);
    }

    [Fact]
    public void What_the_run_wrote_does_not_decide()
    {
        using var workspace = Described("package postrun.custom.retention\n");
        Directory.Move(Path.Combine(workspace.Home, "policy"), workspace.At("policy"));
        File.CreateSymbolicLink(Path.Combine(workspace.Home, "policy"), workspace.At("policy"));
        workspace.Postrun("plan").ShouldExit(2).Error.ShouldContain("which is cleaned: what the run wrote must not decide");
    }

    private static Workspace Described(string policy)
    {
        var workspace = new Workspace();
        workspace.Write("keep/x");
        workspace.Describe("evidence: [\"/keep/**\"]");
        File.AppendAllText(workspace.Config, "\npolicy: { bundle: ./policy }\n");
        Directory.CreateDirectory(Path.Combine(workspace.Home, "policy"));
        File.WriteAllText(Path.Combine(workspace.Home, "policy", "custom.rego"), policy);
        return workspace;
    }
}
