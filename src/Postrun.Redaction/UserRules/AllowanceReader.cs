using System.Text.RegularExpressions;

namespace Postrun.Redaction.UserRules;

/// <summary>Reads one entry of <c>allow</c>.</summary>
internal static class AllowanceReader
{
    internal const int FingerprintLength = 16;

    internal static readonly string[] Keys = ["reason", "rules", "paths", "patterns", "fingerprints", "stopwords"];

    private const int ShortestStopword = 3;

    internal static Allowance? Read(SourceNode node, RuleNames names, ErrorList errors)
    {
        if (!Section.TryOpen(node, "the entry of 'allow'", Keys, errors, out var section))
            return null;
        var reason = section.Required("reason", "say why it is harmless, for whoever reads this later");
        var allowance = new Allowance
        {
            Reason = reason?.Text ?? "",
            Rules = section.Find("rules") is null ? null : section.Texts("rules").SelectMany(scalar => names.Resolve(scalar, "rules", errors)).ToHashSet(StringComparer.Ordinal),
            Paths = [.. section.Texts("paths").Select(scalar => ReadPath(scalar, errors)).OfType<PathGlob>()],
            Patterns = [.. section.Texts("patterns").Select(scalar => ReadPattern(scalar, errors)).OfType<Regex>()],
            Fingerprints = section.Texts("fingerprints").Select(scalar => ReadFingerprint(scalar, errors)).OfType<string>().ToHashSet(StringComparer.Ordinal),
            Stopwords = [.. section.Texts("stopwords").Select(scalar => ReadStopword(scalar, errors)).OfType<string>()],
        };
        // An empty list would allow everything where something was meant to be listed.
        foreach (var key in Keys.Where(key => section.Find(key) is SourceSequence { Items.Count: 0 }))
            errors.Add(section.Find(key)!, $"'{key}' is empty: list something, or remove the key");
        if (Keys.Skip(2).All(key => section.Find(key) is null))
            section.Report("it would allow everything: add paths, patterns, fingerprints or stopwords; 'disable' is for whole rules");
        return allowance;
    }

    private static PathGlob? ReadPath(SourceScalar scalar, ErrorList errors)
    {
        if (scalar.Text.Length <= PathGlob.Longest && scalar.Text.Any(static unit => unit is not ('*' or '/' or '?' or '.')))
            return new(scalar.Text);
        errors.Add(scalar, $"a pattern of paths has at most {PathGlob.Longest} characters, and names something: this one matches every file");
        return null;
    }

    private static Regex? ReadPattern(SourceScalar scalar, ErrorList errors)
    {
        if (!UserPattern.TryRead(scalar.Text, ignoreCase: false, out var pattern, out var problem))
            errors.Add(scalar, $"an entry of 'patterns' {problem}");
        else if (pattern.Regex.IsMatch(""))
            errors.Add(scalar, "an entry of 'patterns' matches an empty text, and so every value: make it stricter");
        return pattern?.Regex;
    }

    private static string? ReadFingerprint(SourceScalar scalar, ErrorList errors)
    {
        if (scalar.Text.Length == FingerprintLength && scalar.Text.All(char.IsAsciiHexDigit))
            return scalar.Text.ToLowerInvariant();
        // Not quoted: somebody may have written the value itself.
        errors.Add(scalar, $"a fingerprint has {FingerprintLength} hexadecimal digits, as 'postrun scan --output json' prints it; put it in quotes");
        return null;
    }

    private static string? ReadStopword(SourceScalar scalar, ErrorList errors)
    {
        if (scalar.Text.Length >= ShortestStopword && scalar.Text.All(static unit => unit is >= ' ' and <= '~'))
            return scalar.Text;
        errors.Add(scalar, $"a stopword has at least {ShortestStopword} printable characters of ASCII");
        return null;
    }
}
