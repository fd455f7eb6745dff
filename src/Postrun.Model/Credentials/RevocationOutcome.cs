using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What became of one credential. Holds no value; of the handle, only a fingerprint.</summary>
public sealed record RevocationOutcome
{
    /// <inheritdoc cref="RunCredential.Name"/>
    public required string Name { get; init; }

    public required CredentialKind Kind { get; init; }

    public string? Issuer { get; init; }

    /// <summary>A keyed hash of the handle: 16 hexadecimal digits. Absent where there is none.</summary>
    public string? HandleFingerprint { get; init; }

    public required RevocationStatus Status { get; init; }

    /// <summary>What was seen, in one line for a person: which look-up failed with what, or why nothing could be done.</summary>
    public required string Proof { get; init; }

    /// <summary>When it ends by itself, of <see cref="RevocationStatus.ExpiresAt"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When this was seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Of the value that this is known of; in no report.</summary>
    public string? ValuePrint { get; init; }

    /// <summary>Its issuer has forgotten it, or given up on it, and it may live on where it is used. It stays so, whatever is looked up later.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonPropertyName("orphaned")]
    public bool IsOrphaned { get; init; }

    /// <summary>Processes that were started with its value in their environment, which nothing wipes from outside: <c>python (4711): ACCESS_TOKEN</c>.</summary>
    public ImmutableArray<string>? HeldBy { get; init; }

    /// <summary>Why the policy does not call the run clean of it; absent where it does, and where nobody has asked the policy yet.</summary>
    public string? MayLiveOn { get; init; }

    /// <summary>Whether it is of this credential, and not of an earlier one of the same name.</summary>
    /// <param name="valuePrint">Of its value as it is now; <see langword="null"/> where it has none, or it is gone.</param>
    public bool IsOf(RunCredential credential, string? valuePrint) =>
        Name == credential.Name && Kind == credential.Kind && At >= credential.RegisteredAt && (valuePrint is null || valuePrint == ValuePrint);
}

/// <summary>What can be said of a credential after its revocation, and no more than that.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RevocationStatus>))]
public enum RevocationStatus
{
    /// <summary>A look-up with it, or with its handle, failed afterwards.</summary>
    [JsonStringEnumMemberName("REVOKED_VERIFIED")] RevokedVerified,

    /// <summary>Its issuer took the revocation; nothing proves it yet.</summary>
    [JsonStringEnumMemberName("REVOKE_ACCEPTED")] RevokeAccepted,

    /// <summary>The policy, or a guard against revoking what is not the run's, let it be.</summary>
    [JsonStringEnumMemberName("DENIED_BY_POLICY")] DeniedByPolicy,

    /// <summary>It cannot be revoked, and ends by itself.</summary>
    [JsonStringEnumMemberName("EXPIRES_AT")] ExpiresAt,

    /// <summary>Only a person can revoke it.</summary>
    [JsonStringEnumMemberName("MANUAL_REQUIRED")] ManualRequired,

    /// <summary>It was tried, and it may live.</summary>
    [JsonStringEnumMemberName("FAILED")] Failed,
}
