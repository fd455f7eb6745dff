namespace Postrun.EndToEnd.Tests;

/// <summary>What docs/evidence.md tells a user of cosign, done with the real one where it is installed (Debian 13 and later have it).</summary>
public sealed class CosignTests
{
    private static readonly string? Cosign = Array.Find(["/usr/bin/cosign", "/usr/local/bin/cosign"], File.Exists);

    [Theory]
    [InlineData("cleanup_report.json")]
    [InlineData("retention_manifest.json")]
    [InlineData("plan.json")]
    [InlineData("removed.ndjson.zst")]
    public void Cosign_verifies_each_file_of_the_evidence_and_refuses_a_changed_one(string name)
    {
        Assert.SkipUnless(Cosign is not null, "needs cosign");
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup", "--yes").ShouldExit(0);
        var file = Path.Combine(workspace.EvidenceDirectory, name);
        Verify(workspace, file).ShouldExit(0);
        File.AppendAllText(file, " ");
        Verify(workspace, file).ExitCode.ShouldNotBe(0);
    }

    private static ToolResult Verify(Workspace workspace, string file)
    {
        var roots = Path.Combine(workspace.Home, "no-roots.json");
        File.WriteAllText(roots, """{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}""");
        return Tool.Run(
            Cosign!,
            [
                "verify-blob-attestation", "--key", workspace.PublicKey, "--bundle", Path.Combine(workspace.EvidenceDirectory, "evidence.sigstore.json"),
                "--new-bundle-format", "--trusted-root", roots, "--insecure-ignore-tlog", "--type", "https://postrun.dev/evidence/v1", file,
            ],
            workspace.Environment);
    }
}
