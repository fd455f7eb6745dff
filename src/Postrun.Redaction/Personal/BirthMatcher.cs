using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Dates that stand behind a word that says that somebody was born then.</summary>
internal static class BirthMatcher
{
    private const int Reach = 32;

    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        // `seaborn` and `newborn` are other words; what is longer stands in names that are written in one.
        if (candidate.Length == 4 && candidate.At > 0 && char.IsAsciiLetter((char)text[candidate.At - 1]))
            return false;
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= Reach; at++)
        {
            if (ShapeForms.IsWord(text, at - 1) || !ShapeForms.IsWord(text, at) || !CalendarDate.TryMeasure(text[at..], out var length))
                continue;
            hit = new(at, length, Confidence.Shape);
            return true;
        }
        return false;
    }
}
