using System.Globalization;
using System.Numerics;

namespace Postrun.Rego;

/// <summary>Amounts with the prefixes of SI and of IEC: <c>10Ki</c>, <c>1.5MB</c>.</summary>
internal static class UnitsBuiltins
{
    private const string Prefixes = "kmgtpe";

    /// <summary>As many digits stand behind the point of an amount that is no integer.</summary>
    private const int Fraction = 10;

    public static readonly BuiltinFunction[] All = [new("units.parse", 1, Parse), new("units.parse_bytes", 1, ParseBytes)];

    private static RegoNumber Parse(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (amount, unit) = Split(context, arguments, "no amount provided");
        // Only here does the case of the first letter count: m is a thousandth, M a million.
        var (over, under) = unit == "m" ? (new(1), new(1_000)) : (Factor(unit == "M" ? "m" : unit.ToLowerInvariant(), ""), BigInteger.One);
        if (over.IsZero)
            throw new BuiltinException($"unit {(unit.Length > 1 ? unit[..1] + unit[1..].ToLowerInvariant() : unit)} not recognized");
        var (digits, scale) = Decimal(amount, "could not parse amount to a number");
        over *= digits;
        if (scale >= 0)
            over *= BigInteger.Pow(10, scale);
        else
            under *= BigInteger.Pow(10, -scale);
        var whole = BigInteger.DivRem(over, under, out var rest);
        if (rest.IsZero)
            return RegoNumber.Of(whole);
        var scaled = BigInteger.Abs(over) * BigInteger.Pow(10, Fraction);
        var rounded = (2 * scaled + under) / (2 * under);
        return RegoNumber.Of(BinaryFloat.OfDecimal(over.Sign * rounded, -Fraction));
    }

    private static RegoNumber ParseBytes(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (amount, unit) = Split(context, arguments, "no byte amount provided");
        unit = unit.ToLowerInvariant();
        var factor = Factor(unit, "b");
        if (factor.IsZero)
            throw new BuiltinException($"byte unit {unit} not recognized");
        var (digits, scale) = Decimal(amount, "could not parse byte amount to a number");
        return RegoNumber.Of((BinaryFloat.OfDecimal(digits, scale) * BinaryFloat.Of(factor)).Truncate());
    }

    /// <returns>0 for what is no unit.</returns>
    private static BigInteger Factor(string unit, string suffix)
    {
        if (unit.Length == 0)
            return 1;
        var power = Prefixes.IndexOf(unit[0]) + 1;
        var rest = unit[1..];
        if (power == 0)
            return 0;
        if (rest.Length == 0 || rest == suffix)
            return BigInteger.Pow(1_000, power);
        return rest == "i" || rest == "i" + suffix ? BigInteger.Pow(1_024, power) : 0;
    }

    private static (string Amount, string Unit) Split(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, string noAmount)
    {
        var text = Operand.String(arguments, 0).Replace("\"", "", StringComparison.Ordinal);
        context.Budget.Spend(1 + text.Length / 8);
        if (text.Contains(' '))
            throw new BuiltinException("spaces not allowed in resource strings");
        var length = AmountLength(text);
        return length > 0 ? (text[..length], text[length..]) : throw new BuiltinException(noAmount);
    }

    private static int AmountLength(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is 'e' or 'E')
            {
                var signed = i + 1 < text.Length && text[i + 1] is '+' or '-';
                if (!signed && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])))
                    return i;
                if (signed)
                    i++;
                var end = i + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                if (end - i - 1 > 6)
                    throw new BuiltinException("exponent too large");
            }
            else if (!char.IsAsciiDigit(c) && c is not ('.' or '+' or '-'))
                return i;
        }
        return text.Length;
    }

    /// <summary>digits * 10^scale; the point may stand at either end.</summary>
    private static (BigInteger Digits, int Scale) Decimal(string text, string error)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        var scale = 0;
        if (exponent >= 0 && !int.TryParse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out scale))
            throw new BuiltinException(error);
        var mantissa = exponent >= 0 ? text[..exponent] : text;
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            scale -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }
        if (mantissa.Length > RegoNumber.MaxDigits || Math.Abs(scale) > BinaryFloat.MaxExponent + mantissa.Length)
            throw new BuiltinException("exponent too large");
        return BigInteger.TryParse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits)
            ? (digits, scale)
            : throw new BuiltinException(error);
    }
}
