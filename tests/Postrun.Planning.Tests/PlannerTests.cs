using System.Diagnostics;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class PlannerTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("postrun-planner-").FullName;

    [Fact]
    public void Whoever_watches_sees_every_file_and_directory_counted_once()
    {
        // One directory that is counted in parts, and two that are not.
        for (var i = 0; i < 5000; i++)
            Write($"work/large/f{i}");
        Write("work/small/a");
        Write("work/keep/b");
        var yaml = """
            apiVersion: postrun.dev/v1
            run: { id: run-1, outcome: passed }
            workspace: { roots: [./work], evidence: [/keep/] }
            """;
        var descriptor = DescriptorReader.Read(Encoding.UTF8.GetBytes(yaml), "postrun.yaml", UnixPath.Of(home), new Dictionary<string, string>(), DescriptorSamples.KnownCaches)
            .Descriptor.ShouldNotBeNull();
        var progress = new WorkProgress();
        var plan = new Planner(descriptor, new RetentionPolicy(descriptor, TimeProvider.System.GetUtcNow()), TimeProvider.System, progress)
            .Create([new() { Path = descriptor.Workspace.Roots[0], Origin = RootOrigin.Workspace }], [], CancellationToken.None);
        progress.Done.ShouldBe(5002 + 4);
        plan.Steps.Sum(static step => step.Files).ShouldBe(5002);
    }

    private void Write(string path)
    {
        var file = Path.Combine(home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
    }

    public void Dispose()
    {
        using var process = Process.Start("rm", ["-rf", home]);
        process.WaitForExit();
    }
}
