namespace Postrun.EndToEnd.Tests;

/// <summary>Scripts rely on these numbers.</summary>
public sealed class ExitCodeTests
{
    [Fact]
    public void Zero_when_everything_went()
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        workspace.Postrun("cleanup").ShouldExit(0);
    }

    [Fact]
    public void One_when_something_is_left()
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Write("who-knows");
        workspace.Describe("evidence: [\"/keep/**\"]\ntransient: [\"/tmp/\"]\nunmatched: undecided");
        workspace.Postrun("plan").ShouldExit(1);
        workspace.Postrun("cleanup").ShouldExit(1).Out.ShouldContain("no pattern of the descriptor matches");
        File.Exists(workspace.At("who-knows")).ShouldBeTrue();
        File.Exists(workspace.At("tmp/a")).ShouldBeFalse();
        workspace.Verify().ShouldExit(0);
    }

    [Theory]
    [InlineData("cleanup", "--no-such-flag")]
    [InlineData("cleanup", "--config", "missing.yaml")]
    [InlineData("cleanup", "--deadline", "soon")]
    [InlineData("cleanup", "--max-plans", "0")]
    [InlineData("plan", "--output", "xml")]
    [InlineData("verify", "no-such-directory", "--key", "postrun.pub")]
    [InlineData("report", "no-such-directory")]
    [InlineData("resume")]
    [InlineData("no-such-command")]
    public void Two_for_a_wrong_command_line_or_configuration(params string[] arguments)
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        var before = Listing.Of(workspace.Home);
        var result = workspace.Postrun(arguments).ShouldExit(2);
        result.Error.ShouldStartWith("postrun: ");
        result.Error.ShouldNotContain("   at ");
        result.OutBytes.ShouldBeEmpty();
        Listing.Of(workspace.Home).ShouldBe(before);
    }

    [Fact]
    public void Two_when_the_signing_key_is_missing_and_nothing_is_touched()
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        File.Delete(workspace.Key);
        workspace.Postrun("cleanup").ShouldExit(2).Error.ShouldContain("signing key");
        File.Exists(workspace.At("tmp/a")).ShouldBeTrue();
    }

    [Fact]
    public void Four_when_what_was_removed_is_back_or_the_key_is_another()
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        workspace.Postrun("cleanup").ShouldExit(0);
        var other = Path.Combine(workspace.Home, "other.key");
        workspace.Postrun("keygen", "--out", other, "--no-passphrase").ShouldExit(0);
        workspace.Postrun("verify", workspace.EvidenceDirectory, "--key", Path.ChangeExtension(other, ".pub")).ShouldExit(4);
        workspace.Write("tmp/a");
        workspace.Verify().ShouldExit(4).Error.ShouldContain("tmp/a");
        workspace.Postrun("verify", workspace.EvidenceDirectory, "--key", workspace.PublicKey, "--elsewhere").ShouldExit(0);
    }
}
