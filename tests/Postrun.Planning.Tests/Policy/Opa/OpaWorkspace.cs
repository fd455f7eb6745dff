using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>A workspace that an OPA server decides on.</summary>
internal sealed class OpaWorkspace : IDisposable
{
    public const string Token = "s3cr3t-t0ken-of-the-run";

    public const string Declared = """evidence: ["/reports/**"], keep: ["/notes/**"], intermediate: ["/checkpoints/**"], transient: ["/tmp/**"]""";

    private readonly List<OpaPolicy> policies = [];

    public PlannedWorkspace Files { get; } = new();

    public OpaServer Server { get; } = new(new(DataApi.BuiltIn(), Token));

    /// <summary>Long: a machine that does other things meanwhile is no slow server.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    public string? Sent { get; set; } = Token;

    /// <summary>What there is of each class, and enough of it for several requests where asked for.</summary>
    public void Fill(int temporary = 3)
    {
        foreach (var path in new[] { "reports/a.json", "reports/b/c.json", "notes/n.md", "checkpoints/1.bin", "checkpoints/2.bin", "other/x", "y" })
            Files.File(path);
        for (var i = 0; i < temporary; i++)
            Files.File($"tmp/{i % 7}/{i}");
    }

    public Plan Plan(string workspace = Declared, Uri? url = null, CancellationToken cancellation = default) =>
        Files.Plan(workspace, (descriptor, now) => Policy(descriptor, now, url, cancellation));

    public Plan Locally(string workspace = Declared) => Files.Plan(workspace);

    private OpaPolicy Policy(RunDescriptor descriptor, DateTimeOffset now, Uri? url, CancellationToken cancellation)
    {
        var policy = new OpaPolicy(new() { Url = url ?? Server.Url, Timeout = Timeout }, new(Sent, null), descriptor, now, TimeProvider.System, cancellation);
        policies.Add(policy);
        return policy;
    }

    /// <summary>Fails unless everything stays and the plan says why.</summary>
    public static void ShouldKeepAll(Plan plan, string why)
    {
        foreach (var step in plan.Steps)
        {
            var decision = plan.Decisions[step.Decision];
            decision.Treatment.ShouldBe(Treatment.Keep);
            decision.Class.ShouldBe(DataClass.Undecided);
            decision.Reasons.ShouldHaveSingleItem().Rule.ShouldBe("policy.opa");
        }
        var left = plan.Left.ShouldHaveSingleItem();
        left.Reason.ShouldBe(LeftReason.Undecided);
        left.Detail.ShouldContain(why);
        left.Detail.ShouldContain("/v1/data/postrun/retention/decisions");
        left.Detail.ShouldNotContain(Token);
        left.Detail.Any(char.IsControl).ShouldBeFalse();
        PolicyFailure.Of(plan).ShouldBe(left.Detail);
        plan.Policy.Version.ShouldBeEmpty();
    }

    public void Dispose()
    {
        foreach (var policy in policies)
            policy.Dispose();
        Server.Dispose();
        Files.Dispose();
    }
}
