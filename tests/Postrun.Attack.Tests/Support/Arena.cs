using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Postrun.Attack.Tests;

/// <summary>A workspace that the attacker owns, evidence and residue in it, and sentinels around it.</summary>
internal sealed class Arena : IDisposable
{
    private static readonly int[] Allowed = [0, 1, 3];

    private readonly Dictionary<string, byte[]> evidence = new(StringComparer.Ordinal);
    private readonly List<string> mounts = [];

    /// <param name="root">Where the workspace is instead, such as a mount.</param>
    public Arena(string? root = null, string? home = null)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root: it acts as root and as another user");
        Home = home ?? Directory.CreateTempSubdirectory("postrun-attack-").FullName;
        Tool.Must("chmod", "755", Home);
        Root = root ?? Path.Combine(Home, "work");
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Away);
        Tool.Must("chown", Attacker.User, Away);
        Sentinels = new(Path.Combine(Home, "outside"));
        Tool.Must(PostrunBinary.Path, "keygen", "--out", Path.Combine(Home, "key"), "--no-passphrase");
        Describe();
    }

    public string Home { get; }

    public string Root { get; }

    /// <summary>Outside the root, on the same file system, the attacker's own.</summary>
    public string Away => Path.Combine(Home, "away");

    public string Config => Path.Combine(Home, "postrun.yaml");

    public string EvidenceDirectory => Path.Combine(Home, "evidence");

    public Sentinels Sentinels { get; }

    public string At(string relative) => Path.Combine(Root, relative);

    public void Describe(string? root = null, string confirmation = "listed") => File.WriteAllText(Config, $$"""
        apiVersion: postrun.dev/v1
        run: { id: attack, owner: ml, outcome: passed, finishedAt: 2026-01-31T12:00:00Z }
        workspace:
          roots: ["{{root ?? Root}}"]
          evidence: ["/reports/**", "/evidence*.json"]
        caches: none
        confirmation: {{confirmation}}
        evidence: { directory: "{{EvidenceDirectory}}" }
        signing: { key: { file: "{{Path.Combine(Home, "key")}}" } }
        """);

    public void Residue(string directory, int files = 40)
    {
        Directory.CreateDirectory(At(directory));
        for (var i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(At(directory), $"f{i}"), $"residue {i}");
    }

    public void Evidence(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        var content = RandomNumberGenerator.GetBytes(200);
        File.WriteAllBytes(At(path), content);
        evidence[path] = content;
    }

    /// <summary>Empties the workspace and the evidence of earlier runs, for a further run.</summary>
    public void Reset()
    {
        Tool.Must("find", Root, Away, EvidenceDirectory.Length > 0 && Directory.Exists(EvidenceDirectory) ? EvidenceDirectory : Away,
            "-mindepth", "1", "-maxdepth", "1", "-exec", "rm", "-rf", "--one-file-system", "{}", "+");
        evidence.Clear();
    }

    public void GiveToAttacker() => Tool.Must("chown", "-R", "-h", $"{Attacker.User}:{Attacker.User}", Root);

    public ToolResult Postrun(params string[] arguments)
    {
        string[] options = arguments[0] is "cleanup" ? ["--yes", "--quiet", "--output", "json"] : arguments[0] is "apply" ? ["--quiet", "--output", "json"] : [];
        return Tool.Run(PostrunBinary.Path, [.. arguments, "--config", Config, .. options]);
    }

    /// <summary>A run that is not an error, after which nothing outside has changed and no evidence is lost.</summary>
    public JsonNode? Clean(params string[] arguments) => Check(Postrun(arguments.Length > 0 ? arguments : ["cleanup"]));

    public JsonNode? Check(ToolResult result)
    {
        Allowed.ShouldContain(result.ExitCode, $"{result.Out}\n{result.Error}");
        result.Error.ShouldNotContain("   at ", Case.Sensitive);
        Sentinels.ShouldBeUntouched();
        var report = result.OutBytes.Length > 0 ? JsonNode.Parse(result.OutBytes) : null;
        EvidenceShouldBeThere(result.ExitCode, report);
        return report;
    }

    private void EvidenceShouldBeThere(int exitCode, JsonNode? report)
    {
        var files = Tool.Must("find", Root, "-xdev", "-type", "f", "-size", "-2", "-print0").Out.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var contents = files.ToLookup(static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
        var missing = report?["left"]?.AsArray().Any(static left => left!["reason"]!.GetValue<string>() == "evidenceMissing") == true;
        foreach (var (path, content) in evidence)
            contents.Contains(Convert.ToHexString(SHA256.HashData(content))).ShouldBeTrue($"the content of {path} is lost; exit code {exitCode}, reported: {missing}");
        if (files.Any(static file => file.Contains(".postrun-restored-", StringComparison.Ordinal)))
        {
            exitCode.ShouldBe(1);
            missing.ShouldBeTrue("evidence was put back beside its place, and the report does not say so");
        }
        if (!missing)
            Directory.EnumerateDirectories(Root, ".postrun-*").ShouldBeEmpty("a directory of pins was left behind");
    }

    public void Mount(params string[] arguments)
    {
        Tool.Must("mount", arguments);
        mounts.Add(arguments[^1]);
    }

    public void Dispose()
    {
        foreach (var mount in Enumerable.Reverse(mounts))
            Tool.Run("umount", "-l", mount);
        Tool.Run("rm", "-rf", "--one-file-system", Home);
    }
}
