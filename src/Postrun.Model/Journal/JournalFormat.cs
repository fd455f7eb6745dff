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
    public const int HeaderLength = 5;

    /// <summary>The hash.</summary>
    public const int TrailerLength = 8;

    /// <summary>A longer payload is not ours.</summary>
    public const int MaxPayload = 512 << 20;
}

/// <summary>What a frame says.</summary>
public enum JournalFrameKind : byte
{
    /// <summary><see cref="JournalBegin"/> as JSON: an execution starts, or goes on after it died.</summary>
    Begin = 1,

    /// <summary>A plan in canonical JSON; it opens the next round.</summary>
    Plan = 2,

    /// <summary><see cref="EntriesFrame"/>: intent to remove entries of one directory.</summary>
    Entries = 3,

    /// <summary><see cref="LeftFrame"/>: an entry stays, and the report says so. Takes an earlier intent back.</summary>
    Left = 4,

    /// <summary><see cref="LeftFrame"/> without a reason: takes an earlier intent back, nothing to report.</summary>
    Retracted = 5,

    /// <summary>One <see cref="StepStatus"/> a step of the current round, which it closes.</summary>
    RoundEnd = 6,

    /// <summary><see cref="JournalEnd"/> as JSON: nothing more is done in this execution.</summary>
    End = 7,

    /// <summary><see cref="PinFrame"/>: a further name that protects a file of the evidence.</summary>
    Pin = 8,

    /// <summary><see cref="EvidenceProtection"/>: the pins are made, and deletions begin. Older journals have none.</summary>
    Protection = 9,

    /// <summary><see cref="RedactionIntent"/>: a redacted copy is about to be written.</summary>
    Redacting = 10,

    /// <summary><see cref="ReplacementIntent"/>: it is about to take the place of the original.</summary>
    Replacing = 11,

    /// <summary><see cref="RedactionEnd"/>: it has, or it was given up.</summary>
    Redacted = 12,

    /// <summary><see cref="FileFindings"/>: what was found in a file that was not redacted.</summary>
    Findings = 13,

    /// <summary><see cref="ScanTotals"/> of the current round.</summary>
    Scanned = 14,

    /// <summary><see cref="RevocationReport"/> as JSON: what became of the credentials of the run. The last one counts.</summary>
    Revocation = 15,
}
