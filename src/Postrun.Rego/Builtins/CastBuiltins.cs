using System.Globalization;
using System.Numerics;

namespace Postrun.Rego;

/// <summary>Values made into others, or insisted on.</summary>
internal static class CastBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("to_number", 1, ToNumber),
        new("cast_array", 1, CastArray),
        new("cast_set", 1, CastSet),
        new("cast_string", 1, static (_, arguments) => Insist(arguments, RegoKind.String)),
        new("cast_boolean", 1, static (_, arguments) => Insist(arguments, RegoKind.Boolean)),
        new("cast_null", 1, static (_, arguments) => Insist(arguments, RegoKind.Null)),
        new("cast_object", 1, static (_, arguments) => Insist(arguments, RegoKind.Object)),
    ];

    private static RegoNumber ToNumber(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        switch (arguments[0])
        {
            case RegoNull:
                return RegoNumber.Zero;
            case RegoBoolean boolean:
                return RegoNumber.Of(boolean.Value ? 1 : 0);
            case RegoNumber number:
                return number;
            case RegoString text:
                context.Budget.Spend(1 + text.Value.Length / 8);
                if (text.Value.TrimStart('+', '-').ToLowerInvariant() is "inf" or "infinity" or "nan")
                    throw Operand.Wrong(arguments, 0, "valid number string");
                return Read(text.Value);
            default:
                throw Operand.Wrong(arguments, 0, "null", "boolean", "number", "string");
        }
    }

    private static RegoNumber Read(string text)
    {
        var number = ReadHexadecimal(text) ?? ReadDecimal(text);
        return double.IsFinite(number.ToDouble()) ? number : throw Failed(text, "value out of range");
    }

    /// <summary>Wider than JSON: a plus sign, leading zeros, a point at either end.</summary>
    private static RegoNumber ReadDecimal(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        var (mantissa, power) = exponent < 0 ? (text, "") : (text[..exponent], text[exponent..]);
        var negative = mantissa.StartsWith('-');
        if (negative || mantissa.StartsWith('+'))
            mantissa = mantissa[1..];
        var point = mantissa.IndexOf('.');
        var whole = (point < 0 ? mantissa : mantissa[..point]).TrimStart('0');
        var fraction = point < 0 ? "" : mantissa[(point + 1)..];
        if (mantissa.Length == (point < 0 ? 0 : 1))
            throw Failed(text, "invalid syntax");
        var json = (negative ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
        if (!NumberText.TrySplit(json + power, out _, out _, out _))
            throw Failed(text, "invalid syntax");
        return RegoNumber.TryParse(json + power, out var number) ? number : throw Failed(text, "value out of range");
    }

    /// <summary>0x1.8p1, as Go writes floating-point numbers exactly; the power is not optional.</summary>
    private static RegoNumber? ReadHexadecimal(string text)
    {
        var body = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        if (!body.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = body.IndexOfAny('p', 'P');
        if (end < 0 || !int.TryParse(body[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
            throw Failed(text, "invalid syntax");
        var digits = body[2..end];
        var point = digits.IndexOf('.');
        var joined = point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]);
        if (!BigInteger.TryParse("0" + joined, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || joined.Length is 0 or > 1_024)
            throw Failed(text, "invalid syntax");
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        var number = Math.ScaleB((double)value, Math.Clamp(power, -4_096, 4_096) - 4 * fraction);
        if (!double.IsFinite(number))
            throw Failed(text, "value out of range");
        return RegoNumber.Of(text[0] == '-' ? -number : number);
    }

    private static BuiltinException Failed(string text, string reason) => new($"strconv.ParseFloat: parsing {QuotedText.Quote(text.Length > 128 ? text[..128] : text)}: {reason}");

    private static RegoArray CastArray(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[0] is RegoArray array)
            return array;
        var items = Operand.Items(arguments, 0);
        context.Budget.Spend(items.Count);
        context.Budget.Allocate(items.Count * 8L + 32);
        return new([.. items]);
    }

    private static RegoSet CastSet(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[0] is RegoSet set)
            return set;
        var items = Operand.Items(arguments, 0);
        context.Budget.Spend(items.Count);
        context.Budget.Allocate(items.Count * 48L + 32);
        return RegoSet.Of(items);
    }

    private static RegoValue Insist(ReadOnlySpan<RegoValue> arguments, RegoKind kind) =>
        arguments[0].Kind == kind ? arguments[0] : throw Operand.Wrong(arguments, 0, kind.ToString().ToLowerInvariant());
}
