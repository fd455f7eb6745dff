using System.Globalization;
using System.Numerics;

namespace Postrun.Rego;

/// <summary>
/// A binary floating-point number of 64 significant bits, rounded to nearest even: the arithmetic in which policies are
/// evaluated elsewhere, so that decimal fractions come out the same here.
/// </summary>
internal readonly struct BinaryFloat : IComparable<BinaryFloat>, IEquatable<BinaryFloat>
{
    private const int Precision = 64;

    /// <summary>Decimal exponents beyond this are refused: a short text must not become a huge number.</summary>
    public const int MaxExponent = 5_000;

    // The value is mantissa * 2^exponent; the mantissa is odd or zero.
    private readonly BigInteger mantissa;
    private readonly int exponent;

    private BinaryFloat(BigInteger mantissa, int exponent) => (this.mantissa, this.exponent) = (mantissa, exponent);

    public bool IsZero => mantissa.IsZero;

    public bool IsInteger => exponent >= 0;

    public int Sign => mantissa.Sign;

    public static BinaryFloat Of(BigInteger value) => Round(value, 0, exact: true);

    public static BinaryFloat Of(double value)
    {
        if (value == 0)
            return default;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var raw = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger whole = raw == 0 ? fraction : fraction | (1L << 52);
        return Round(bits < 0 ? -whole : whole, Math.Max(raw, 1) - 1075, exact: true);
    }

    /// <summary>digits * 10^scale.</summary>
    public static BinaryFloat OfDecimal(BigInteger digits, int scale)
    {
        if (scale >= 0)
            return Of(digits * BigInteger.Pow(10, scale));
        return Divide(digits, BigInteger.Pow(10, -scale), 0);
    }

    /// <summary>Towards zero.</summary>
    public BigInteger Truncate() => exponent >= 0 ? mantissa << exponent : BigInteger.Divide(mantissa, BigInteger.One << -exponent);

    public double ToDouble()
    {
        if (mantissa.IsZero)
            return 0;
        var value = Math.ScaleB((double)(ulong)BigInteger.Abs(mantissa), exponent);
        return mantissa.Sign < 0 ? -value : value;
    }

    public static BinaryFloat operator +(BinaryFloat left, BinaryFloat right)
    {
        // So far apart that the smaller one cannot reach the last bit.
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;
        var gap = left.Top - right.Top;
        if (gap > Precision + 2)
            return left;
        if (gap < -Precision - 2)
            return right;
        var exponent = Math.Min(left.exponent, right.exponent);
        return Round((left.mantissa << (left.exponent - exponent)) + (right.mantissa << (right.exponent - exponent)), exponent, exact: true);
    }

    public static BinaryFloat operator -(BinaryFloat value) => new(-value.mantissa, value.exponent);

    public static BinaryFloat operator -(BinaryFloat left, BinaryFloat right) => left + -right;

    public static BinaryFloat operator *(BinaryFloat left, BinaryFloat right) =>
        Round(left.mantissa * right.mantissa, left.exponent + right.exponent, exact: true);

    /// <exception cref="DivideByZeroException"/>
    public static BinaryFloat operator /(BinaryFloat left, BinaryFloat right) =>
        right.IsZero ? throw new DivideByZeroException() : Divide(left.mantissa, right.mantissa, left.exponent - right.exponent);

    public int CompareTo(BinaryFloat other)
    {
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        if (IsZero)
            return 0;
        if (Top != other.Top)
            return Sign > 0 ? Top.CompareTo(other.Top) : other.Top.CompareTo(Top);
        var shared = Math.Min(exponent, other.exponent);
        return (mantissa << (exponent - shared)).CompareTo(other.mantissa << (other.exponent - shared));
    }

    public bool Equals(BinaryFloat other) => mantissa == other.mantissa && exponent == other.exponent;

    public override bool Equals(object? obj) => obj is BinaryFloat other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(mantissa, exponent);

    /// <summary>The fewest decimal digits that give this number back, with an exponent where that is below -4 or above 5.</summary>
    public override string ToString()
    {
        if (IsZero)
            return "0";
        Effort.Spend(Math.Abs(exponent));
        var (digits, point) = Shortest();
        var text = digits.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
        var sign = mantissa.Sign < 0 ? "-" : "";
        var power = point - 1;
        if (power is < -4 or >= 6)
        {
            var fraction = text.Length > 1 ? "." + text[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{text[0]}{fraction}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}");
        }
        if (point <= 0)
            return sign + "0." + new string('0', -point) + text;
        return point >= text.Length ? sign + text + new string('0', point - text.Length) : sign + text[..point] + "." + text[point..];
    }

    /// <summary>How many bits stand above the binary point.</summary>
    public int Top => exponent + (int)BigInteger.Abs(mantissa).GetBitLength();

    /// <summary>The digits, and where the decimal point stands from their left.</summary>
    private (BigInteger Digits, int Point) Shortest()
    {
        var whole = BigInteger.Abs(mantissa);
        var positive = new BinaryFloat(whole, exponent);
        var point = (int)Math.Floor(Top * 0.30102999566398120) + 1;
        for (var count = 1; ; count++)
        {
            var scale = count - point;
            var (over, under) = exponent >= 0 ? (whole << exponent, BigInteger.One) : (whole, BigInteger.One << -exponent);
            if (scale >= 0)
                over *= BigInteger.Pow(10, scale);
            else
                under *= BigInteger.Pow(10, -scale);
            var digits = BigInteger.DivRem((over << 1) + under, under << 1, out _);
            if (count > 25 || (!digits.IsZero && OfDecimal(digits, -scale).Equals(positive)))
            {
                var length = digits.ToString(CultureInfo.InvariantCulture).Length;
                return (digits, length - scale);
            }
        }
    }

    private static BinaryFloat Divide(BigInteger over, BigInteger under, int exponent)
    {
        if (over.IsZero)
            return default;
        var shift = (int)(Precision + 2 + under.GetBitLength() - over.GetBitLength());
        if (shift > 0)
            over <<= shift;
        else
            under <<= -shift;
        var quotient = BigInteger.DivRem(over, under, out var rest);
        return Round(quotient, exponent - shift, rest.IsZero);
    }

    private static BinaryFloat Round(BigInteger value, int exponent, bool exact)
    {
        if (value.IsZero)
            return default;
        var whole = BigInteger.Abs(value);
        var spare = (int)whole.GetBitLength() - Precision;
        if (spare > 0)
        {
            var half = BigInteger.One << (spare - 1);
            var rest = whole & ((BigInteger.One << spare) - 1);
            whole >>= spare;
            exponent += spare;
            var order = rest.CompareTo(half);
            if (order > 0 || (order == 0 && (!exact || !whole.IsEven)))
                whole += 1;
        }
        var zeros = BitOperations.TrailingZeroCount((ulong)(whole & ulong.MaxValue));
        if (whole.GetBitLength() > Precision)
            zeros = Precision;
        whole >>= zeros;
        return new(value.Sign < 0 ? -whole : whole, exponent + zeros);
    }
}
