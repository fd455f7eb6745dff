using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What looks like a credential on this machine. Holds no value.</summary>
public sealed record FoundCredential
{
    public required CredentialKind Kind { get; init; }

    /// <summary>Where it is; a file may hold others, too.</summary>
    public required ValueSource Where { get; init; }

    /// <summary>Who issued it, an address or a name; absent where that is not known.</summary>
    public string? Issuer { get; init; }

    /// <summary>When it ends by itself; absent where that is not known, and where it does not end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What it is called in the register; absent where it is not registered from there.</summary>
    public string? RegisteredAs { get; init; }

    /// <summary>Whether its value is all that is there, so that it can be read and sent as it is.</summary>
    [JsonIgnore]
    public bool IsWhole { get; init; }
}

/// <summary>What <c>postrun credentials discover --output json</c> writes.</summary>
public sealed record DiscoveryReport
{
    public required ImmutableArray<FoundCredential> Credentials { get; init; }
}
