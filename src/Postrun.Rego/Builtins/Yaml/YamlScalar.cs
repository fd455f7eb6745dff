using System.Globalization;
using System.Text.RegularExpressions;

namespace Postrun.Rego;

/// <summary>What a plain scalar stands for: the rules of YAML 1.1 as far as Kubernetes's tools keep them.</summary>
internal static partial class YamlScalar
{
    public static bool IsMerge(string text) => text == "<<";

    /// <returns><see langword="null"/> for text.</returns>
    /// <exception cref="BuiltinException">a number that JSON does not have</exception>
    public static RegoValue? Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return RegoNull.Value;
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                return RegoBoolean.True;
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                return RegoBoolean.False;
            case ".nan" or ".NaN" or ".NAN":
                throw new BuiltinException("json: unsupported value: NaN");
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                throw new BuiltinException("json: unsupported value: +Inf");
            case "-.inf" or "-.Inf" or "-.INF":
                throw new BuiltinException("json: unsupported value: -Inf");
        }
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.'))
            return null;
        var plain = text[0] == '.' ? text : text.Replace("_", "", StringComparison.Ordinal);
        return Integer(plain) is { } integer ? integer : Float().IsMatch(plain) ? Real(plain) : null;
    }

    /// <summary>Written plainly, it is not text.</summary>
    public static bool IsResolved(string text)
    {
        try
        {
            return IsMerge(text) || Timestamp().IsMatch(text) || Sexagesimal().IsMatch(text) || Resolve(text) is not null;
        }
        catch (BuiltinException)
        {
            return true;
        }
    }

    private static RegoNumber? Integer(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(negative || text.StartsWith('+') ? 1 : 0);
        var radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            radix = char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'b' => 2, _ => 8 };
            digits = digits[(char.IsAsciiLetter(digits[1]) ? 2 : 1)..];
        }
        if (digits.IsEmpty)
            return null;
        var value = UInt128.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
                return null;
            value = value * (uint)radix + (uint)digit;
            if (value > ulong.MaxValue)
                return null;
        }
        if (!negative)
            return RegoNumber.Of(new System.Numerics.BigInteger((ulong)value));
        return value <= (UInt128)long.MaxValue + 1 ? RegoNumber.Of(-new System.Numerics.BigInteger((ulong)value)) : null;
    }

    private static RegoNumber? Real(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return null;
        if (value == 0)
            return RegoNumber.Zero;
        var (digits, point) = ShortestDigits.Of(value);
        var sign = value < 0 ? "-" : "";
        var written = point is > -6 and <= 21
            ? ShortestDigits.Plain(digits, point)
            : ShortestDigits.Scientific(digits, point);
        return RegoNumber.TryParse(sign + written, out var number) ? number : null;
    }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex(@"\A[0-9]{4}-([0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\A[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();
}
