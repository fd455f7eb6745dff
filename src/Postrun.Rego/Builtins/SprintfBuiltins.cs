using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>Text put together from a format and values.</summary>
internal static class SprintfBuiltins
{
    public static readonly BuiltinFunction[] All = [new("sprintf", 2, Sprintf)];

    private static RegoString Sprintf(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var format = Operand.String(arguments, 0);
        var values = Operand.Array(arguments, 1);
        context.Budget.Spend(values.Count);
        context.Budget.Allocate(values.Count * 32L);
        var operands = new FormatOperand[values.Count];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = Of(context, values[i]);
        return new(new FormatPrinter(format, operands, context.Budget).Print());
    }

    /// <summary>Numbers and strings are what they are; anything else is its text.</summary>
    private static FormatOperand Of(BuiltinContext context, RegoValue value)
    {
        switch (value)
        {
            case RegoString text:
                return new(text.Value);
            case RegoNumber { IsIntegerLiteral: true } number when number.TryGetInteger(out var integer):
                return new(integer);
            case RegoNumber number:
                return double.IsFinite(number.ToDouble()) ? new(number.ToDouble()) : new(number.Text);
            default:
                context.Budget.Allocate(2 * TextSize(context.Budget, value));
                return new(value.ToString());
        }
    }

    /// <summary>About how many letters the text of a value has.</summary>
    private static long TextSize(Budget budget, RegoValue value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BudgetException("a value is nested too deeply");
        budget.Spend();
        var size = 8L;
        switch (value)
        {
            case RegoString text:
                size += text.Value.Length;
                break;
            case RegoNumber number:
                size += number.Text.Length;
                break;
            case RegoObject entries:
                foreach (var (key, entry) in entries)
                    size += TextSize(budget, key) + TextSize(budget, entry);
                break;
            case IReadOnlyList<RegoValue> items:
                foreach (var item in items)
                    size += TextSize(budget, item);
                break;
        }
        return size;
    }
}
