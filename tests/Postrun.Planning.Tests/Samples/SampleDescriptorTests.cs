using System.Runtime.CompilerServices;
using System.Text;
using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>What is in <c>samples/</c> is what people copy: it must be read without an error.</summary>
public sealed class SampleDescriptorTests
{
    private static readonly Dictionary<string, string> Environment = new() { ["JOB_NAME"] = "train-17" };

    public static TheoryData<string> Descriptors =>
        [.. Directory.EnumerateFiles(Path.Combine(Samples(), "descriptors"), "*.yaml").Select(Path.GetFileName).OfType<string>()];

    [Theory, MemberData(nameof(Descriptors))]
    public void Can_be_read(string file) => Read(File.ReadAllText(Path.Combine(Samples(), "descriptors", file))).Errors.ShouldBeEmpty();

    [Fact]
    public void The_descriptor_of_the_sample_workspace_can_be_read()
    {
        var script = File.ReadAllText(Path.Combine(Samples(), "make-workspace.sh"));
        const string begin = "<<'YAML'\n";
        var start = script.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var result = Read(script[start..script.IndexOf("\nYAML\n", start, StringComparison.Ordinal)]);
        result.Errors.ShouldBeEmpty();
        result.Descriptor.ShouldNotBeNull().Caches.All.ShouldBeTrue();
    }

    private static DescriptorResult Read(string yaml) => DescriptorReader.Read(
        Encoding.UTF8.GetBytes(yaml), "postrun.yaml", UnixPath.Of("/project/run"), Environment, CacheCatalogue.Names);

    private static string Samples([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples");
}
