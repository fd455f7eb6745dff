using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Telephone numbers whose groups are written in many ways.</summary>
internal static class PhoneMatcher
{
    private const int MostMarks = 8;

    /// <summary><c>+55 11 91234-5678</c>, <c>+1 (212) 555-0123</c>, <c>+442071838750</c>.</summary>
    internal static bool TryFindInternational(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var length = Measure(candidate.Text, candidate.At + 1, InternationalPhone.MostDigits);
        return length > 0 && Judgement.TryHit(candidate.Text, candidate.At, length + 1, InternationalPhone.Judge, out hit);
    }

    /// <summary><c>(11) 91234-5678</c>, <c>11 91234-5678</c>; behind a name also <c>11912345678</c>.</summary>
    internal static bool TryFindBrazilian(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        if (candidate.Length == 1)
            return TryFindBrazilian(text, candidate.At, out hit);
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= Nearby.Reach; at++)
            if ((ShapeForms.IsDigit(text, at) || text[at] == '(') && !ShapeForms.IsWord(text, at - 1))
                return TryFindBrazilian(text, at, out hit);
        return false;
    }

    private static bool TryFindBrazilian(ReadOnlySpan<byte> text, int at, out Hit hit)
    {
        hit = default;
        var length = Measure(text, at, 13);
        var joint = at >= 2 && text[at - 1] is (byte)'-' or (byte)'.' && ShapeForms.IsDigit(text, at - 2);
        return length > 0 && !joint && Judgement.TryHit(text, at, length, BrazilianPhone.Judge, out hit);
    }

    /// <summary>How far digits go on with single marks between them; 0 where there are too many digits, or a word goes on.</summary>
    private static int Measure(ReadOnlySpan<byte> text, int start, int most)
    {
        var (digits, marks, end) = (0, 0, start);
        for (var at = start; at < text.Length; at++)
        {
            if (ShapeForms.IsDigit(text, at))
            {
                digits++;
                end = at + 1;
            }
            else if (text[at] is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)')') || ++marks > MostMarks || IsGap(text, at))
            {
                break;
            }
        }
        return digits <= most && Boundary.After(text, end) ? end - start : 0;
    }

    /// <summary>Two marks in a row that no telephone number has; <c>) (</c> begins the next one.</summary>
    private static bool IsGap(ReadOnlySpan<byte> text, int at) => at + 1 < text.Length && !ShapeForms.IsDigit(text, at + 1)
        && !(text[at] == ' ' && text[at + 1] == '(') && !(text[at] == ')' && text[at + 1] is (byte)' ' or (byte)'-');
}
