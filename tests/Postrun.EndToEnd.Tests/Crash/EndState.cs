using System.Text.Json;
using System.Text.Json.Nodes;

namespace Postrun.EndToEnd.Tests;

/// <summary>What must be the same, however often the clean-up died on its way.</summary>
internal sealed record EndState(string Listing, string Report, string Removed, string EvidenceFiles)
{
    /// <summary>What differs between any two executions: instants, ids, digests over these, and who executed.</summary>
    private static readonly string[] Volatile = ["startedAt", "finishedAt", "agent", "previousEvidence"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static EndState Of(CrashTree tree)
    {
        var workspace = tree.Workspace;
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(workspace.EvidenceDirectory, "cleanup_report.json")))!.AsObject();
        foreach (var name in Volatile)
            report.Remove(name);
        foreach (var plan in report["plans"]!.AsArray())
            foreach (var name in new[] { "id", "digest", "createdAt" })
                plan!.AsObject().Remove(name);
        return new(
            string.Join('\n', EndToEnd.Tests.Listing.Of(workspace.Root)),
            report.ToJsonString(Indented),
            string.Join('\n', workspace.Read().RemovedLines),
            string.Join('\n', Directory.GetFileSystemEntries(workspace.EvidenceDirectory).Select(Path.GetFileName).Where(static name => name != "history").Order(StringComparer.Ordinal)));
    }

    public void ShouldBeThatOf(CrashTree tree, string how)
    {
        var seen = Of(tree);
        ShouldBeSame(Listing, seen.Listing, $"{how}: listing");
        ShouldBeSame(Removed, seen.Removed, $"{how}: removed list");
        ShouldBeSame(Report, seen.Report, $"{how}: report");
        ShouldBeSame(EvidenceFiles, seen.EvidenceFiles, $"{how}: evidence files");
        seen.EvidenceFiles.ShouldNotContain("journal");
        tree.Contents().ShouldBe(tree.Evidence, ignoreOrder: true, how);
        Directory.GetDirectories(tree.Workspace.Root, ".postrun-*", SearchOption.AllDirectories).ShouldBeEmpty(how);
        tree.Workspace.Verify().ShouldExit(0);
    }

    /// <summary>Fails with the lines that differ, not with three thousand that do not.</summary>
    private static void ShouldBeSame(string expected, string actual, string what)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var differences = before.Except(after).Select(static line => "- " + line).Concat(after.Except(before).Select(static line => "+ " + line)).ToList();
        (expected == actual).ShouldBeTrue($"{what}: {differences.Count} differences\n{string.Join('\n', differences.Take(8))}");
    }
}
