using System.Text;
using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.UserRules;

/// <summary>What is known to be harmless. Of each kind of condition that is given, one has to hold.</summary>
internal sealed class Allowance
{
    /// <summary>Why: for whoever reads the file.</summary>
    internal required string Reason { get; init; }

    /// <summary>Ids; null where it holds for all rules.</summary>
    internal required IReadOnlySet<string>? Rules { get; init; }

    internal required IReadOnlyList<PathGlob> Paths { get; init; }

    /// <summary>Each is searched for in the value.</summary>
    internal required IReadOnlyList<Regex> Patterns { get; init; }

    /// <summary>In lower case.</summary>
    internal required IReadOnlySet<string> Fingerprints { get; init; }

    /// <summary>Each is looked for in the value, in any case.</summary>
    internal required IReadOnlyList<string> Stopwords { get; init; }

    /// <summary>Whether it depends on the place alone.</summary>
    internal bool IsForAnyValue => Patterns.Count == 0 && Fingerprints.Count == 0 && Stopwords.Count == 0;

    internal string Describe() => string.Join(' ', Patterns.Select(static pattern => pattern.ToString()).Concat(Stopwords).Concat(Fingerprints.Order(StringComparer.Ordinal)));

    internal bool IsFor(Rule rule) => Rules is null || Rules.Contains(rule.Id);

    internal bool IsFor(string path) => Paths.Count == 0 || Paths.Any(glob => glob.Matches(path));

    /// <param name="fingerprint">Of a value; null where there is none.</param>
    internal bool Holds(ReadOnlySpan<byte> value, Fingerprinter? fingerprint)
    {
        if (Fingerprints.Count > 0 && !(fingerprint is not null && Fingerprints.Contains(fingerprint(value))))
            return false;
        if (Patterns.Count == 0 && Stopwords.Count == 0)
            return true;
        var text = Encoding.Latin1.GetString(value);
        return (Patterns.Count == 0 || Patterns.Any(pattern => pattern.IsMatch(text)))
            && (Stopwords.Count == 0 || Stopwords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>The keyed hash of a value, as findings have it.</summary>
internal delegate string Fingerprinter(ReadOnlySpan<byte> value);
