namespace Postrun.EndToEnd.Tests;

/// <summary>The sample workspace of the repository.</summary>
internal static class Sample
{
    /// <summary>Its descriptor asks for caches: <see cref="Workspace.Environment"/> decides whose.</summary>
    public static Workspace Create(string outcome = "passed")
    {
        var workspace = new Workspace();
        var made = Path.Combine(workspace.Home, "sample");
        Tool.Must("/bin/sh", Path.Combine(AppContext.BaseDirectory, "samples", "make-workspace.sh"), made);
        foreach (var entry in Directory.GetDirectories(made))
        {
            var target = Path.Combine(workspace.Home, Path.GetFileName(entry));
            Directory.Delete(target, recursive: true);
            Directory.Move(entry, target);
        }
        File.WriteAllText(workspace.Config, File.ReadAllText(Path.Combine(made, "postrun.yaml")).Replace("outcome: passed", $"outcome: {outcome}\n  finishedAt: 2026-01-31T12:00:00Z", StringComparison.Ordinal));
        return workspace;
    }

    public static readonly string[] Kept =
    [
        "model_card.md", "package", "package/SHA256SUMS", "package/config.json", "package/model.safetensors", "reports", "reports/eval",
        "reports/eval/adversarial.json", "reports/eval/quality.json", "reports/metrics.json", "reports/sbom.cdx.json",
    ];
}
