using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Personal;

/// <summary>Places on Earth to about ten metres: four decimals or more, behind a name of a coordinate.</summary>
internal static class CoordinateMatcher
{
    private const int Reach = 12;
    private const int FewestDecimals = 4;

    /// <summary>Behind <c>latitude</c> or <c>longitude</c>: one number, or both.</summary>
    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        // `lat` is short for more than one word: there has to be a longitude too.
        var isShort = candidate.Length < 6;
        if (isShort && candidate.At > 0 && Boundary.IsWord(text[candidate.At]) && Boundary.IsWord(text[candidate.At - 1]))
            return false;
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= Reach; at++)
        {
            if (!TryMeasure(text, at, 180, out var length))
                continue;
            var pair = TryPair(text, at + length, out var end);
            if (isShort && !pair && !Nearby.Holds(text, at, length, Other(text[candidate.At..])))
                return false;
            hit = new(at, pair ? end - at : length, Confidence.Shape);
            return true;
        }
        return false;
    }

    /// <summary>The names of the other coordinate than the one whose name begins the text.</summary>
    private static string[] Other(ReadOnlySpan<byte> text) => (text[1] | 0x20) == 'a' ? ["lon", "lng", "long*"] : ["lat", "latitude"];

    /// <summary>A comma or a space, and another number.</summary>
    private static bool TryPair(ReadOnlySpan<byte> text, int at, out int end)
    {
        var next = at;
        while (next < text.Length && next - at < 3 && text[next] is (byte)',' or (byte)' ' or (byte)';')
            next++;
        end = next;
        if (next == at || !TryMeasure(text, next, 180, out var length))
            return false;
        end = next + length;
        return true;
    }

    /// <summary>A number with decimals that is at most so large.</summary>
    private static bool TryMeasure(ReadOnlySpan<byte> text, int at, int most, out int length)
    {
        length = 0;
        if (at > 0 && (ShapeForms.IsWord(text, at - 1) || text[at - 1] is (byte)'.' or (byte)'-' or (byte)'+'))
            return false;
        var start = ShapeForms.IsByte(text, at, '-') || ShapeForms.IsByte(text, at, '+') ? at + 1 : at;
        var (end, number) = (start, 0);
        for (; end - start < 3 && ShapeForms.IsDigit(text, end); end++)
            number = (number * 10) + text[end] - '0';
        if (end == start || number > most || !ShapeForms.IsByte(text, end, '.'))
            return false;
        var point = end++;
        while (ShapeForms.IsDigit(text, end))
            end++;
        length = end - at;
        return end - point > FewestDecimals && Boundary.After(text, end) && !ShapeForms.IsByte(text, end, '.');
    }
}
