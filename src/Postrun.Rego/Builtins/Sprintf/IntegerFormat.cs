using System.Globalization;
using System.Numerics;

namespace Postrun.Rego;

/// <summary>Verbs for integers.</summary>
internal static class IntegerFormat
{
    /// <param name="big">Beyond 64 bits: fewer verbs, and slightly other rules.</param>
    /// <returns><see langword="null"/> where integers do not have the verb.</returns>
    public static string? Print(BigInteger value, bool big, int verb, FormatFlags flags, Budget budget)
    {
        budget.Spend(1 + value.GetBitLength() / 8);
        switch (verb)
        {
            case 'v' or 'd':
            case 's' when big:
                return Number(value, value.ToString(CultureInfo.InvariantCulture), "", big, flags);
            case 'b':
                return Number(value, IntegerText.InBase(value, 1), "0b", big, flags);
            case 'o':
                return Number(value, IntegerText.InBase(value, 3), "0", big, flags);
            case 'O':
                flags.Sharp = true;
                return Number(value, IntegerText.InBase(value, 3), "0o", big, flags);
            case 'x':
                return Number(value, IntegerText.InBase(value, 4), "0x", big, flags);
            case 'X':
                return Number(value, IntegerText.InBase(value, 4).ToUpperInvariant(), "0X", big, flags);
            case 'c' when !big:
                return Padding.Pad(char.ConvertFromUtf32(Rune(value)), flags);
            case 'q' when !big:
                return Padding.Pad(QuotedText.QuoteRune(Rune(value), flags.Plus), flags);
            case 'U' when !big:
                return Unicode(value, flags);
            default:
                return null;
        }
    }

    private static string Number(BigInteger value, string digits, string prefix, bool big, FormatFlags flags)
    {
        digits = digits.TrimStart('-');
        if (flags.Precision == 0 && value.IsZero)
        {
            flags.Zero = false;
            return big ? "" : Padding.Pad("", flags);
        }
        var sign = value.Sign < 0 ? "-" : flags.Plus || (big && flags.PlusV) ? "+" : flags.Space ? " " : "";
        if (!flags.Sharp)
            prefix = "";
        if (flags.Precision is { } precision)
            digits = digits.PadLeft(precision, '0');
        else if (flags is { Zero: true, Minus: false, Width: { } width })
            digits = digits.PadLeft(Math.Max(0, width - sign.Length - (big ? prefix.Length : 0)), '0');
        if (prefix == "0" && digits.StartsWith('0') && !big)
            prefix = "";
        flags.Zero = false;
        return Padding.Pad(sign + prefix + digits, flags);
    }

    private static int Rune(BigInteger value) =>
        value >= 0 && value <= RuneSet.Last && System.Text.Rune.IsValid((int)value) ? (int)value : 0xFFFD;

    /// <summary><c>U+0041</c>, with the letter itself after <c>#</c>.</summary>
    private static string Unicode(BigInteger value, FormatFlags flags)
    {
        var digits = unchecked((ulong)(long)value).ToString("X", CultureInfo.InvariantCulture).PadLeft(Math.Max(4, flags.Precision ?? 0), '0');
        var letter = value >= 0 && value <= RuneSet.Last && System.Text.Rune.IsValid((int)value) && QuotedText.IsPrintable((int)value) ? $" '{char.ConvertFromUtf32((int)value)}'" : "";
        flags.Zero = false;
        return Padding.Pad("U+" + digits + (flags.Sharp ? letter : ""), flags);
    }
}
