using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.UserRules;

/// <summary>Tries one rule on a sample, line by line, without the machinery of a scan.</summary>
internal static class Trial
{
    internal static bool Finds(Rule rule, string sample) => sample.Split('\n', '\r').Any(line => FindsIn(rule, Encoding.UTF8.GetBytes(line)));

    private static bool FindsIn(Rule rule, ReadOnlySpan<byte> line)
    {
        foreach (var literal in rule.Detector.Literals)
            for (var at = 0; at + literal.Length <= line.Length; at++)
            {
                var place = line.Slice(at, literal.Length);
                if (!(rule.Detector.IgnoreCase ? Ascii.EqualsIgnoreCase(place, literal) : Ascii.Equals(place, literal)))
                    continue;
                var start = Math.Max(0, at - Candidate.Before);
                var end = Math.Min(line.Length, at + Candidate.After);
                if (rule.TryFind(new(line[start..end], at - start, literal.Length), out _))
                    return true;
            }
        return false;
    }
}
