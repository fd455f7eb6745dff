using System.Globalization;

namespace Postrun.Rego;

/// <summary>The grammar of a JSON number.</summary>
internal static class NumberText
{
    /// <summary>Splits <c>-12.5e3</c> into the digits <c>-125</c> and the power of ten 2.</summary>
    /// <param name="plain">There is neither fraction nor exponent.</param>
    public static bool TrySplit(ReadOnlySpan<char> text, out string digits, out int scale, out bool plain)
    {
        (digits, scale, plain) = ("", 0, true);
        var at = 0;
        if (at < text.Length && text[at] == '-')
            at++;
        var whole = Digits(text, at);
        if (whole == 0 || (whole > 1 && text[at] == '0'))
            return false;
        var end = at + whole;
        var fraction = 0;
        if (end < text.Length && text[end] == '.')
        {
            fraction = Digits(text, end + 1);
            if (fraction == 0)
                return false;
            plain = false;
        }
        digits = fraction == 0 ? text[..end].ToString() : string.Concat(text[..end], text.Slice(end + 1, fraction));
        scale = -fraction;
        if (fraction > 0)
            end += 1 + fraction;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            plain = false;
            var power = text[(end + 1)..];
            var signed = power.Length > 0 && power[0] is '+' or '-' ? 1 : 0;
            if (Digits(power, signed) is 0 or > 8 || Digits(power, signed) + signed != power.Length)
                return false;
            scale += int.Parse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return true;
        }
        return end == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var count = 0;
        while (from + count < text.Length && char.IsAsciiDigit(text[from + count]))
            count++;
        return count;
    }
}
