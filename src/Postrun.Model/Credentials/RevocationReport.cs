using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What became of the credentials of a run: what <c>postrun revoke --output json</c> writes, and a clean-up puts into its report.</summary>
public sealed record RevocationReport
{
    /// <summary>Whether the policy calls the run clean of all of them.</summary>
    public required bool Clean { get; init; }

    /// <summary>Why nothing, or nothing further, could be revoked, such as a register that cannot be read. Absent where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>In the order of the register.</summary>
    public required ImmutableArray<RevocationOutcome> Credentials { get; init; }

    /// <summary>Lines of the register that are no credential: what they stood for may live on.</summary>
    public ImmutableArray<int> DamagedLines { get; init; } = [];

    /// <summary>What may live on, in the order of the register.</summary>
    [JsonIgnore]
    public IEnumerable<RevocationOutcome> Open => Credentials.Where(static credential => credential.MayLiveOn is not null);

    /// <summary>How many were proved to be dead.</summary>
    [JsonIgnore]
    public int Verified => Credentials.Count(static credential => credential.Status == RevocationStatus.RevokedVerified);

    /// <summary>As it is shown to others.</summary>
    public RevocationReport ToShow() => this with { Credentials = [.. Credentials.Select(static credential => credential with { ValuePrint = null })] };

    /// <param name="credentials">Each judged by the policy.</param>
    public static RevocationReport Of(ImmutableArray<RevocationOutcome> credentials, ImmutableArray<int> damagedLines) => new()
    {
        Clean = damagedLines.IsEmpty && credentials.All(static credential => credential.MayLiveOn is null),
        Credentials = credentials,
        DamagedLines = damagedLines,
    };

    /// <summary>Where nothing could be revoked.</summary>
    public static RevocationReport Unknown(string problem) => new() { Clean = false, Problem = problem, Credentials = [] };
}
