using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>A random tree and a random descriptor, both from one seed, and what ought to become of them.</summary>
internal sealed class RandomRun
{
    private static readonly string[] Names = ["data", "ckpt", "logs", "out", "cache", "épreuve", "with space", ".hidden", "a'b", "x\\y"];

    private readonly Random random;
    private readonly Workspace workspace;
    private readonly string outside;
    private readonly HashSet<string> keptTrees = new(StringComparer.Ordinal);
    private readonly List<string> directories = [""];
    private readonly List<string> files = [];
    private readonly Dictionary<string, string> linkOf = new(StringComparer.Ordinal);
    private readonly bool undecided;

    /// <param name="outside">A directory of the same file system, for further names of files.</param>
    public RandomRun(int seed, Workspace workspace, string outside)
    {
        random = new(seed);
        this.workspace = workspace;
        this.outside = outside;
        undecided = random.Next(4) == 0;
        BuildDirectories();
        for (var i = random.Next(20, 120); i > 0; i--)
            AddFile(i);
        AddLinks();
        AddSpecials();
        Describe();
    }

    /// <summary>Whether an entry that is not a directory has to stay, by its path from the root (plain form).</summary>
    public bool IsKept(string path) => KeptByName(path) || (linkOf.TryGetValue(path, out var group) && linkOf.Any(other => other.Value == group && KeptByName(other.Key)));

    public IEnumerable<string> KeptFiles => files.Where(IsKept);

    /// <summary>Content of what must stay.</summary>
    public Dictionary<string, string> Contents() => KeptFiles.ToDictionary(
        file => file, file => File.Exists(workspace.At(file)) ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(workspace.At(file)))) : "gone");

    private bool KeptByName(string path) =>
        path.EndsWith(".ev", StringComparison.Ordinal) || keptTrees.Any(tree => path.StartsWith(tree + "/", StringComparison.Ordinal))
        || (undecided && !IsTransient(path));

    private static bool IsTransient(string path) => path.EndsWith(".tmp", StringComparison.Ordinal) || path.StartsWith("scratch/", StringComparison.Ordinal);

    private void BuildDirectories()
    {
        directories.Add("scratch");
        for (var i = random.Next(5, 30); i > 0; i--)
            directories.Add(Join(directories[random.Next(directories.Count)], $"{Names[random.Next(Names.Length)]}{i}"));
        foreach (var directory in directories.Skip(1))
        {
            Directory.CreateDirectory(workspace.At(directory));
            if (random.Next(12) == 0)
                keptTrees.Add(directory);
        }
    }

    private void AddFile(int number)
    {
        var extension = random.Next(6) switch { 0 => ".ev", 1 => ".tmp", 2 => ".json", _ => ".bin" };
        var path = Join(directories[random.Next(directories.Count)], $"{Names[random.Next(Names.Length)]}-{number}{extension}");
        using var file = File.Create(workspace.At(path));
        switch (random.Next(5))
        {
            case 0:
                break;
            case 1:
                // Sparse: a hole, then a little.
                file.SetLength(random.Next(1 << 20));
                file.Seek(0, SeekOrigin.End);
                file.Write("end"u8);
                break;
            default:
                file.Write(Workspace.Content(path, random.Next(1, 20_000)));
                break;
        }
        files.Add(path);
    }

    private void AddLinks()
    {
        foreach (var file in files.ToList())
            switch (random.Next(12))
            {
                case 0:
                    for (var i = random.Next(1, 3); i > 0; i--)
                    {
                        var link = Join(directories[random.Next(directories.Count)], $"link-{files.Count}");
                        Native.HardLink(workspace.At(file), workspace.At(link));
                        files.Add(link);
                        linkOf[link] = linkOf[file] = linkOf.GetValueOrDefault(file, file);
                    }
                    break;
                case 1:
                    Native.HardLink(workspace.At(file), Path.Combine(outside, $"outside-{files.IndexOf(file)}"));
                    break;
            }
    }

    private void AddSpecials()
    {
        for (var i = random.Next(6); i > 0; i--)
        {
            var target = random.Next(3) switch { 0 => workspace.Root, 1 => new string('t', random.Next(60, 1000)), _ => "/etc/hostname" };
            var path = Join(directories[random.Next(directories.Count)], $"symlink-{i}");
            File.CreateSymbolicLink(workspace.At(path), target);
        }
        for (var i = random.Next(3); i > 0; i--)
            Native.Fifo(workspace.At(Join(directories[random.Next(directories.Count)], $"fifo-{i}")));
    }

    private void Describe()
    {
        var patterns = new List<string> { "*.ev" };
        patterns.AddRange(keptTrees.Select(static tree => $"/{Escape(tree)}/"));
        var keeps = random.Next(2) == 0 ? "evidence" : "keep";
        var text = new StringBuilder($"{keeps}: [{string.Join(", ", patterns.Select(static p => $"\"{p.Replace("\\", "\\\\", StringComparison.Ordinal)}\""))}]\n");
        text.Append("transient: [\"*.tmp\", \"/scratch/\"]");
        if (undecided)
            text.Append("\nunmatched: undecided");
        else if (random.Next(3) == 0)
            text.Append("\nintermediate: [\"*.json\"]");
        workspace.Describe(text.ToString(), confirmation: random.Next(3) == 0 ? "hashed" : "listed");
    }

    private static string Escape(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Join(string directory, string name) => directory.Length == 0 ? name : $"{directory}/{name}";
}
