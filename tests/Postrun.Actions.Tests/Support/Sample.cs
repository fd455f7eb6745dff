using System.Diagnostics;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>A directory that is a root, a journal beside it, and plans for it.</summary>
internal sealed class Sample : IDisposable
{
    public Sample()
    {
        Home = Directory.CreateTempSubdirectory("postrun-actions-").FullName;
        Directory.CreateDirectory(At(""));
        DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(Path.Combine(Home, "root")), out var root).ShouldBe(Errno.None);
        Root = root!;
        var file = File.OpenHandle(JournalFile, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.Write(file, JournalFormat.Magic, 0);
        Journal = new(file, JournalFormat.Magic.Length);
        Journal.Append(JournalFrameKind.Begin, CanonicalJson.Serialize(new JournalBegin
        {
            Agent = new() { Version = "1", Host = "h", User = "u", ProcessId = 1, Kernel = "6" },
            StartedAt = DateTimeOffset.UnixEpoch,
            MaxRounds = 1,
        }, ModelJson.Default.JournalBegin));
    }

    public string Home { get; }

    public DirectoryHandle Root { get; }

    public JournalWriter Journal { get; }

    public string JournalFile => Path.Combine(Home, "journal");

    public string At(string relative) => Path.Combine(Home, "root", relative);

    public void Write(string relative, string content = "x")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
    }

    /// <param name="steps">A path, what it is, and whether it is removed; the first is the root's.</param>
    public Plan Plan(params (string Path, ItemType Type, bool Removes)[] steps)
    {
        Root.StatSelf(out var stat);
        return new()
        {
            Id = Guid.CreateVersion7(),
            Run = new() { Id = "r", Owner = "o", Outcome = GateOutcome.Passed },
            DescriptorDigest = "sha256:00",
            Policy = new("p", "1", "sha256:00"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            AsOf = FileClock.NextTick(),
            EvidenceDirectory = UnixPath.Of("/evidence"),
            Confirmation = Confirmation.Listed,
            Roots = [new() { Path = UnixPath.Of(Path.Combine(Home, "root")), Origin = RootOrigin.Workspace, Device = stat.Device, Inode = stat.Inode, FileSystem = "ext4" }],
            Decisions = [Decision(DataClass.Evidence, Treatment.Keep), Decision(DataClass.Transient, Treatment.Delete)],
            Steps = [.. steps.Select(static (step, number) => new PlanStep
            {
                Number = number, Root = 0, Path = UnixPath.Of(step.Path), Type = step.Type, Decision = step.Removes ? 1 : 0, Files = 0, Directories = 0, Bytes = 0,
            })],
            Left = [],
        };
    }

    public JournalReplay Run(Plan plan)
    {
        Journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
        new PlanExecutor(Journal, []).Run(plan, RoundHistory.None, CancellationToken.None);
        return Replay();
    }

    public JournalReplay Replay()
    {
        Journal.Flush();
        using var stream = new FileStream(JournalFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return JournalReplay.Read(stream);
    }

    public IReadOnlyList<string> Entries() =>
        [.. Directory.EnumerateFileSystemEntries(At(""), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(At(""), path)).Order(StringComparer.Ordinal)];

    private static Decision Decision(DataClass dataClass, Treatment treatment) => new()
    {
        Class = dataClass, Retention = RetentionCode.Ret0, DeleteAfter = null, Treatment = treatment, Reasons = [new("r", "f")],
    };

    public void Dispose()
    {
        Journal.Dispose();
        Root.Dispose();
        using var process = Process.Start("rm", ["-rf", Home]);
        process.WaitForExit();
    }
}
