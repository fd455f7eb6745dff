using System.Security.Cryptography;
using Postrun.Evidence;

namespace Postrun.EndToEnd.Tests;

/// <summary>With <c>confirmation: hashed</c> the manifest has the content of what is kept.</summary>
public sealed class KeptHashesTests
{
    [Fact]
    public void What_lies_beneath_a_kept_directory_is_hashed()
    {
        using var workspace = new Workspace();
        foreach (var path in new[] { "keep/a.json", "keep/deep/er/b.bin", "keep/tmp/gone.bin", "one.ev", "tmp/x" })
            workspace.Write(path, 200_000);
        workspace.Write("keep/empty", 0);
        File.CreateSymbolicLink(workspace.At("keep/link"), workspace.At("one.ev"));
        File.CreateSymbolicLink(workspace.At("keep/out"), "/etc");
        Native.Fifo(workspace.At("keep/fifo"));
        workspace.Describe("evidence: [\"/keep/*\", \"/keep/deep/**\", one.ev]\ntransient: [\"/keep/tmp/\"]", confirmation: "hashed");
        workspace.Postrun("cleanup");
        var manifest = Manifest(workspace);
        manifest.HashesComplete.ShouldBe(true);
        ShouldBeContent(workspace, manifest);
        Hashes(manifest).Keys.ShouldBe(Kept(workspace), ignoreOrder: true);
        Hashes(manifest).Keys.ShouldNotContain(workspace.At("keep/link"));
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void A_mount_within_is_not_entered()
    {
        using var mount = Mount.Tmpfs("4m");
        using var workspace = new Workspace();
        workspace.Write("keep/a.json");
        File.WriteAllText(Path.Combine(mount.Point, "foreign"), "x");
        Directory.CreateDirectory(workspace.At("keep/m"));
        Tool.Must("mount", "--bind", mount.Point, workspace.At("keep/m"));
        try
        {
            workspace.Describe("evidence: [\"/keep/**\"]", confirmation: "hashed");
            workspace.Postrun("cleanup");
            Hashes(Manifest(workspace)).Keys.ShouldBe([workspace.At("keep/a.json")]);
        }
        finally
        {
            Tool.Must("umount", workspace.At("keep/m"));
        }
    }

    [Fact]
    public void A_deadline_leaves_out_the_rest_and_says_so()
    {
        using var workspace = new Workspace();
        workspace.Write("keep/a.json");
        for (var i = 0; i < 1500; i++)
            workspace.Write($"tmp/f{i}", 10);
        workspace.Describe("evidence: [\"/keep/**\"]", confirmation: "hashed");
        workspace.Traced(["--seccomp-bpf", "-e", "trace=unlinkat", "-e", "inject=unlinkat:delay_enter=6000"], "cleanup", "--deadline", "300ms").ShouldExit(3);
        Manifest(workspace).HashesComplete.ShouldBe(false);
        workspace.Verify().ShouldExit(0);
        workspace.Postrun("resume").ShouldExit(0);
        Manifest(workspace).HashesComplete.ShouldBe(true);
        Hashes(Manifest(workspace)).Keys.ShouldBe([workspace.At("keep/a.json")]);
        workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_left_out_and_said()
    {
        using var workspace = new Workspace();
        workspace.Write("keep/a.json");
        workspace.Write("keep/b.json");
        workspace.Describe("evidence: [\"/keep/**\"]", confirmation: "hashed");
        // What cannot be read cannot be looked through either, and would be left.
        File.AppendAllText(workspace.Config, "\nredaction: { enabled: false }\n");
        workspace.Traced(["-P", workspace.At("keep/b.json"), "-e", "trace=pread64", "-e", "inject=pread64:error=EIO"], "cleanup").ShouldExit(0);
        Hashes(Manifest(workspace)).Keys.ShouldBe([workspace.At("keep/a.json")]);
        Manifest(workspace).HashesComplete.ShouldBe(false);
    }

    [Fact]
    public void Listed_confirmation_says_nothing_of_hashes()
    {
        using var workspace = new Workspace();
        workspace.Write("keep/a.json");
        workspace.Describe("evidence: [\"/keep/**\"]");
        workspace.Postrun("cleanup").ShouldExit(0);
        File.ReadAllText(Path.Combine(workspace.EvidenceDirectory, EvidenceFiles.Manifest)).ShouldNotContain("hashes");
    }

    private static RetentionManifest Manifest(Workspace workspace) =>
        EvidenceDocument.ReadManifest(File.ReadAllBytes(Path.Combine(workspace.EvidenceDirectory, EvidenceFiles.Manifest)));

    private static Dictionary<string, string> Hashes(RetentionManifest manifest) =>
        manifest.Entries.Where(static entry => entry.Hashes is not null).SelectMany(static entry => entry.Hashes!.Value).ToDictionary(static hash => hash.Path.ToString(), static hash => hash.Sha256);

    private static void ShouldBeContent(Workspace workspace, RetentionManifest manifest)
    {
        foreach (var (path, sha256) in Hashes(manifest))
            sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), path);
    }

    /// <summary>Regular files that are still there.</summary>
    private static IEnumerable<string> Kept(Workspace workspace) => Tool.Must("find", workspace.Root, "-type", "f").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
