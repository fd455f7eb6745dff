using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Detection;

/// <summary>What stands between a name and its value.</summary>
internal static class Assignment
{
    /// <summary>How much of a name may follow the part of it that was found: <c>_WEBHOOK_SIGNING_SECRET_V2</c>.</summary>
    private const int LongestRest = 40;

    private const int MostSpace = 16;

    /// <summary>
    /// Where the value begins whose name goes on at <paramref name="at"/>: after the rest of the name, the quotation mark that
    /// closes it, <c>=</c>, <c>:</c>, <c>=&gt;</c>, <c>:=</c>, <c>==</c> or the space after an option, and the quotation mark that opens the value.
    /// Escaped quotation marks count as such.
    /// </summary>
    internal static bool TryFindValue(ReadOnlySpan<byte> text, int at, out int value)
    {
        value = 0;
        var option = IsOption(text, at);
        var end = at;
        while (end < text.Length && end - at < LongestRest && IsName(text[end]))
            end++;
        end = SkipQuote(text, end);
        if (end < text.Length && text[end] == ']')
            end++;
        var mark = SkipSpace(text, end);
        var next = mark;
        while (next < text.Length && next - mark < 2 && text[next] is (byte)'=' or (byte)':' or (byte)'>')
            next++;
        if (next == mark && !(option && mark > end))
            return false;
        value = SkipQuote(text, SkipSpace(text, next));
        return value < text.Length;
    }

    /// <summary>
    /// The way back from a <see cref="ValueRun"/>: the bytes that hold the name of the value that it belongs to, if it has one. The
    /// value may begin before the run, with something short and a dot or a colon.
    /// </summary>
    internal static bool TryFindName(ReadOnlySpan<byte> text, int run, out int start, out int end)
    {
        var value = run;
        if (run > 0 && text[run - 1] is (byte)'.' or (byte)':')
            while (value > 0 && run - value < ValueRun.LongestLead + LongestRest && ValueRun.IsLead(text[value - 1]))
                value--;
        if (TryFindNameOf(text, value, out start, out end))
            end = value < run ? run : end;
        else
            (start, end) = (value, run);
        return start < end;
    }

    /// <summary>Whether a literal can be part of a name.</summary>
    internal static bool MayHold(string literal) => literal.All(static letter => IsName((byte)letter));

    private static bool TryFindNameOf(ReadOnlySpan<byte> text, int value, out int start, out int end)
    {
        end = BackOverSpace(text, BackOverQuote(text, value));
        var mark = end;
        while (end > 0 && mark - end < 2 && text[end - 1] is (byte)'=' or (byte)':' or (byte)'>')
            end--;
        var marked = end < mark;
        end = BackOverSpace(text, end);
        if (end > 0 && text[end - 1] == ']')
            end--;
        end = BackOverQuote(text, end);
        start = BackOverName(text, end);
        return start < end && (marked || IsOptionFrom(text, start));
    }

    private static int BackOverSpace(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MostSpace && text[start - 1] is (byte)' ' or (byte)'\t')
            start--;
        return start;
    }

    private static int BackOverQuote(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0 || text[at - 1] is not ((byte)'"' or (byte)'\'' or (byte)'`'))
            return at;
        var start = at - 1;
        while (start > 0 && at - 1 - start < 3 && text[start - 1] == '\\')
            start--;
        return start;
    }

    /// <summary><c>--api-key VALUE</c>: the word has two hyphens before it.</summary>
    private static bool IsOption(ReadOnlySpan<byte> text, int at) => IsOptionFrom(text, BackOverName(text, at));

    private static int BackOverName(ReadOnlySpan<byte> text, int at)
    {
        // Hardly a name is longer, and where it ends cannot be foreseen.
        if (Avx2.IsSupported && at >= Vector256<byte>.Count)
        {
            var names = NamesIn(Vector256.Create(text[(at - Vector256<byte>.Count)..]));
            if (names != uint.MaxValue)
                return at - BitOperations.LeadingZeroCount(~names);
        }
        var start = at;
        while (start > 0 && at - start < LongestRest * 2 && IsName(text[start - 1]))
            start--;
        return start;
    }

    private static uint NamesIn(Vector256<byte> bytes)
    {
        var marks = Avx2.Or(Avx2.CompareEqual(bytes, Vector256.Create((byte)'+')), Avx2.CompareEqual(bytes, Vector256.Create((byte)'/')));
        return (ByteMasks.Base64In(bytes) & ~(uint)Avx2.MoveMask(marks)) | (uint)Avx2.MoveMask(Avx2.CompareEqual(bytes, Vector256.Create((byte)'.')));
    }

    private static bool IsOptionFrom(ReadOnlySpan<byte> text, int start) => start + 2 < text.Length && text[start] == '-' && text[start + 1] == '-';

    private static bool IsName(byte value) => Boundary.IsWord(value) || value is (byte)'-' or (byte)'.';

    private static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostSpace && text[end] is (byte)' ' or (byte)'\t')
            end++;
        return end;
    }

    private static int SkipQuote(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && text[end] == '\\')
            end++;
        return end < text.Length && text[end] is (byte)'"' or (byte)'\'' or (byte)'`' ? end + 1 : at;
    }
}
