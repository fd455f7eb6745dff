using System.Numerics;

namespace Postrun.Rego;

internal static class ArrayBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("array.concat", 2, Concat),
        new("array.reverse", 1, Reverse),
        new("array.slice", 3, Slice),
        new("array.flatten", 1, Flatten),
    ];

    private static RegoArray Concat(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (left, right) = (Operand.Array(arguments, 0), Operand.Array(arguments, 1));
        Charge(context, (long)left.Count + right.Count);
        return new([.. left.Items, .. right.Items]);
    }

    private static RegoArray Reverse(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var array = Operand.Array(arguments, 0);
        Charge(context, array.Count);
        var items = array.Items.ToArray();
        Array.Reverse(items);
        return new(items);
    }

    private static RegoArray Slice(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var array = Operand.Array(arguments, 0);
        var (start, stop) = (Operand.Integer(arguments, 1), Operand.Integer(arguments, 2));
        var end = (int)BigInteger.Min(BigInteger.Max(stop, 0), array.Count);
        var from = (int)BigInteger.Min(BigInteger.Max(start, 0), end);
        Charge(context, end - from);
        return new(array.Items[from..end].ToArray());
    }

    private static RegoArray Flatten(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var array = Operand.Array(arguments, 0);
        var items = new List<RegoValue>();
        foreach (var item in array)
        {
            if (item is RegoArray inner)
            {
                Charge(context, inner.Count);
                items.AddRange(inner.Items);
                continue;
            }
            Charge(context, 1);
            items.Add(item);
        }
        return new([.. items]);
    }

    private static void Charge(BuiltinContext context, long count)
    {
        context.Budget.Spend(1 + count);
        context.Budget.Allocate(count * 8 + Size.Value);
    }
}
