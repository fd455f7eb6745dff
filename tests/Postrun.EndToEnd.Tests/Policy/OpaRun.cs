using Postrun.Doubles;

namespace Postrun.EndToEnd.Tests;

/// <summary>A run whose policy is a server's, and what its workspace was before.</summary>
internal sealed class OpaRun : IDisposable
{
    public const string Token = "t0ken-that-nobody-may-read";

    public OpaRun(int temporary = 3)
    {
        Workspace.Write("reports/metrics.json");
        Workspace.Write("checkpoints/1.bin");
        for (var i = 0; i < temporary; i++)
            Workspace.Write($"tmp/{i % 5}/{i}", length: 10);
        Describe();
        Before = Listing.Of(Workspace.Root);
    }

    public Workspace Workspace { get; } = new();

    public OpaServer Server { get; } = new(new(DataApi.BuiltIn(), Token));

    public SortedSet<string> Before { get; }

    public void Describe(string timeout = "20s")
    {
        File.WriteAllText(Path.Combine(Workspace.Home, "token"), Token + "\n");
        Workspace.Describe("evidence: [\"/reports/**\"]\nintermediate: [\"/checkpoints/**\"]");
        File.AppendAllText(Workspace.Config, $"\npolicy: {{ opa: {{ url: \"{Server.Url}\", token: {{ file: ./token }}, timeout: {timeout} }} }}\n");
    }

    public string Plan()
    {
        var plan = Path.Combine(Workspace.Home, "plan.json");
        File.WriteAllBytes(plan, Workspace.Postrun("plan", "--output", "json").ShouldExit(0).OutBytes);
        return plan;
    }

    public void ShouldBeUntouched() => Listing.Of(Workspace.Root).ShouldBe(Before);

    /// <summary>Nothing that was written or said holds the token.</summary>
    public void ShouldHideTheToken(ToolResult result)
    {
        (result.Out + result.Error).ShouldNotContain(Token);
        if (Directory.Exists(Workspace.EvidenceDirectory))
            foreach (var file in Directory.EnumerateFiles(Workspace.EvidenceDirectory, "*", SearchOption.AllDirectories))
                File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Token)).ShouldBe(-1, file);
    }

    public void Dispose()
    {
        Server.Dispose();
        Workspace.Dispose();
    }
}
