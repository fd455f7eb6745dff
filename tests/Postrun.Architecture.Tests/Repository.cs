using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Postrun.Architecture.Tests;

/// <summary>The repository that these tests were compiled in.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "out", ".git", "TestResults"];

    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files that are written by hand, as paths relative to the root.</summary>
    public static IEnumerable<string> Files(string pattern, string folder = ".") => Walk(new(Path.Combine(Root, folder)), pattern)
        .Select(static file => Path.GetRelativePath(Root, file.FullName)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Rooms() => Files("*.csproj", "src").Select(static project => Path.GetFileNameWithoutExtension(project));

    public static XElement Project(string path) => XElement.Parse(Read(path));

    public static IEnumerable<string> Included(this XElement project, string item) => project.Descendants(item)
        .Select(static element => element.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<FileInfo> Walk(DirectoryInfo directory, string pattern) => directory.EnumerateFiles(pattern)
        .Concat(directory.EnumerateDirectories().Where(static child => !Generated.Contains(child.Name)).SelectMany(child => Walk(child, pattern)));

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
