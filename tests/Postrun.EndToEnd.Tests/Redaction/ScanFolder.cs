using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>A directory of texts to scan and to redact. Tokens are made at random: none stands in the repository.</summary>
internal sealed class ScanFolder : IDisposable
{
    private readonly Random _random = new(20);

    public ScanFolder()
    {
        Write("key", new string('1', 64) + "\n");
        Write("rules.yaml", """
            rules:
              - id: acme-token
                name: ACME token
                reference: https://acme.example/tokens
                severity: critical
                category: service
                pattern: 'acme_dt_[0-9a-z]{24}'
              - id: acme-number
                name: ACME number
                severity: low
                category: personal-brazil
                pattern: 'matr-[0-9]{6}'
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("postrun-scan-").FullName;

    public string At(string name) => Path.Combine(Root, name);

    /// <summary>Another one each time.</summary>
    public string Token() => "acme_dt_" + string.Create(24, _random, static (text, random) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[random.Next(36)];
    });

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), content);
    }

    public string Read(string name) => File.ReadAllText(At(name));

    public ToolResult Scan(params string[] arguments) => Postrun(["scan", "--rules", "rules.yaml", .. arguments]);

    public ToolResult Redact(params string[] arguments) => Postrun(["redact", "--rules", "rules.yaml", .. arguments]);

    public ToolResult Postrun(params string[] arguments) => Tool.Run(PostrunBinary.Path, arguments, directory: Root);

    public ToolResult Shell(string script) => Tool.Run("/bin/bash", ["-c", script], new Dictionary<string, string> { ["postrun"] = PostrunBinary.Path }, directory: Root);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
