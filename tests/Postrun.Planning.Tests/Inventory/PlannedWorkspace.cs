using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>A real workspace, planned by a descriptor of few words.</summary>
internal sealed class PlannedWorkspace : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-planning-").FullName;

    public string Work => Path.Combine(directory, "work");

    public string File(string path, string content = "x")
    {
        var file = Path.Combine(Work, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, content);
        return file;
    }

    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Work, path))!);
        System.IO.File.CreateSymbolicLink(Path.Combine(Work, path), target);
    }

    public void HardLink(string folder, string name, string further)
    {
        DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(Path.Combine(Work, folder)), out var handle).ShouldBe(Errno.None);
        using (handle)
            handle!.Link(Encoding.UTF8.GetBytes(name), handle, Encoding.UTF8.GetBytes(further)).ShouldBe(Errno.None);
    }

    /// <param name="workspace">What follows the roots, such as <c>evidence: ["/reports/**"]</c>.</param>
    /// <param name="roots">Beneath the directory of the test.</param>
    public Plan Plan(string workspace, params string[] roots) => Plan(workspace, static (descriptor, now) => new RetentionPolicy(descriptor, now), roots);

    /// <param name="policy">What decides.</param>
    public Plan Plan(string workspace, Func<RunDescriptor, DateTimeOffset, IRetentionPolicy> policy, params string[] roots)
    {
        var yaml = $$"""
            apiVersion: postrun.dev/v1
            run: { id: test, outcome: passed, finishedAt: 2026-03-01T12:00:00Z }
            workspace: { roots: [{{(roots is [] ? "./work" : string.Join(", ", roots))}}], {{workspace}} }
            retention: { evidence: { code: RET-90, legalBasis: audit policy, responsible: ml-platform } }
            evidence: { directory: ./evidence }
            """;
        var read = DescriptorReader.Read(Encoding.UTF8.GetBytes(yaml), "postrun.yaml", UnixPath.Of(directory), DescriptorSamples.Environment, DescriptorSamples.KnownCaches);
        read.Errors.ShouldBeEmpty();
        var descriptor = read.Descriptor!;
        return new Planner(descriptor, policy(descriptor, DateTimeOffset.UtcNow), TimeProvider.System)
            .Create([.. descriptor.Workspace.Roots.Select(static root => new PlanRootRequest { Path = root, Origin = RootOrigin.Workspace })], [], TestContext.Current.CancellationToken);
    }

    /// <summary>The decision over a path: that of the deepest step at or above it.</summary>
    public static Decision Over(Plan plan, string path, int root = 0)
    {
        for (var at = UnixPath.Of(path); ; at = at.Parent)
            if (plan.Steps.FirstOrDefault(step => step.Path == at && step.Root == root) is { } step)
                return plan.Decisions[step.Decision];
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
