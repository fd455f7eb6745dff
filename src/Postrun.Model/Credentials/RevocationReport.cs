using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>What became of the credentials of a run: what <c>postrun revoke --output json</c> writes.</summary>
public sealed record RevocationReport
{
    /// <summary>Whether the policy calls the run clean of all of them.</summary>
    public required bool Clean { get; init; }

    /// <summary>In the order of the register.</summary>
    public required ImmutableArray<RevocationOutcome> Credentials { get; init; }

    /// <summary>Lines of the register that are no credential: what they stood for may live on.</summary>
    public ImmutableArray<int> DamagedLines { get; init; } = [];
}
