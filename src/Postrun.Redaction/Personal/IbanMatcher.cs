using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>IBANs, in one piece or in groups of four: as long as their country says, and no longer.</summary>
internal static class IbanMatcher
{
    private const int Reach = 24;

    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        var text = candidate.Text;
        if (candidate.Length == 1)
            return TryFind(text, candidate.At, out hit);
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= Reach; at++)
            if (TryFind(text, at, out hit))
                return true;
        hit = default;
        return false;
    }

    private static bool TryFind(ReadOnlySpan<byte> text, int at, out Hit hit)
    {
        hit = default;
        if (!ShapeForms.Begins(text, at, "AAdd"u8) || ShapeForms.IsWord(text, at - 1))
            return false;
        var length = Iban.LengthOf(text[at..]);
        var (end, taken) = (at, 0);
        for (; end < text.Length && taken < length; end++)
        {
            if (ShapeForms.IsUpperOrDigit(text[end]))
                taken++;
            else if (text[end] is not ((byte)' ' or (byte)'-') || taken % 4 != 0)
                return false;
        }
        return length > 0 && taken == length && Boundary.After(text, end) && Judgement.TryHit(text, at, end - at, Iban.Judge, out hit);
    }
}
