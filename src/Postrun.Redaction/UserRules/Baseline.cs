using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.UserRules;

/// <summary>Findings that are known, so that only new ones count. Holds no value: rule, path and fingerprint of each.</summary>
public sealed class Baseline
{
    /// <summary>About half a million findings.</summary>
    public const int LargestFile = 64 << 20;

    private const string KnownVersion = "postrun.dev/v1";

    private readonly HashSet<KnownFinding> _known;

    private Baseline(IEnumerable<KnownFinding> known) => _known = [.. known];

    public int Count => _known.Count;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="key">The key of the fingerprints that it is compared with.</param>
    /// <exception cref="InvalidDataException">It is no baseline, or was written under another key; the message is a clause.</exception>
    public static Baseline Read(ReadOnlySpan<byte> json, ReadOnlySpan<byte> key)
    {
        BaselineFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, BaselineJson.Default.BaselineFile);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"is no baseline: what begins on line {exception.LineNumber + 1} is not as 'postrun scan --write-baseline' writes it"));
        }
        if (file?.ApiVersion != KnownVersion)
            throw new InvalidDataException($"is a baseline of another version: this one reads {KnownVersion}");
        if (file.Key != NameOf(key))
            throw new InvalidDataException("was written under another key, so that no fingerprint in it can be compared: give that one with --key, or write the baseline anew");
        return new(file.Findings);
    }

    /// <summary>Whether a finding in the file that has this path is known.</summary>
    public bool Contains(string path, Finding finding) => _known.Contains(Known(path, finding));

    /// <summary>Writes findings, each once, in an order that depends on nothing else.</summary>
    public static void Write(Stream output, IEnumerable<(string Path, Finding Finding)> findings, ReadOnlySpan<byte> key)
    {
        var known = findings.Select(static found => Known(found.Path, found.Finding)).Distinct()
            .OrderBy(static found => found.Path, StringComparer.Ordinal).ThenBy(static found => found.Rule, StringComparer.Ordinal).ThenBy(static found => found.Fingerprint, StringComparer.Ordinal);
        JsonSerializer.Serialize(output, new() { ApiVersion = KnownVersion, Key = NameOf(key), Findings = [.. known] }, BaselineJson.Default.BaselineFile);
        output.WriteByte((byte)'\n');
    }

    private static KnownFinding Known(string path, Finding finding) => new(finding.Rule.Id, path, finding.Fingerprint);

    /// <summary>Tells keys apart, and says nothing else of them.</summary>
    private static string NameOf(ReadOnlySpan<byte> key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "postrun baseline"u8)[..8]);
}

internal sealed record KnownFinding(string Rule, string Path, string Fingerprint);

internal sealed record BaselineFile
{
    public required string ApiVersion { get; init; }

    /// <summary>Which key the fingerprints were made with.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<KnownFinding> Findings { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(BaselineFile))]
internal sealed partial class BaselineJson : JsonSerializerContext;
