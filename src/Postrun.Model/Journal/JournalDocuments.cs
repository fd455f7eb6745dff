using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>Who executes, since when.</summary>
public sealed record JournalBegin
{
    public required AgentIdentity Agent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many plans may follow one another; 1 where exactly one is applied.</summary>
    public required int MaxRounds { get; init; }

    /// <summary><c>sha256:</c> and the digest of the bundle that was in the evidence directory before.</summary>
    public string? PreviousEvidence { get; init; }
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
[JsonConverter(typeof(JsonStringEnumConverter<StepStatus>))]
public enum StepStatus : byte
{
    /// <summary>No outcome was recorded: the execution died before it.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown = 0,

    /// <summary>All of it was removed, or kept, as planned.</summary>
    [JsonStringEnumMemberName("done")] Done = 1,

    /// <summary>Something of it was left; each such thing is listed.</summary>
    [JsonStringEnumMemberName("partial")] Partial = 2,

    /// <summary>A deadline or a signal came before it was finished.</summary>
    [JsonStringEnumMemberName("cut")] Cut = 3,
}
