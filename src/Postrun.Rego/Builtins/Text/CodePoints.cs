using System.Text;

namespace Postrun.Rego;

/// <summary>Strings as sequences of code points: that is how Rego counts.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
                count--;
        }
        return count;
    }

    /// <summary>The UTF-16 index of a code point, or the length where there are fewer.</summary>
    public static int IndexOf(string text, long codePoint, int from = 0)
    {
        var index = from;
        for (; codePoint > 0 && index < text.Length; codePoint--)
            index += Width(text, index);
        return index;
    }

    public static int Width(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>The code point at an index; a lone surrogate is U+FFFD.</summary>
    public static int At(string text, int index, out int width)
    {
        var c = text[index];
        width = 1;
        if (!char.IsSurrogate(c))
            return c;
        if (Width(text, index) == 1)
            return 0xFFFD;
        width = 2;
        return char.ConvertToUtf32(c, text[index + 1]);
    }

    /// <summary>The code point that ends before an index.</summary>
    public static int Before(string text, int index) =>
        index >= 2 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2])
            ? char.ConvertToUtf32(text[index - 2], text[index - 1])
            : text[index - 1];

    public static void Append(StringBuilder text, int codePoint)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..(Rune.TryCreate(codePoint, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf16(units)]);
    }
}
