using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Postrun.Model;
using ZstdSharp;

namespace Postrun.Evidence.Tests;

/// <summary>A clean-up of two rounds, small but with one of everything.</summary>
internal sealed record Sample(Execution Execution, RemovedList Removed, byte[] RemovedFile)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 17, 14, 3, 22, TimeSpan.Zero);

    private static readonly Decision Evidence = new()
    {
        Class = DataClass.Evidence,
        Retention = RetentionCode.Years(10),
        DeleteAfter = Start.AddYears(10),
        LegalBasis = "EU AI Act art. 18",
        Responsible = "ml-platform@example.org",
        Treatment = Treatment.Keep,
        Reasons = [new("workspace.package", "inside the package '/w/package' (postrun.yaml line 9)")],
    };

    private static readonly Decision Transient = new()
    {
        Class = DataClass.Transient,
        Retention = RetentionCode.Ret0,
        DeleteAfter = Start,
        LegalBasis = "LGPD art. 16",
        Responsible = "ml-platform@example.org",
        Treatment = Treatment.Delete,
        Reasons = [new("workspace.transient", "matches 'tmp/**' (postrun.yaml line 14)")],
    };

    private static readonly Decision Intermediate = Transient with { Class = DataClass.Intermediate, Retention = RetentionCode.Days(7), Conflict = true };

    private static readonly Decision Undecided = new()
    {
        Class = DataClass.Undecided,
        Retention = null,
        DeleteAfter = null,
        Treatment = Treatment.Keep,
        Reasons = [new("workspace.unmatched", "no pattern matches")],
    };

    public static Sample Good() => Build(withUndecided: false, interruption: null);

    public static Sample Build(bool withUndecided, LeftReason? interruption, bool hostile = false, int extraSteps = 0)
    {
        var first = PlanOf(0, hostile,
            [
                Step(0, "package", Evidence, 12, 3_400_000_000),
                Step(1, hostile ? "tmp/<script>alert(1)</script>\u202Etxt.exe" : "tmp", Transient, 2, 9000, heldBy: "python (4711)"),
                Step(2, "checkpoints", Intermediate, 1, 8_000_000),
                .. withUndecided ? [Step(3, "notes", Undecided, 2, 100)] : Array.Empty<(string, Decision, long, long, string?)>(),
                .. Enumerable.Range(0, extraSteps).Select(i => Step(0, $"package/shard-{i:00000}", Evidence, 1, 4096)),
            ]);
        var second = PlanOf(1, hostile, [Step(0, "package", Evidence, 13, 3_400_004_096), Step(1, "tmp/late", Transient, 1, 4096)]);
        (int Round, int Step, string Path, ItemType Type, long Freed, bool Held)[] entries =
        [
            (0, 1, "/w/tmp/a", ItemType.RegularFile, 4096, false),
            (0, 1, "/w/tmp/b", ItemType.RegularFile, 8192, true),
            (0, 1, "/w/tmp/d", ItemType.Directory, 0, false),
            (0, 2, "/w/checkpoints/epoch-1.pt", ItemType.RegularFile, 8_000_000, false),
            (1, 1, "/w/tmp/late", ItemType.RegularFile, 4096, false),
        ];
        var lines = new ArrayBufferWriter<byte>();
        using var tree = new MerkleTree();
        foreach (var e in entries)
        {
            var from = lines.WrittenCount;
            var length = RemovedLine.Write(lines, new() { Path = UnixPath.Of(e.Path).Bytes, Type = e.Type, Size = 10, Freed = e.Freed, Round = e.Round, Step = e.Step, Held = e.Held });
            tree.Add(lines.WrittenSpan.Slice(from, length));
        }
        using var compressor = new Compressor(3);
        var file = compressor.Wrap(lines.WrittenSpan).ToArray();
        var removed = new RemovedList
        {
            Records = entries.Length,
            MerkleRoot = Convert.ToHexStringLower(tree.Root()),
            FileSha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            Steps = [[default, new(2, 1, 4096, 8192), new(1, 0, 8_000_000, 0)], [default, new(1, 0, 4096, 0)]],
            Kinds = ImmutableSortedDictionary<ResidueKind, RemovalTally>.Empty
                .Add(ResidueKind.Temporary, new(3, 1, 8192, 8192)).Add(ResidueKind.Checkpoint, new(1, 0, 8_000_000, 0)),
        };
        var done = Enumerable.Repeat(StepStatus.Done, first.Steps.Length).ToImmutableArray();
        return new(
            new()
            {
                Agent = new() { Version = "0.1.0", Host = "gpu-07", User = "trainer", ProcessId = 4242, Kernel = "6.18.2" },
                StartedAt = Start,
                FinishedAt = interruption is null ? Start.AddSeconds(3.25) : null,
                Interruption = interruption,
                Rounds =
                [
                    new(first, CanonicalJson.Digest(first, ModelJson.Default.Plan), interruption is null ? done : done.SetItem(2, StepStatus.Cut), new(12, withUndecided ? 3 : 0)),
                    new(second, CanonicalJson.Digest(second, ModelJson.Default.Plan), [StepStatus.Done, StepStatus.Done], new(13, 0)),
                ],
                Left = withUndecided
                    ? [new() { Path = UnixPath.Of("/w/notes"), Reason = LeftReason.Undecided, Detail = "no pattern matches it" },
                       new() { Path = UnixPath.Of("/w/tmp/locked"), Reason = LeftReason.Immutable, Detail = "the attribute i is set" }]
                    : [],
            },
            removed, file);
    }

    /// <summary>The evidence directory.</summary>
    public Dictionary<string, byte[]> Files(SigningKey? key, string? previousEvidence = null)
    {
        var files = EvidencePackage.Build(Execution, Removed, 0, key, previousEvidence).Files.ToDictionary(f => f.Name, f => f.Content);
        files[EvidenceFiles.Removed] = RemovedFile;
        return files;
    }

    private static (string, Decision, long, long, string?) Step(int _, string path, Decision decision, long files, long bytes, string? heldBy = null) =>
        (path, decision, files, bytes, heldBy);

    private static Plan PlanOf(int round, bool hostile, (string Path, Decision Decision, long Files, long Bytes, string? HeldBy)[] steps)
    {
        ImmutableArray<Decision> decisions = [.. steps.Select(s => s.Decision).Distinct()];
        return new()
        {
            Id = new Guid(round, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]),
            Run = new()
            {
                Id = "run-2026-01-17-0042",
                Name = hostile ? "<b>credit & \"risk\"</b>" : "credit-risk-v7",
                Owner = "Ana Souza",
                Outcome = GateOutcome.Passed,
                FinishedAt = Start.AddMinutes(-5),
            },
            DescriptorDigest = CanonicalJson.Digest("descriptor"u8),
            Policy = new("postrun.default", "1", CanonicalJson.Digest("policy"u8)),
            CreatedAt = Start.AddSeconds(-2 + round),
            AsOf = Start.AddSeconds(-3 + round),
            EvidenceDirectory = UnixPath.Of("/w/postrun"),
            Confirmation = Confirmation.Listed,
            Roots = [new() { Path = UnixPath.Of("/w"), Origin = RootOrigin.Workspace, Device = 66, Inode = 2, FileSystem = "ext4" }],
            Decisions = decisions,
            Steps = [.. steps.Select((s, i) => new PlanStep
            {
                Number = i,
                Root = 0,
                Path = UnixPath.Of(s.Path),
                Type = ItemType.Directory,
                Decision = decisions.IndexOf(s.Decision),
                Files = s.Files,
                Directories = 1,
                Bytes = s.Bytes,
                HeldBy = s.HeldBy is null ? [] : [s.HeldBy],
            })],
            Left = [],
        };
    }
}
