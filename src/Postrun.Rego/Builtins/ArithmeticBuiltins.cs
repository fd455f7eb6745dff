using System.Numerics;

namespace Postrun.Rego;

internal static class ArithmeticBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("plus", 2, static (context, arguments) => Add(context, Operand.Number(arguments, 0), Operand.Number(arguments, 1))),
        new("minus", 2, Minus),
        new("mul", 2, static (context, arguments) => Multiply(context, Operand.Number(arguments, 0), Operand.Number(arguments, 1))),
        new("div", 2, Divide),
        new("rem", 2, Remainder),
        new("and", 2, static (context, arguments) => SetAlgebra.Intersection(context, Operand.Set(arguments, 0), Operand.Set(arguments, 1))),
        new("or", 2, static (context, arguments) => SetAlgebra.Union(context, Operand.Set(arguments, 0), Operand.Set(arguments, 1))),
    ];

    public static RegoNumber Add(BuiltinContext context, RegoNumber left, RegoNumber right)
    {
        if (left.TryGetInt64(out var a) && right.TryGetInt64(out var b))
        {
            var sum = unchecked(a + b);
            // Overflow shows in a sign that neither summand has.
            return ((a ^ sum) & (b ^ sum)) >= 0 ? RegoNumber.Of(sum) : RegoNumber.Of((BigInteger)a + b);
        }
        if (left.TryGetInteger(out var whole) && right.TryGetInteger(out var other))
        {
            NumberSize.Charge(context, Math.Max(Bytes(whole), Bytes(other)));
            return RegoNumber.Of(whole + other);
        }
        return NumberSize.Checked(left.ToFloat() + right.ToFloat());
    }

    public static RegoNumber Multiply(BuiltinContext context, RegoNumber left, RegoNumber right)
    {
        if (!left.TryGetInteger(out var whole) || !right.TryGetInteger(out var other))
            return NumberSize.Checked(left.ToFloat() * right.ToFloat());
        NumberSize.Charge(context, Bytes(whole) + Bytes(other));
        ChargeProduct(context, whole, other);
        return RegoNumber.Of(whole * other);
    }

    private static RegoValue Minus(BuiltinContext context, ReadOnlySpan<RegoValue> arguments) => (arguments[0], arguments[1]) switch
    {
        (RegoNumber left, RegoNumber right) => Subtract(context, left, right),
        (RegoSet left, RegoSet right) => SetAlgebra.Difference(context, left, right),
        (not RegoNumber and not RegoSet, _) => throw Operand.Wrong(arguments, 0, "number", "set"),
        (_, RegoNumber) => throw Operand.Wrong(arguments, 1, "set"),
        _ => throw Operand.Wrong(arguments, 1, "number"),
    };

    private static RegoNumber Subtract(BuiltinContext context, RegoNumber left, RegoNumber right)
    {
        if (!left.TryGetInteger(out var whole) || !right.TryGetInteger(out var other))
            return NumberSize.Checked(left.ToFloat() - right.ToFloat());
        NumberSize.Charge(context, Math.Max(Bytes(whole), Bytes(other)));
        return RegoNumber.Of(whole - other);
    }

    private static RegoNumber Divide(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (left, right) = (Operand.Number(arguments, 0), Operand.Number(arguments, 1));
        if (right.ToFloat().IsZero)
            throw new BuiltinException("divide by zero");
        if (left.TryGetInteger(out var whole) && right.TryGetInteger(out var other))
        {
            ChargeProduct(context, whole, other);
            var quotient = BigInteger.DivRem(whole, other, out var rest);
            if (rest.IsZero)
                return RegoNumber.Of(quotient);
        }
        return NumberSize.Checked(left.ToFloat() / right.ToFloat());
    }

    private static RegoNumber Remainder(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (left, right) = (Operand.Number(arguments, 0), Operand.Number(arguments, 1));
        if (!left.TryGetInteger(out var whole) || !right.TryGetInteger(out var other))
            throw new BuiltinException("modulo on floating-point number");
        if (other.IsZero)
            throw new BuiltinException("modulo by zero");
        ChargeProduct(context, whole, other);
        return RegoNumber.Of(BigInteger.Remainder(whole, other));
    }

    /// <summary>The time of a product or a quotient.</summary>
    private static void ChargeProduct(BuiltinContext context, BigInteger left, BigInteger right) =>
        context.Budget.Spend(1 + Bytes(left) / 64 * (Bytes(right) / 64));

    private static long Bytes(BigInteger value) => value.GetByteCount();
}
