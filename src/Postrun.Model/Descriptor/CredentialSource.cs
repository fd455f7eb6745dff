using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>Where it stands what was issued to the run, and how its issuers are asked to revoke it.</summary>
public sealed record CredentialSource
{
    /// <summary>The register, absolute and outside the roots; <see langword="null"/>: the one that <c>POSTRUN_CREDENTIALS</c> names.</summary>
    public UnixPath? Register { get; init; }

    /// <summary>What Vault is asked with, at <c>VAULT_ADDR</c> alone.</summary>
    public VaultLoginSource Vault { get; init; } = new();

    /// <summary>Certificates of an authority of one's own, in PEM; absolute and outside the roots.</summary>
    public UnixPath? AuthorityFile { get; init; }

    /// <summary>Hosts besides an issuer's own that tokens may be sent to.</summary>
    public ImmutableArray<string> TrustedHosts { get; init; } = [];

    /// <summary>How long it may take; <see langword="null"/>: half of the time that the clean-up has, or else <see cref="DefaultTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Issuers that do not answer must not keep the rest of the clean-up from being done.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(2);
}
