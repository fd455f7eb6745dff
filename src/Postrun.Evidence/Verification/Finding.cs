using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Postrun.Evidence;

/// <summary>Something that does not hold.</summary>
/// <param name="File">The file that it is about, that of earlier evidence beginning with <c>history/</c>; a removed path for
/// <see cref="Check.Gone"/>.</param>
/// <param name="Detail">One line for a person.</param>
public sealed record Finding(Check What, string File, string Detail);

/// <summary>What is checked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Check>))]
public enum Check
{
    /// <summary>The trusted key can be used.</summary>
    [JsonStringEnumMemberName("key")] Key,

    /// <summary>The bundle is a Sigstore bundle of the form that Postrun writes.</summary>
    [JsonStringEnumMemberName("bundle")] Bundle,

    /// <summary>The signature is of the trusted key.</summary>
    [JsonStringEnumMemberName("signature")] Signature,

    /// <summary>The signed statement is about evidence, and names the files that evidence has.</summary>
    [JsonStringEnumMemberName("statement")] Statement,

    /// <summary>A file has the digest that was signed.</summary>
    [JsonStringEnumMemberName("subject")] Subject,

    /// <summary>The report is a report, and agrees with the statement.</summary>
    [JsonStringEnumMemberName("report")] Report,

    /// <summary>The manifest is a manifest, of the same run and plans.</summary>
    [JsonStringEnumMemberName("manifest")] Manifest,

    /// <summary>A plan has the digest that the report names.</summary>
    [JsonStringEnumMemberName("plan")] Plan,

    /// <summary>The list of removed entries has the digest, the Merkle root and the sums that the report names.</summary>
    [JsonStringEnumMemberName("removed")] Removed,

    /// <summary>What was removed is gone.</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>The report is of the run that was expected.</summary>
    [JsonStringEnumMemberName("run")] Run,

    /// <summary>The clean-up did not start before the instant that was given.</summary>
    [JsonStringEnumMemberName("notBefore")] NotBefore,

    /// <summary>The earlier evidence that a report names is in <c>history/</c>, and nothing else is.</summary>
    [JsonStringEnumMemberName("history")] History,
}

/// <summary>What a verification came to.</summary>
public sealed record VerificationResult
{
    /// <summary>Empty: everything that was checked holds.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What was carried through, whether it held or not.</summary>
    public required ImmutableArray<Check> Checked { get; init; }

    /// <summary>As far as it could be read; trustworthy only where <see cref="IsGood"/>.</summary>
    public CleanupReport? Report { get; init; }

    /// <summary>Removed entries whose absence was looked at.</summary>
    public long Probed { get; init; }

    /// <summary>Earlier clean-ups of the chain whose evidence was found and checked; 0 as well where that was not asked for.</summary>
    public int Links { get; init; }

    public bool IsGood => Findings.IsEmpty;
}
