using System.Numerics;
using System.Security.Cryptography;

namespace Postrun.Rego;

/// <summary>Ranges, chance, and rounding.</summary>
internal static class NumberBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("numbers.range", 2, static (context, arguments) => Range(context, Integer(arguments, 0), Integer(arguments, 1), 1)),
        new("numbers.range_step", 3, RangeStep),
        new("rand.intn", 2, RandomInteger) { Deterministic = false },
        new("abs", 1, Abs),
        new("ceil", 1, static (_, arguments) => Round(arguments, static value => BinaryFloat.Of(value.Truncate()).CompareTo(value) < 0 ? 1 : 0)),
        new("floor", 1, static (_, arguments) => Round(arguments, static value => BinaryFloat.Of(value.Truncate()).CompareTo(value) > 0 ? -1 : 0)),
        new("round", 1, static (_, arguments) => Round(arguments, Nearest)),
    ];

    private static RegoArray RangeStep(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (from, to, step) = (Integer(arguments, 0), Integer(arguments, 1), Integer(arguments, 2));
        if (step.Sign <= 0)
            throw new BuiltinException("step must be a positive integer");
        return Range(context, from, to, step);
    }

    private static RegoArray Range(BuiltinContext context, BigInteger from, BigInteger to, BigInteger step)
    {
        var count = BigInteger.Abs(to - from) / step + 1;
        var charged = (long)BigInteger.Min(count, long.MaxValue / 64);
        context.Budget.Spend(charged);
        context.Budget.Allocate(charged * 48);
        var items = new RegoValue[charged];
        if (to < from)
            step = -step;
        for (long i = 0; i < charged; i++)
            items[i] = RegoNumber.Of(from + i * step);
        return new(items);
    }

    private static BigInteger Integer(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] is RegoNumber ? Operand.Integer(arguments, index) : throw Operand.Wrong(arguments, index, "integer");

    private static RegoValue RandomInteger(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var key = Operand.String(arguments, 0);
        if (!Operand.Number(arguments, 1).TryGetInt64(out var limit) || limit == long.MinValue)
            throw new BuiltinException(BuiltinException.Type, "operand 2 must be integer number but got floating-point number");
        if (limit == 0)
            return RegoNumber.Zero;
        var bound = Math.Abs(limit);
        context.Budget.Allocate(128);
        return context.Draw("rand.intn", new RegoArray(new RegoString(key), RegoNumber.Of(bound)), () => RegoNumber.Of(Draw((ulong)bound)));
    }

    private static long Draw(ulong bound)
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        // The high half of the product is below the bound, and as even as 64 bits allow.
        return (long)Math.BigMul(BitConverter.ToUInt64(bytes), bound, out _);
    }

    private static RegoNumber Abs(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var number = Operand.Number(arguments, 0);
        if (number.TryGetInteger(out var whole))
            return RegoNumber.Of(BigInteger.Abs(whole));
        var value = number.ToFloat();
        return value.Sign < 0 ? RegoNumber.Of(-value) : number;
    }

    /// <param name="correction">What is added to the number without its fraction.</param>
    private static RegoNumber Round(ReadOnlySpan<RegoValue> arguments, Func<BinaryFloat, int> correction)
    {
        var number = Operand.Number(arguments, 0);
        if (number.TryGetInteger(out var whole))
            return RegoNumber.Of(whole);
        var value = number.ToFloat();
        return RegoNumber.Of(value.Truncate() + correction(value));
    }

    /// <summary>Halves go away from zero.</summary>
    private static int Nearest(BinaryFloat value)
    {
        var fraction = value - BinaryFloat.Of(value.Truncate());
        var half = BinaryFloat.Of(0.5);
        return fraction.CompareTo(half) >= 0 ? 1 : fraction.CompareTo(-half) <= 0 ? -1 : 0;
    }
}
