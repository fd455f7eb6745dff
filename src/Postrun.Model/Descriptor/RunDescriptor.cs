using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary><c>postrun.yaml</c>, resolved: variables interpolated, paths absolute, defaults filled in.</summary>
public sealed record RunDescriptor
{
    public const string ApiVersion = "postrun.dev/v1";

    public required RunIdentity Run { get; init; }

    public required Workspace Workspace { get; init; }

    public required CacheSelection Caches { get; init; }

    public required RetentionTerms Retention { get; init; }

    public required Confirmation Confirmation { get; init; }

    /// <summary>Absolute; holds <c>cleanup_report.json</c> and what proves it.</summary>
    public required UnixPath EvidenceDirectory { get; init; }

    /// <summary><see langword="null"/> where the descriptor names no key.</summary>
    public SigningKeySource? SigningKey { get; init; }

    /// <summary><see langword="null"/>: Postrun's own policy.</summary>
    public PolicySource? Policy { get; init; }

    public RedactionSource Redaction { get; init; } = new();

    public CredentialSource Credentials { get; init; } = new();

    /// <summary><c>sha256:</c> and 64 hexadecimal digits over the descriptor as it was read.</summary>
    public required string Digest { get; init; }
}

/// <summary>Who ran what, and how it ended.</summary>
public sealed record RunIdentity
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Owner { get; init; }

    public required GateOutcome Outcome { get; init; }

    /// <summary>The instant that retention terms count from; <see langword="null"/>: when the plan is made.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public ImmutableSortedDictionary<string, string> Links { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>How the gates of the run ended. The clean-up is the same for both.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateOutcome>))]
public enum GateOutcome
{
    [JsonStringEnumMemberName("passed")] Passed,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>The directories of the run and what is declared about their content.</summary>
public sealed record Workspace
{
    /// <summary>Absolute, at least one, none within another.</summary>
    public required ImmutableArray<UnixPath> Roots { get; init; }

    /// <summary>The directory of the package, absolute and within a root.</summary>
    public UnixPath? Package { get; init; }

    /// <summary>Mount points within the roots that may be entered; absolute.</summary>
    public ImmutableArray<UnixPath> Mounts { get; init; } = [];

    public ImmutableArray<DeclaredPattern> Evidence { get; init; } = [];

    public ImmutableArray<DeclaredPattern> Keep { get; init; } = [];

    public ImmutableArray<DeclaredPattern> Intermediate { get; init; } = [];

    public ImmutableArray<DeclaredPattern> Transient { get; init; } = [];

    /// <summary>The class of what no pattern names: transient by default, or undecided.</summary>
    public DataClass Unmatched { get; init; } = DataClass.Transient;
}

/// <summary>A gitignore-style pattern and where it stands.</summary>
/// <param name="Line">1-based line in the descriptor.</param>
public sealed record DeclaredPattern(string Text, int Line);

/// <summary>Which caches are cleaned, and whose.</summary>
public sealed record CacheSelection
{
    /// <summary>Names from the catalogue of caches. Empty and <see cref="All"/> unset: none.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Every cache of the catalogue that is found.</summary>
    public bool All { get; init; }

    /// <summary>Login names; empty: the user who runs Postrun.</summary>
    public ImmutableArray<string> Users { get; init; } = [];

    /// <summary>Further cache directories, absolute.</summary>
    public ImmutableArray<UnixPath> Paths { get; init; } = [];
}

/// <summary>The term of each class.</summary>
public sealed record RetentionTerms
{
    public required RetentionTerm Evidence { get; init; }

    public required RetentionTerm Intermediate { get; init; }

    public required RetentionTerm Transient { get; init; }
}

/// <summary>How long a class stays, on whose word and on which ground.</summary>
public sealed record RetentionTerm
{
    public required RetentionCode Code { get; init; }

    /// <summary>
    /// What happens now to what is not due yet. Evidence is always kept; intermediates are kept until their date, or
    /// deleted at once.
    /// </summary>
    public required Treatment BeforeDue { get; init; }

    public string? LegalBasis { get; init; }

    public string? Responsible { get; init; }
}

/// <summary>How much is proved of what was removed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Confirmation>))]
public enum Confirmation
{
    /// <summary>Path, type and size of each removed entry.</summary>
    [JsonStringEnumMemberName("listed")] Listed,

    /// <summary>Also the SHA-256 of the content of each removed file, read just before it goes, and of each file that is kept.</summary>
    [JsonStringEnumMemberName("hashed")] Hashed,
}

/// <summary>Where the signing key comes from: exactly one of file, variable and descriptor.</summary>
public sealed record SigningKeySource
{
    public UnixPath? File { get; init; }

    /// <summary>The name of an environment variable that holds the PEM text.</summary>
    public string? Environment { get; init; }

    /// <summary>An inherited file descriptor that the PEM text is read from.</summary>
    public int? FileDescriptor { get; init; }

    /// <summary>The name of an environment variable that holds the passphrase of an encrypted key.</summary>
    public string? PassphraseEnvironment { get; init; }

    /// <summary>A file whose first line is the passphrase of an encrypted key.</summary>
    public UnixPath? PassphraseFile { get; init; }
}
