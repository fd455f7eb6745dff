using System.Numerics;

namespace Postrun.Rego;

internal static class BitBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("bits.and", 2, static (context, arguments) => Combine(context, arguments, static (left, right) => left & right)),
        new("bits.or", 2, static (context, arguments) => Combine(context, arguments, static (left, right) => left | right)),
        new("bits.xor", 2, static (context, arguments) => Combine(context, arguments, static (left, right) => left ^ right)),
        new("bits.negate", 1, Negate),
        new("bits.lsh", 2, ShiftLeft),
        new("bits.rsh", 2, ShiftRight),
    ];

    private static RegoNumber Combine(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, Func<BigInteger, BigInteger, BigInteger> combine)
    {
        var (left, right) = (Operand.Integer(arguments, 0), Operand.Integer(arguments, 1));
        NumberSize.Charge(context, Math.Max(left.GetByteCount(), right.GetByteCount()));
        return RegoNumber.Of(combine(left, right));
    }

    private static RegoNumber Negate(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var value = Operand.Integer(arguments, 0);
        NumberSize.Charge(context, value.GetByteCount());
        return RegoNumber.Of(-value - 1);
    }

    private static RegoNumber ShiftLeft(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var value = Operand.Integer(arguments, 0);
        var places = Places(arguments);
        if (value.IsZero)
            return RegoNumber.Zero;
        NumberSize.Charge(context, value.GetByteCount() + (long)BigInteger.Min(places, int.MaxValue) / 8);
        return RegoNumber.Of(value << (int)places);
    }

    private static RegoNumber ShiftRight(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var value = Operand.Integer(arguments, 0);
        var places = Places(arguments);
        NumberSize.Charge(context, value.GetByteCount());
        return places >= value.GetBitLength() + 1 ? RegoNumber.Of(value.Sign < 0 ? -1 : 0) : RegoNumber.Of(value >> (int)places);
    }

    private static BigInteger Places(ReadOnlySpan<RegoValue> arguments)
    {
        var places = Operand.Integer(arguments, 1);
        return places.Sign >= 0 ? places : throw ElementError.Operand(1, "must be an unsigned integer number but got a negative integer");
    }
}
