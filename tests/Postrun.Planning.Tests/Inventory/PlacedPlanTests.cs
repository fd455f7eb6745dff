using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>The plan says where a finding in each thing that stays would lie, and so what may be rewritten.</summary>
public sealed class PlacedPlanTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-placed-").FullName;

    [Fact]
    public void Package_and_evidence_come_before_logs_and_logs_before_what_else_is_kept()
    {
        var plan = Plan(redacted: true);
        PlaceOf(plan, "package/config.json").ShouldBe(FindingPlace.Package);
        PlaceOf(plan, "package/build.log").ShouldBe(FindingPlace.Package);
        PlaceOf(plan, "reports/eval.json").ShouldBe(FindingPlace.Evidence);
        PlaceOf(plan, "reports/eval.log").ShouldBe(FindingPlace.Evidence);
        PlaceOf(plan, "logs/train.log").ShouldBe(FindingPlace.Log);
        PlaceOf(plan, "notes/readme.md").ShouldBe(FindingPlace.Evidence);
        PlaceOf(plan, "checkpoints/args.txt").ShouldBe(FindingPlace.File);
        PlaceOf(plan, "tmp/x.log").ShouldBeNull();
        plan.Decisions.Where(static decision => decision.Treatment == Treatment.Delete).ShouldAllBe(static decision => decision.Place == null);
    }

    [Fact]
    public void Where_it_is_off_no_decision_has_a_place() => Plan(redacted: false).Decisions.ShouldAllBe(static decision => decision.Place == null);

    private Plan Plan(bool redacted)
    {
        foreach (var file in new[] { "package/config.json", "package/build.log", "reports/eval.json", "reports/eval.log", "logs/train.log", "notes/readme.md", "checkpoints/args.txt", "tmp/x.log" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(directory, "work", file))!);
            File.WriteAllText(Path.Combine(directory, "work", file), "x");
        }
        var descriptor = DescriptorReader.Read(
            """
            apiVersion: postrun.dev/v1
            run: { id: test, outcome: passed }
            workspace:
              roots: [./work]
              package: ./work/package
              evidence: ["/reports/**"]
              keep: ["/logs/**", "/notes/**"]
              intermediate: ["/checkpoints/**"]
            redaction: { logs: ["*.log"] }
            """u8, "postrun.yaml", UnixPath.Of(directory), DescriptorSamples.Environment, DescriptorSamples.KnownCaches).Descriptor!;
        var root = new PlanRootRequest { Path = UnixPath.Of(Path.Combine(directory, "work")), Origin = RootOrigin.Workspace, Package = UnixPath.Of("package") };
        var policy = new RetentionPolicy(descriptor, DateTimeOffset.UtcNow);
        return new Planner(descriptor, policy, TimeProvider.System, redaction: redacted ? new("0123456789abcdef", 1, new("p", "1", "sha256:00"), "run") : null).Create([root], [], CancellationToken.None);
    }

    /// <summary>What the deepest step over a file says.</summary>
    private static FindingPlace? PlaceOf(Plan plan, string path) => plan.Decisions[plan.Steps
        .Where(step => UnixPath.Of(path).IsWithin(step.Path)).MaxBy(static step => step.Path.Bytes.Length)!.Decision].Place;

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
