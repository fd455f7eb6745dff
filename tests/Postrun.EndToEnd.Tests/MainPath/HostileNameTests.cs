using System.Text;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Names are chosen by whoever trained; they never speak to the terminal of whoever cleans.</summary>
public sealed class HostileNameTests
{
    private static readonly byte[][] Names =
    [
        "\u001b]0;owned\u0007"u8.ToArray(), "\u001b[2Jclear"u8.ToArray(), "line\nbreak"u8.ToArray(), "car\rriage"u8.ToArray(),
        "bidi-\u202egnp.exe"u8.ToArray(), "isolate-\u2066x"u8.ToArray(), "c1-\u009b31m"u8.ToArray(), [.. "invalid-"u8, 0xff, 0xfe, 0x9b],
        "zero\u200bwidth"u8.ToArray(), "[red]markup[["u8.ToArray(), "back\\slash \"quote\" \u2028"u8.ToArray(), "del\u007f\b\b"u8.ToArray(),
    ];

    private static readonly byte[][] Forbidden =
    [
        "\u001b]0;"u8.ToArray(), "\u001b[2J"u8.ToArray(), "line\nbreak"u8.ToArray(), "car\rriage"u8.ToArray(), "\u202e"u8.ToArray(),
        "\u2066"u8.ToArray(), "\u009b"u8.ToArray(), [0xff], "\u200b"u8.ToArray(), "\u2028"u8.ToArray(), [0x7f], [0x07], [0x08],
    ];

    [Fact]
    public void Undecided_entries_are_named_safely_everywhere()
    {
        using var workspace = Hostile();
        workspace.Describe("evidence: [\"/keep/**\"]\ntransient: [\"/gone/\"]\nunmatched: undecided");
        ShouldBeSafe(workspace.Postrun("plan").ShouldExit(1));
        ShouldBeSafe(Pseudoterminal.Run(workspace, ["plan"]), isTerminal: true);
        ShouldBeSafe(workspace.Postrun("cleanup").ShouldExit(1));
        ShouldBeSafe(workspace.Postrun("report", workspace.EvidenceDirectory));
        ShouldBeSafe(Pseudoterminal.Run(workspace, ["report", workspace.EvidenceDirectory]), isTerminal: true);
        var page = Path.Combine(workspace.Home, "page.html");
        workspace.Postrun("report", workspace.EvidenceDirectory, "--html", page).ShouldExit(0);
        File.ReadAllBytes(page).AsSpan().IndexOf((byte)0x1b).ShouldBe(-1);
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void Removed_entries_that_are_back_are_named_safely()
    {
        using var workspace = Hostile();
        workspace.Describe("evidence: [\"/keep/**\"]");
        var before = Listing.Paths(workspace.Root);
        ShouldBeSafe(workspace.Postrun("cleanup").ShouldExit(0));
        workspace.Read().ShouldAccountFor(before, workspace.Root);
        Directory.CreateDirectory(workspace.At("gone"));
        Fill(workspace, "gone");
        var result = workspace.Verify().ShouldExit(4);
        ShouldBeSafe(result);
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(static line => line.StartsWith("postrun: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_name_is_in_the_list_byte_for_byte()
    {
        using var workspace = Hostile();
        workspace.Describe("evidence: [\"/keep/**\"]");
        workspace.Postrun("cleanup").ShouldExit(0);
        var removed = workspace.Read().Removed.Select(static record => record.Path).ToHashSet();
        foreach (var name in Names)
            removed.ShouldContain(UnixPath.Of(workspace.Root).Join("gone"u8).Join(name));
    }

    private static Workspace Hostile()
    {
        var workspace = new Workspace();
        workspace.Write("keep/a");
        foreach (var folder in new[] { "", "gone" })
        {
            Directory.CreateDirectory(workspace.At(folder));
            Fill(workspace, folder);
        }
        return workspace;
    }

    private static void Fill(Workspace workspace, string folder)
    {
        foreach (var name in Names)
        {
            var plain = workspace.At("plain");
            File.WriteAllText(plain, "x");
            Native.Rename(plain, Path.Combine(workspace.Root, folder).TrimEnd('/'), name);
        }
    }

    private static void ShouldBeSafe(ToolResult result, bool isTerminal = false)
    {
        foreach (var stream in new[] { result.OutBytes, result.ErrorBytes })
        {
            foreach (var sequence in Forbidden)
                stream.AsSpan().IndexOf(sequence).ShouldBe(-1, $"{Convert.ToHexString(sequence)} in: {Encoding.Latin1.GetString(stream)}");
            if (!isTerminal)
                stream.ShouldNotContain((byte)0x1b);
        }
    }
}
