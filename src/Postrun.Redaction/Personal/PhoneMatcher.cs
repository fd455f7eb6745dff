using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Telephone numbers that begin with a plus sign, whose groups are written in many ways: <c>+55 11 91234-5678</c>, <c>+1 (212) 555-0123</c>, <c>+442071838750</c>.</summary>
internal static class PhoneMatcher
{
    private const int MostGroups = 9;

    /// <summary>As many groups as make a number: what stands behind them may be one of something else.</summary>
    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        Span<int> ends = stackalloc int[MostGroups];
        for (var groups = Measure(candidate.Text, candidate.At + 1, ends); groups > 0; groups--)
            if (Judgement.TryHit(candidate.Text, candidate.At, ends[groups - 1] - candidate.At, InternationalPhone.Judge, out hit))
                return true;
        return false;
    }

    /// <summary>Where groups of digits end that stand behind each other with marks between; says how many there are.</summary>
    private static int Measure(ReadOnlySpan<byte> text, int at, Span<int> ends)
    {
        var groups = 0;
        while (groups < ends.Length)
        {
            var end = at;
            while (ShapeForms.IsDigit(text, end))
                end++;
            if (end == at || !Boundary.After(text, end))
                return groups;
            ends[groups++] = end;
            at = end;
            // One mark, or a bracket and a mark beside it.
            for (var marks = 0; marks < 2 && at < text.Length && text[at] is (byte)' ' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)')'; marks++)
                at++;
            if (at - end == 2 && !text[end..at].ContainsAny((byte)'(', (byte)')'))
                return groups;
        }
        return groups;
    }
}
