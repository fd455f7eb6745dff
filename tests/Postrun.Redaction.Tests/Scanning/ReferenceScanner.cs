using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Tests.Scanning;

/// <summary>What one rule says of a place in a text.</summary>
internal readonly record struct ReferenceHit(Rule Rule, int Start, int Length, Confidence Confidence);

/// <summary>Asks every rule at every place, slowly and in the plainest way: what the fast scanner is held against.</summary>
internal static class ReferenceScanner
{
    internal static List<ReferenceHit> Scan(ReadOnlySpan<byte> text, IReadOnlyList<Rule> rules)
    {
        var hits = new List<ReferenceHit>();
        var shapes = new List<ShapeHit>();
        ShapeSearch.Find(text, 0, text.Length, shapes);
        foreach (var rule in rules)
        {
            foreach (var literal in rule.Detector.Literals)
            {
                for (var at = 0; at + literal.Length <= text.Length; at++)
                    if (Matches(text.Slice(at, literal.Length), literal, rule.Detector.IgnoreCase))
                        Ask(rule, text, at, literal.Length, hits);
            }
            foreach (var shape in shapes)
                if (rule.Detector.Shape == shape.Shape)
                    Ask(rule, text, shape.At, 1, hits);
        }
        return hits;
    }

    private static bool Matches(ReadOnlySpan<byte> text, string literal, bool ignoreCase) => ignoreCase
        ? Ascii.EqualsIgnoreCase(text, literal)
        : Ascii.Equals(text, literal);

    private static void Ask(Rule rule, ReadOnlySpan<byte> text, int at, int length, List<ReferenceHit> hits)
    {
        var line = text[..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var start = Math.Max(line, at - Candidate.Before);
        var rest = text[at..Math.Min(text.Length, at + Candidate.After)];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r') is var found && found < 0 ? rest.Length : found;
        var window = text[start..(at + end)];
        if (at - start + length <= window.Length && rule.TryFind(new(window, at - start, length), out var hit))
            hits.Add(new(rule, start + hit.Start, hit.Length, hit.Confidence));
    }
}
