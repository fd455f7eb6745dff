using System.Text.Json.Nodes;

namespace Postrun.EndToEnd.Tests;

/// <summary>
/// A run to be cleaned, in a directory of its own: <c>work</c>, a descriptor, a key. The executable sees no home, cache
/// or temporary directory but those within it.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private readonly HashSet<string> vetted = [];

    /// <param name="root">Where <c>work</c> lies instead, such as a mount of its own.</param>
    public Workspace(string? root = null)
    {
        Home = Directory.CreateTempSubdirectory("postrun-e2e-").FullName;
        Root = root ?? Path.Combine(Home, "work");
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Path.Combine(Home, "home"));
        Directory.CreateDirectory(Path.Combine(Home, "tmp"));
        Postrun("keygen", "--out", Key, "--no-passphrase").ShouldExit(0);
    }

    /// <summary>The directory around it all.</summary>
    public string Home { get; }

    public string Root { get; }

    public string Config => Path.Combine(Home, "postrun.yaml");

    public string Key => Path.Combine(Home, "postrun.key");

    public string PublicKey => Path.ChangeExtension(Key, ".pub");

    public string EvidenceDirectory
    {
        get => field ?? Path.Combine(Home, "postrun");
        init;
    }

    public string Journal => Path.Combine(EvidenceDirectory, "journal");

    /// <summary>Further variables of the environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(Variables)
    {
        ["HOME"] = Path.Combine(Home, "home"),
        ["TMPDIR"] = Path.Combine(Home, "tmp"),
    };

    public string At(string relative) => Path.Combine(Root, relative);

    /// <param name="workspace">Lines beneath <c>workspace:</c>, without their indentation.</param>
    public void Describe(string workspace, string outcome = "passed", string confirmation = "listed", string retention = "intermediate: { code: RET-7 }") =>
        File.WriteAllText(Config, $$"""
            apiVersion: postrun.dev/v1
            run: { id: e2e, owner: ml, outcome: {{outcome}}, finishedAt: 2026-01-31T12:00:00Z }
            workspace:
              roots: ["{{Root}}"]
            {{string.Join('\n', workspace.Split('\n').Select(static line => "  " + line.TrimEnd()))}}
            caches: none
            retention:
              {{retention}}
            confirmation: {{confirmation}}
            evidence: { directory: "{{EvidenceDirectory}}" }
            signing: { key: { file: "{{Key}}" } }
            """);

    public void Write(string relative, int length = 100)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllBytes(At(relative), Content(relative, length));
    }

    public static byte[] Content(string seed, int length)
    {
        var content = new byte[length];
        new Random(seed.Aggregate(17, static (hash, unit) => hash * 31 + unit)).NextBytes(content);
        return content;
    }

    public ToolResult Postrun(params string[] arguments)
    {
        Vet(arguments);
        return Tool.Run(PostrunBinary.Path, arguments, Environment, directory: Home);
    }

    public RunningTool Start(params string[] arguments)
    {
        Vet(arguments);
        return Tool.Start(PostrunBinary.Path, arguments, Environment, Home);
    }

    public ToolResult Traced(IEnumerable<string> options, params string[] arguments)
    {
        using var running = StartTraced(options, arguments);
        return running.Wait();
    }

    /// <summary>Under strace as a grandchild, so that the process that is started is the executable itself.</summary>
    public RunningTool StartTraced(IEnumerable<string> options, params string[] arguments)
    {
        Tool.Require("strace", "strace");
        Vet(arguments);
        return Tool.Start(
            "/usr/bin/strace", ["-D", "-f", "-o", Path.Combine(Home, "trace"), .. options, PostrunBinary.Path, .. arguments],
            Environment, Home);
    }

    public CleanupEvidence Read() => CleanupEvidence.Read(EvidenceDirectory);

    public ToolResult Verify() => Postrun("verify", EvidenceDirectory, "--key", PublicKey);

    /// <summary>A test must never clean the machine that it runs on, whatever the descriptor or the product says.</summary>
    public void Vet(string[] arguments)
    {
        var config = Array.IndexOf(arguments, "--config") is var option and >= 0 ? arguments[option + 1] : Config;
        if (arguments[0] is not ("cleanup" or "apply" or "resume") || !File.Exists(config) || !vetted.Add(File.ReadAllText(config)))
            return;
        var plan = Tool.Run(PostrunBinary.Path, ["plan", "--output", "json", "--config", config], Environment, directory: Home);
        if (plan.ExitCode is not (0 or 1) || plan.OutBytes.Length == 0)
            return;
        foreach (var root in JsonNode.Parse(plan.OutBytes)!["plan"]!["roots"]!.AsArray())
            if (root!["path"]!.GetValue<string>() is var path && !(path + "/").StartsWith(Home + "/", StringComparison.Ordinal) && path != Root)
                throw new InvalidOperationException($"the plan reaches {path}, outside the test's own directory: nothing is run");
    }

    public void Dispose()
    {
        // rm, for .NET cannot name what is not UTF-8.
        Tool.Run("/bin/rm", ["-rf", "--one-file-system", Home]);
    }
}
