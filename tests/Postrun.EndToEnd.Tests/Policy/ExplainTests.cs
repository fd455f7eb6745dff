using System.Text.Json.Nodes;

namespace Postrun.EndToEnd.Tests;

/// <summary>Why one item stays or goes, for somebody who has not read the policy.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void A_file_that_stays_is_explained_in_sentences()
    {
        using var workspace = Described();
        var text = workspace.Postrun("policy", "explain", "work/reports/eval.json").ShouldExit(0).Out;
        text.ShouldContain($"{workspace.At("reports/eval.json")} is kept until 2026-05-01 (EVIDENCE, RET-90).");
        text.ShouldContain("it matches '/reports/**' (line ");
        text.ShouldContain("to have it deleted, take it out of the pattern above: a later one of workspace.evidence that begins with ! does so");
        text.ShouldContain("Decided by postrun.retention, version ");
        text.ShouldContain("""postrun.retention.class = "EVIDENCE" policies/retention.rego:""");
        text.ShouldNotContain("gives nothing");
    }

    [Fact]
    public void A_file_that_goes_is_explained_in_sentences()
    {
        using var workspace = Described();
        var text = workspace.Postrun("policy", "explain", "work/other", "--trace").ShouldExit(0).Out;
        text.ShouldContain($"{workspace.At("other")} is deleted now (TRANSIENT, RET-0).");
        text.ShouldContain("it is neither packaged nor declared evidence");
        text.ShouldContain("to keep it, let a pattern of workspace.evidence (for its term), keep, or intermediate (for a short while) match it");
        text.ShouldContain("""postrun.retention.fact["workspace.evidence"] gives nothing""");
    }

    [Fact]
    public void What_is_linked_to_evidence_is_explained_by_the_link()
    {
        using var workspace = Described();
        workspace.Write("scratch/a");
        File.CreateSymbolicLink(workspace.At("reports/a"), workspace.At("scratch/a"));
        workspace.Postrun("policy", "explain", "work/scratch/a").ShouldExit(0).Out
            .ShouldSatisfyAllConditions(
                text => text.ShouldContain("is kept until"),
                text => text.ShouldContain("it is what a symbolic link that is kept leads to"),
                text => text.ShouldContain("remove the link that leads to it"),
                text => text.ShouldContain("keeping wins"));
    }

    [Fact]
    public void The_explanation_is_the_decision_of_the_plan()
    {
        using var workspace = Described();
        var plan = JsonNode.Parse(workspace.Postrun("plan", "--output", "json").ShouldExit(0).OutBytes)!["plan"]!;
        var explained = JsonNode.Parse(workspace.Postrun("policy", "explain", "work/reports/eval.json", "--output", "json").ShouldExit(0).OutBytes)!;
        plan["decisions"]!.AsArray().Select(static decision => decision!.ToJsonString()).ShouldContain(explained["decision"]!.ToJsonString());
        explained["policy"]!.ToJsonString().ShouldBe(plan["policy"]!.ToJsonString());
        explained["input"]!["path"]!.GetValue<string>().ShouldBe("reports/eval.json");
        explained["rules"]!.AsArray().ShouldContain(rule => rule!["rule"]!.GetValue<string>() == "data.postrun.retention.decision");
    }

    [Fact]
    public void What_nothing_decides_is_explained_with_the_exit_code_of_what_is_left()
    {
        using var workspace = Described("unmatched: undecided");
        workspace.Postrun("policy", "explain", "work/other").ShouldExit(1).Out.ShouldContain("nothing decides what becomes of it");
    }

    [Theory]
    [InlineData("work/nothing", "is not there, or could not be looked at")]
    [InlineData("postrun.yaml", "is beneath no root of the run")]
    [InlineData("/", "is beneath no root of the run")]
    [InlineData("", "an empty path names nothing")]
    public void What_is_no_item_of_the_run_is_said_so(string path, string message)
    {
        using var workspace = Described();
        workspace.Postrun("policy", "explain", path).ShouldExit(2).Error.ShouldContain(message);
    }

    [Fact]
    public void A_directory_is_explained_as_what_it_is()
    {
        using var workspace = Described();
        workspace.Postrun("policy", "explain", "work").ShouldExit(0).Out.ShouldContain("A root always stays");
        workspace.Postrun("policy", "explain", "work/reports").ShouldExit(0).Out.ShouldContain("It stays as long as anything in it does");
    }

    [Fact]
    public void A_name_that_is_not_UTF8_is_named_as_documents_write_it()
    {
        using var workspace = Described();
        Tool.Must("/bin/sh", "-c", $"printf x > '{workspace.Root}/'$(printf 'not-\\377.txt')");
        workspace.Postrun("policy", "explain", @"work/not-\xff.txt").ShouldExit(0).Out.ShouldContain(@"not-\xff.txt is deleted now");
    }

    [Fact]
    public void Names_cannot_write_to_the_terminal()
    {
        using var workspace = Described();
        workspace.Write("\u001b[2J\u202ename");
        var text = workspace.Postrun("policy", "explain", "work/\u001b[2J\u202ename").ShouldExit(0).Out;
        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u202e');
        text.ShouldContain("is deleted now");
    }

    private static Workspace Described(string more = "")
    {
        var workspace = new Workspace();
        workspace.Write("reports/eval.json");
        workspace.Write("other");
        workspace.Describe($"evidence: [\"/reports/**\"]\n{more}".TrimEnd());
        return workspace;
    }
}
