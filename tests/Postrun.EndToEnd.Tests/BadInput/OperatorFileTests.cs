using System.Diagnostics;

namespace Postrun.EndToEnd.Tests;

/// <summary>A file that the operator names may be anything: the command neither waits nor reads without end.</summary>
public sealed class OperatorFileTests
{
    private const int Sigint = 2, Sigterm = 15;

    [Theory]
    [InlineData("plan", "--config", "/dev/zero")]
    [InlineData("verify", "postrun", "--key", "/dev/zero")]
    public void A_device_without_end_is_no_file(params string[] arguments)
    {
        using var workspace = Sample.Create();
        var result = workspace.Postrun(arguments).ShouldExit(2);
        result.Error.ShouldContain("/dev/zero: is larger than");
        Lines(result).ShouldBe(1);
    }

    [Theory]
    [InlineData("plan", "--config", "work", "is a directory; name a file")]
    [InlineData("plan", "--config", "missing", "does not exist")]
    [InlineData("apply", "work", "--quiet", "is a directory; name a file")]
    [InlineData("verify", "postrun", "--key=work", "is a directory; name a file")]
    public void What_cannot_be_read_is_said_in_one_line(string command, string first, string second, string message)
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        var result = workspace.Postrun(command, first, second).ShouldExit(2);
        result.Error.ShouldContain(": " + message + "; ");
        Lines(result).ShouldBe(1);
    }

    [Fact]
    public void A_signing_key_that_is_a_fifo_without_writer_is_given_up_and_nothing_is_touched()
    {
        using var workspace = Sample.Create();
        File.Delete(workspace.Key);
        Native.Fifo(workspace.Key);
        var before = Listing.Of(workspace.Root);
        workspace.Postrun("cleanup").ShouldExit(2).Error.ShouldContain($"signing key {workspace.Key}: gave nothing for 10 s");
        Listing.Of(workspace.Root).ShouldBe(before);
    }

    [Fact]
    public void Descriptor_key_and_plan_may_come_from_other_processes()
    {
        using var workspace = Sample.Create();
        var secret = File.ReadAllText(workspace.Key);
        File.Delete(workspace.Key);
        Native.Fifo(workspace.Key);
        // The key comes late and in two parts; the plan through a pipe from a postrun that must first make it.
        var script = $"""
            (sleep 1; exec >'{workspace.Key}'; printf '%s' "$SECRET" | head -c 50; sleep 1; printf '%s' "$SECRET" | tail -c +51) &
            '{PostrunBinary.Path}' plan --output json | '{PostrunBinary.Path}' apply -
            """;
        var environment = new Dictionary<string, string>(workspace.Environment) { ["SECRET"] = secret };
        Tool.Run("/bin/bash", ["-c", script], environment, directory: workspace.Home).ShouldExit(0);
        var verify = $"'{PostrunBinary.Path}' verify '{workspace.EvidenceDirectory}' --key <(sleep 1; cat '{workspace.PublicKey}')";
        Tool.Run("/bin/bash", ["-c", verify], workspace.Environment, directory: workspace.Home).ShouldExit(0);
    }

    [Theory]
    [InlineData(Sigint)]
    [InlineData(Sigterm)]
    public void A_signal_ends_a_command_that_waits_for_its_descriptor(int signal)
    {
        using var workspace = Sample.Create();
        File.Delete(workspace.Config);
        Native.Fifo(workspace.Config);
        using var running = Tool.Start(PostrunBinary.Path, ["cleanup"], workspace.Environment, workspace.Home);
        Tool.Await(() => Directory.GetFiles($"/proc/{running.Process.Id}/fd").Any(link => new FileInfo(link).LinkTarget == workspace.Config), "the descriptor is being read");
        var clock = Stopwatch.StartNew();
        Native.Signal(running.Process.Id, signal);
        running.Wait().ShouldExit(3).Error.ShouldBe("postrun: interrupted before anything was removed\n");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), "it waited for the end of its patience");
        Directory.Exists(workspace.EvidenceDirectory).ShouldBeFalse();
    }

    private static int Lines(ToolResult result) => result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
