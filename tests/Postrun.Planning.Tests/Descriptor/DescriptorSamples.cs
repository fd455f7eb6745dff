using System.Text;
using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>The sample files beside the tests, and the world that they are read in.</summary>
internal static class DescriptorSamples
{
    public static readonly HashSet<string> KnownCaches = ["huggingface", "pip", "torch"];

    public static readonly Dictionary<string, string> Environment = new()
    {
        ["HOME"] = "/users/ada",
        ["RUN_ID"] = "run-1",
        ["EMPTY"] = "",
        ["SECRET"] = "hunter2",
        ["INJECTION"] = "passed }\nworkspace: { roots: [/] }",
        ["STAR"] = "**",
    };

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Descriptor", name);

    public static DescriptorResult Read(ReadOnlySpan<byte> yaml) =>
        DescriptorReader.Read(yaml, "postrun.yaml", UnixPath.Of("/project/run"), Environment, KnownCaches);

    public static DescriptorResult Read(string yaml) => Read(Encoding.UTF8.GetBytes(yaml));

    public static TheoryData<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(Folder(folder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
