namespace Postrun.Model;

/// <summary>
/// The write-ahead journal on disk: <see cref="Magic"/>, then frames. A frame is its payload's length (u32), its kind
/// (u8), the payload, and the XxHash3 (u64) of kind and payload; numbers are little-endian. A frame that is cut or
/// does not match its hash ends the journal: it was being written when the writer died.
/// </summary>
public static class JournalFormat
{
    public const string FileName = "journal";

    public static ReadOnlySpan<byte> Magic => "postrun-journal/1\n"u8;

    /// <summary>Length and kind.</summary>
    public const int FrameHeader = 5;

    /// <summary>The hash.</summary>
    public const int FrameTrailer = 8;

    /// <summary>A longer payload is not ours.</summary>
    public const int MaxPayload = 256 << 20;
}

/// <summary>What a frame says.</summary>
public enum JournalFrameKind : byte
{
    /// <summary><see cref="JournalBegin"/> as JSON.</summary>
    Begin = 1,

    /// <summary>A plan in canonical JSON; the round it opens is its ordinal among these frames.</summary>
    Plan = 2,

    /// <summary>Intent to remove these entries of one directory.</summary>
    Entries = 3,

    /// <summary>One entry that stays, with the reason; it takes back an intent.</summary>
    Left = 4,

    /// <summary>The outcome of one step of the current round.</summary>
    StepEnd = 5,

    /// <summary><see cref="JournalEnd"/> as JSON: nothing more will be done in this execution.</summary>
    End = 6,
}

/// <summary>Who executes, since when.</summary>
public sealed record JournalBegin
{
    public required AgentIdentity Agent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>How the execution ended.</summary>
public sealed record JournalEnd
{
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>What cut it short; <see langword="null"/> where everything was tried.</summary>
    public LeftReason? Interruption { get; init; }
}

/// <summary>The program that acts, and where.</summary>
public sealed record AgentIdentity
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    public required string Host { get; init; }

    public required string User { get; init; }

    public required int ProcessId { get; init; }

    /// <summary>Release of the kernel, as <c>uname -r</c> says it.</summary>
    public required string Kernel { get; init; }
}

/// <summary>How a step ended.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<StepStatus>))]
public enum StepStatus : byte
{
    /// <summary>No outcome was recorded: the execution died before it.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("unknown")] Unknown = 0,

    /// <summary>All of it was removed, or kept, as planned.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("done")] Done = 1,

    /// <summary>Something of it was left; each such thing is listed.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("partial")] Partial = 2,

    /// <summary>A deadline or a signal came before it was finished.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("cut")] Cut = 3,
}
