using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>A step of a plan and what became of it.</summary>
public sealed record ReportStep
{
    /// <summary>0-based.</summary>
    public required int Round { get; init; }

    public required int Number { get; init; }

    /// <summary>Absolute.</summary>
    public required UnixPath Path { get; init; }

    public required ItemType Type { get; init; }

    public required DataClass Class { get; init; }

    public RetentionCode? Retention { get; init; }

    public required Treatment Treatment { get; init; }

    /// <summary><see langword="null"/> where nothing is done to it.</summary>
    public StepMethod? Method { get; init; }

    public required StepStatus Status { get; init; }

    public required PlannedCounts Planned { get; init; }

    public required RemovedCounts Removed { get; init; }

    public bool Conflict { get; init; }

    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Processes that held an entry open when the plan was made.</summary>
    public ImmutableArray<string> HeldBy { get; init; } = [];
}

/// <summary>Keys of <see cref="MethodStatement"/>.</summary>
public sealed record StepMethod(string Technique, string Claim);

public sealed record PlannedCounts(long Files, long Directories, long Bytes);

public sealed record RemovedCounts(long Files, long Directories, long BytesFreed, long BytesHeld);
