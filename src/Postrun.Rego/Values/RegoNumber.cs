using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Postrun.Rego;

/// <summary>A number: integers of any size, and binary fractions of 64 significant bits.</summary>
public sealed class RegoNumber : RegoValue
{
    private const int SmallFrom = -16;
    private static readonly RegoNumber[] Small = [.. Enumerable.Range(SmallFrom, 1_040).Select(static value => new RegoNumber(value, null, null, null))];

    /// <summary>Longer literals are refused.</summary>
    internal const int MaxDigits = 4_096;

    public static readonly RegoNumber Zero = Of(0);

    private readonly long whole;
    private readonly BigInteger? big;
    private readonly BinaryFloat? real;
    private readonly string? literal;

    private RegoNumber(long whole, BigInteger? big, BinaryFloat? real, string? literal) =>
        (this.whole, this.big, this.real, this.literal) = (whole, big, real, literal);

    public override RegoKind Kind => RegoKind.Number;

    /// <summary>Written without fraction or exponent.</summary>
    internal bool IsIntegerLiteral => real is null && literal is null;

    /// <summary>Has no fraction, however it is written.</summary>
    internal bool IsIntegral => real is null;

    public static RegoNumber Of(long value) => value is >= SmallFrom and < 1_024 ? Small[value - SmallFrom] : new(value, null, null, null);

    public static RegoNumber Of(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Of((long)value) : new(0, value, null, null);

    /// <param name="value">Finite.</param>
    public static RegoNumber Of(double value) => Of(BinaryFloat.Of(value));

    internal static RegoNumber Of(BinaryFloat value) => value.IsInteger ? Of(value.Truncate()) : new(0, null, value, null);

    /// <param name="text">A number of JSON, at most 4,096 digits, the exponent within 5,000.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out RegoNumber? number)
    {
        number = null;
        if (!NumberText.TrySplit(text, out var digits, out var scale, out var plain) || digits.Length > MaxDigits || Math.Abs((long)scale) > BinaryFloat.MaxExponent + digits.Length)
            return false;
        if (plain && text.Length <= 18)
        {
            number = Of(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            return true;
        }
        var value = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (plain)
        {
            number = Of(value);
            return true;
        }
        var fraction = BinaryFloat.OfDecimal(value, scale);
        // 1.0 and 1e3 are integers that keep the way they were written.
        var integer = fraction.IsInteger ? Of(fraction.Truncate()) : null;
        number = integer is null
            ? new(0, null, fraction, text.ToString())
            : new(integer.whole, integer.big, null, text.ToString());
        return true;
    }

    /// <summary>True for every number without fraction that fits.</summary>
    public bool TryGetInt64(out long value)
    {
        value = whole;
        return real is null && big is null;
    }

    internal bool TryGetInt32(out int value)
    {
        value = unchecked((int)whole);
        return real is null && big is null && value == whole;
    }

    /// <summary>False where there is a fraction.</summary>
    internal bool TryGetInteger(out BigInteger value)
    {
        value = big ?? whole;
        return real is null;
    }

    internal BinaryFloat ToFloat() => real ?? BinaryFloat.Of(big ?? whole);

    public double ToDouble() => real?.ToDouble() ?? (big is { } value ? (double)value : whole);

    public override int GetHashCode() => big is null && real is null ? whole.GetHashCode() : ToDouble().GetHashCode();

    internal override void WriteTo(StringBuilder text) => text.Append(Text);

    /// <summary>As JSON writes it.</summary>
    public string Text => literal
        ?? real?.ToString()
        ?? big?.ToString(CultureInfo.InvariantCulture)
        ?? whole.ToString(CultureInfo.InvariantCulture);

    private protected override int CompareSameKind(RegoValue other)
    {
        var right = (RegoNumber)other;
        if (real is null && right.real is null)
            return big is null && right.big is null ? whole.CompareTo(right.whole) : (big ?? whole).CompareTo(right.big ?? right.whole);
        return ToFloat().CompareTo(right.ToFloat());
    }
}
