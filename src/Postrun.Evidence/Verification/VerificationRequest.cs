using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>What to hold evidence against.</summary>
public sealed record VerificationRequest
{
    /// <summary>The trusted key. What the bundle says of keys is a hint.</summary>
    public required string PublicKeyPem { get; init; }

    /// <summary>Whether a path exists, symbolic links not followed; <see langword="null"/>: that is not checked.</summary>
    public Func<UnixPath, bool>? Exists { get; init; }

    /// <summary>The run that the report must be of; <see langword="null"/>: any.</summary>
    public string? Run { get; init; }

    /// <summary>The clean-up must have started then or later: older evidence that was put in its place is noticed.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether to follow the chain of earlier evidence through <c>history/</c>.</summary>
    public bool WithHistory { get; init; } = true;
}
