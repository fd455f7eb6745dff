using System.Text.Json;

namespace Postrun.Model.Tests;

/// <summary>A journal with a frame of every kind.</summary>
internal static class SampleJournal
{
    public static readonly Plan Plan = new()
    {
        Id = new("0198c7b4-0000-7000-8000-000000000001"),
        Run = new() { Id = "r", Owner = "o", Outcome = GateOutcome.Passed },
        DescriptorDigest = "sha256:00",
        Policy = new("p", "1", "sha256:00"),
        CreatedAt = DateTimeOffset.UnixEpoch,
        AsOf = DateTimeOffset.UnixEpoch,
        EvidenceDirectory = UnixPath.Of("/evidence"),
        Confirmation = Confirmation.Listed,
        Roots = [new() { Path = UnixPath.Of("/w"), Origin = RootOrigin.Workspace, Device = 1, Inode = 2, FileSystem = "ext4" }],
        Decisions = [new() { Class = DataClass.Transient, Retention = RetentionCode.Ret0, DeleteAfter = null, Treatment = Treatment.Delete, Reasons = [new("r", "f")] }],
        Steps = [new() { Number = 0, Root = 0, Path = UnixPath.Empty, Type = ItemType.Directory, Decision = 0, Files = 1, Directories = 0, Bytes = 0 }],
        Left = [],
    };

    public static IReadOnlyList<(JournalFrameKind Kind, byte[] Payload)> Frames { get; } =
    [
        (JournalFrameKind.Begin, CanonicalJson.Serialize(new JournalBegin
        {
            Agent = new() { Version = "1", Host = "h", User = "u", ProcessId = 1, Kernel = "6" },
            StartedAt = DateTimeOffset.UnixEpoch,
            MaxRounds = 3,
        }, ModelJson.Default.JournalBegin)),
        (JournalFrameKind.Plan, CanonicalJson.Serialize(Plan, ModelJson.Default.Plan)),
        (JournalFrameKind.Pin, new PinFrame(0, UnixPath.Of("e.json"), 7, 0).ToBytes()),
        (JournalFrameKind.Protection, new EvidenceProtection(1, 2).ToBytes()),
        (JournalFrameKind.Entries, Entries()),
        (JournalFrameKind.Left, new LeftFrame(0, UnixPath.Of("d"), UnixPath.Of("x"), 0, LeftReason.ChangedSincePlan, "changed").ToBytes()),
        (JournalFrameKind.Retracted, new LeftFrame(0, UnixPath.Of("d"), UnixPath.Of("y"), 0, LeftReason.Other, "").ToBytes()),
        (JournalFrameKind.RoundEnd, [(byte)StepStatus.Partial]),
        (JournalFrameKind.End, CanonicalJson.Serialize(new JournalEnd { FinishedAt = DateTimeOffset.UnixEpoch }, ModelJson.Default.JournalEnd)),
        (JournalFrameKind.Revocation, JsonSerializer.SerializeToUtf8Bytes(RevocationReport.Unknown("gone"), RegisterJson.Default.RevocationReport)),
    ];

    public static byte[] Of(IEnumerable<(JournalFrameKind Kind, byte[] Payload)> frames) =>
        [.. JournalFormat.Magic, .. frames.SelectMany(static frame => JournalFrame.Of(frame.Kind, frame.Payload))];

    private static byte[] Entries()
    {
        var payload = new byte[1000];
        var length = EntriesFrame.WriteHeader(payload, 0, "d"u8, 5, 1);
        length += EntriesFrame.WriteEntry(payload.AsSpan(length), new() { Type = ItemType.RegularFile, Name = "x"u8, Step = 0, Size = 1, AllocatedBytes = 512, Links = 2, Inode = 9 });
        return payload[..length];
    }
}
