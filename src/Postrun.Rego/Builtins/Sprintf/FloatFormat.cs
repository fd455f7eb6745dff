using System.Globalization;
using System.Numerics;

namespace Postrun.Rego;

/// <summary>Verbs for floating-point numbers.</summary>
internal static class FloatFormat
{
    private const int FractionBits = 52;
    private const int Bias = 1_075;

    /// <param name="value">Finite.</param>
    /// <returns><see langword="null"/> where floating-point numbers do not have the verb.</returns>
    public static string? Print(double value, int verb, FormatFlags flags)
    {
        var precision = flags.Precision ?? (verb is 'e' or 'E' or 'f' or 'F' ? 6 : -1);
        string? text = verb switch
        {
            'v' or 'g' or 'G' => General(value, precision),
            'e' or 'E' => Exponent(precision < 0 ? Shortest(value) : Exact(value).Round(precision + 1), precision),
            'f' or 'F' => Fixed(value, precision),
            'b' => Binary(value),
            'x' or 'X' => Hexadecimal(value, precision),
            _ => null,
        };
        if (text is null)
            return null;
        if (verb is 'E' or 'G' or 'X')
            text = text.ToUpperInvariant();
        if (flags.Sharp && verb != 'b')
            text = KeepZeros(text, verb, flags.Precision);
        var sign = double.IsNegative(value) ? "-" : flags.Plus ? "+" : flags.Space ? " " : "";
        if (flags is { Zero: true, Minus: false, Width: { } width } && sign.Length > 0)
            return sign + text.PadLeft(Math.Max(0, width - 1), '0');
        return Padding.Pad(sign + text, flags);
    }

    /// <summary>0.Digits * 10^Point.</summary>
    private readonly record struct Decimals(string Digits, int Point)
    {
        /// <summary>To so many digits; halves to the even neighbour.</summary>
        public Decimals Round(int count)
        {
            if (count >= Digits.Length)
                return this;
            if (count < 0)
                return new("", 0);
            var even = count == 0 || (Digits[count - 1] - '0') % 2 == 0;
            var up = Digits[count] > '5' || (Digits[count] == '5' && (!even || Digits.AsSpan(count + 1).ContainsAnyExcept('0')));
            var kept = Digits[..count];
            if (!up)
                return new(kept, Point);
            var head = kept.TrimEnd('9');
            return head.Length == 0 ? new("1", Point + 1) : new(head[..^1] + (char)(head[^1] + 1), Point);
        }
    }

    private static string General(double value, int precision)
    {
        var decimals = precision < 0 ? Shortest(value) : Exact(value).Round(Math.Max(precision, 1));
        decimals = decimals with { Digits = decimals.Digits.TrimEnd('0') };
        var count = decimals.Digits.Length;
        var limit = precision < 0 ? 6 : Math.Max(precision, 1);
        if (precision >= 0 && limit > count && count >= decimals.Point)
            limit = count;
        var power = count == 0 ? 0 : decimals.Point - 1;
        if (power < -4 || power >= limit)
            return Exponent(decimals, Math.Max(0, count - 1));
        return Place(decimals, Math.Max(0, count - decimals.Point));
    }

    private static string Exponent(Decimals decimals, int precision)
    {
        var digits = decimals.Digits.Length == 0 ? "0" : decimals.Digits;
        var power = decimals.Digits.Length == 0 ? 0 : decimals.Point - 1;
        var fraction = precision < 0 ? digits[1..] : digits[1..].PadRight(precision, '0');
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(fraction.Length > 0 ? "." : "")}{fraction}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}");
    }

    private static string Fixed(double value, int precision)
    {
        var exact = Exact(value);
        return Place(exact.Round(exact.Point + precision), precision);
    }

    private static string Place(Decimals decimals, int precision)
    {
        var (digits, point) = decimals.Digits.Length == 0 ? new Decimals("", 0) : decimals;
        var whole = point <= 0 ? "0" : digits.PadRight(point, '0')[..point];
        var fraction = point <= 0 ? new string('0', -point) + digits : digits.Length > point ? digits[point..] : "";
        return precision == 0 ? whole : $"{whole}.{fraction.PadRight(precision, '0')[..precision]}";
    }

    /// <summary>The fewest digits that give the number back.</summary>
    private static Decimals Shortest(double value)
    {
        var text = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var digits = new string([.. shortest.TakeWhile(static c => c != 'E').Where(char.IsAsciiDigit)]).TrimStart('0').TrimEnd('0');
        if (digits.Length == 0)
            return new("", 0);
        var power = int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        // 9.9999999999999999E22 rounds up in sixteen digits, where the shortest form may not.
        return new(digits, power + 1 - (text[0] == '1' && digits[0] == '9' ? 1 : 0));
    }

    /// <summary>All digits that a number has.</summary>
    private static Decimals Exact(double value)
    {
        if (value == 0)
            return new("", 0);
        var (mantissa, exponent) = Split(value);
        var digits = exponent >= 0 ? mantissa << exponent : mantissa * BigInteger.Pow(5, -exponent);
        var text = digits.ToString(CultureInfo.InvariantCulture);
        return new(text, text.Length + Math.Min(exponent, 0));
    }

    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var raw = (int)((bits >> FractionBits) & 0x7FF);
        var fraction = bits & ((1L << FractionBits) - 1);
        return (raw == 0 ? fraction : fraction | (1L << FractionBits), Math.Max(raw, 1) - Bias);
    }

    private static string Binary(double value)
    {
        var (mantissa, exponent) = Split(value);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}p{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");
    }

    private static string Hexadecimal(double value, int precision)
    {
        var (mantissa, exponent) = Split(value);
        if (mantissa.IsZero)
            return precision > 0 ? $"0x0.{new string('0', precision)}p+00" : "0x0p+00";
        var shift = FractionBits + 1 - (int)mantissa.GetBitLength();
        var bits = (ulong)mantissa << shift;
        exponent += FractionBits - shift;
        if (precision is >= 0 and < FractionBits / 4)
        {
            var dropped = FractionBits - 4 * precision;
            var (rest, half) = (bits & ((1UL << dropped) - 1), 1UL << (dropped - 1));
            bits >>= dropped;
            if (rest > half || (rest == half && (bits & 1) == 1))
                bits++;
            bits <<= dropped;
            if (bits >> (FractionBits + 1) != 0)
                (bits, exponent) = (bits >> 1, exponent + 1);
        }
        var digits = (bits & ((1UL << FractionBits) - 1)).ToString("x13", CultureInfo.InvariantCulture);
        digits = precision < 0 ? digits.TrimEnd('0') : digits.PadRight(precision, '0')[..precision];
        return string.Create(CultureInfo.InvariantCulture, $"0x1{(digits.Length > 0 ? "." : "")}{digits}p{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>After <c>#</c> there is always a point, and <c>%g</c> keeps the zeros at the end.</summary>
    private static string KeepZeros(string text, int verb, int? precision)
    {
        var tail = text.AsSpan().IndexOfAny(verb is 'x' or 'X' ? "pP" : "eE");
        var (number, exponent) = tail < 0 ? (text, "") : (text[..tail], text[tail..]);
        var digits = verb is 'v' or 'g' or 'G' or 'x' or 'X' ? precision ?? 6 : 0;
        digits -= number.SkipWhile(static c => c is '0' or '.').Count(static c => c != '.');
        if (!number.Contains('.'))
        {
            if (number == "0")
                digits--;
            number += ".";
        }
        return number + new string('0', Math.Max(0, digits)) + exponent;
    }
}
