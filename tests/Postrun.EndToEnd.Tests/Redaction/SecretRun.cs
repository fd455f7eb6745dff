using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>A run whose logs hold a token that no file of the repository holds.</summary>
internal sealed class SecretRun : IDisposable
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public SecretRun(string? root = null)
    {
        Workspace = new(root);
        Workspace.Describe("package: \"" + Workspace.At("package") + "\"\nevidence: [\"/reports/**\"]\nkeep: [\"/logs/**\"]\nintermediate: [\"/checkpoints/**\"]", retention: "intermediate: { code: RET-100Y }");
        File.AppendAllText(Workspace.Config, "\nredaction: { logs: [\"/logs/**\"] }\n");
        Directory.CreateDirectory(Workspace.At("package"));
    }

    public Workspace Workspace { get; }

    /// <summary>Looks alive, and is made anew for each test.</summary>
    public string Token { get; } = "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(static _ => Letters[Random.Shared.Next(Letters.Length)]));

    public string Text => $"step 1\nusing {Token} to push\nstep 2\n";

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Workspace.At(relative))!);
        File.WriteAllText(Workspace.At(relative), text);
    }

    public string Read(string relative) => File.ReadAllText(Workspace.At(relative));

    /// <summary>Files beneath a directory in which the token stands, as UTF-8 or UTF-16.</summary>
    public List<string> Holding(string directory) => [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => Holds(File.ReadAllBytes(file))).Order(StringComparer.Ordinal)];

    public bool Holds(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.UTF8.GetBytes(Token)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(Token)) >= 0;

    public void Dispose() => Workspace.Dispose();
}
