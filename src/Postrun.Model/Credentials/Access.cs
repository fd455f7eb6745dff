using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>Whether somebody can still get in with a credential, and for how long. Holds no value.</summary>
public sealed record Access
{
    /// <inheritdoc cref="RunCredential.Name"/>
    public required string Name { get; init; }

    public required CredentialKind Kind { get; init; }

    public string? Issuer { get; init; }

    public required AccessState State { get; init; }

    /// <summary>Seconds until it ends by itself, 0 or more; absent where that is not known, and where it does not end.</summary>
    public long? RemainingSeconds { get; init; }

    /// <summary>Whom it belongs to, and what was seen, in one line.</summary>
    public required string Detail { get; init; }

    /// <summary>Processes that were started with it in their environment: <c>python (4711): ACCESS_TOKEN</c>.</summary>
    public ImmutableArray<string>? HeldBy { get; init; }
}

/// <summary>What a look-up said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccessState>))]
public enum AccessState
{
    /// <summary>It is alive.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Nobody can say: it is not looked up, or gave no answer.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>It is dead.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>Who can still get in: what <c>postrun access --output json</c> writes.</summary>
public sealed record AccessReport
{
    /// <summary>In the order of the register.</summary>
    public required ImmutableArray<Access> Credentials { get; init; }

    /// <summary>What to do about it, a sentence each.</summary>
    public required ImmutableArray<string> Advice { get; init; }
}
