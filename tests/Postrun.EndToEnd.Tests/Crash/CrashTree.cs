using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>
/// Some 3,000 files in nested directories, with everything that makes a removal hard to take up again: several names,
/// links, evidence within what goes, further names of evidence. It is set up anew from one template.
/// </summary>
internal sealed class CrashTree : IDisposable
{
    private const int Directories = 60;
    private const int FilesEach = 48;

    private readonly string template;

    public CrashTree()
    {
        template = Path.Combine(Workspace.Home, "template");
        Build(template);
        Workspace.Describe("evidence: [\"*.ev\", \"/reports/**\"]\ntransient: [\"/tmp/\"]");
        Reset();
        Before = Listing.Of(Workspace.Root);
        Evidence = Contents();
    }

    public Workspace Workspace { get; } = new();

    public SortedSet<string> Before { get; }

    /// <summary>Content of the evidence by path.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; }

    /// <summary>The same tree under the same path; no evidence directory, no journal.</summary>
    public void Reset()
    {
        Tool.Must("rm", "-rf", Workspace.Root, Workspace.EvidenceDirectory);
        Tool.Must("cp", "-a", template, Workspace.Root);
        // How many blocks a file takes is settled when it is written, and the report counts them.
        Tool.Must("sync", "-f", Workspace.Root);
    }

    public IReadOnlyDictionary<string, string> Contents() => Directory
        .EnumerateFiles(Workspace.Root, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".ev", StringComparison.Ordinal) || file.StartsWith(Workspace.At("reports/"), StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(file)));

    private static void Build(string root)
    {
        var random = new Random(20260131);
        Directory.CreateDirectory(Path.Combine(root, "reports"));
        for (var i = 0; i < 10; i++)
            File.WriteAllText(Path.Combine(root, "reports", $"eval-{i}.json"), $"{{\"score\":{i}}}");
        var folders = new List<string> { Path.Combine(root, "tmp") };
        Directory.CreateDirectory(folders[0]);
        for (var d = 0; d < Directories; d++)
        {
            var folder = Path.Combine(folders[random.Next(folders.Count)], $"d{d}");
            folders.Add(folder);
            Directory.CreateDirectory(folder);
            if (d % 7 == 0)
                Directory.CreateDirectory(Path.Combine(folder, "empty", "deeper"));
            for (var f = 0; f < FilesEach; f++)
                File.WriteAllBytes(Path.Combine(folder, $"f{f:d3}.bin"), Encoding.ASCII.GetBytes(new string('x', random.Next(0, 6000))));
            File.CreateSymbolicLink(Path.Combine(folder, "to-evidence"), Path.Combine(root, "reports", "eval-1.json"));
            File.CreateSymbolicLink(Path.Combine(folder, "to-nowhere"), new string('n', 100 + random.Next(200)));
            if (d % 5 == 0)
                File.WriteAllText(Path.Combine(folder, "kept.ev"), $"evidence {d}");
            // Names within one directory, and across directories.
            Native.HardLink(Path.Combine(folder, "f000.bin"), Path.Combine(folder, "same.bin"));
            Native.HardLink(Path.Combine(folder, "f001.bin"), Path.Combine(folders[random.Next(folders.Count)], $"other-{d}.bin"));
            if (d % 9 == 0)
                Native.HardLink(Path.Combine(root, "reports", $"eval-{d % 10}.json"), Path.Combine(folder, "linked-to-evidence.json"));
            if (d % 10 == 0)
                Native.Fifo(Path.Combine(folder, "progress.fifo"));
        }
    }

    public void Dispose() => Workspace.Dispose();
}
