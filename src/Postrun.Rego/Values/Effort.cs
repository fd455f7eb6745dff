using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>
/// Charges what is done with large values to the evaluation that runs on this thread. Values are compared, hashed and
/// copied in sorts and dictionaries, where no budget can be handed over.
/// </summary>
internal static class Effort
{
    // A step is worth about a tenth of a microsecond.
    private const int LongText = 1_024;

    [ThreadStatic]
    private static Budget? budget;

    /// <returns>What was charged before; give it back when the evaluation ends.</returns>
    public static Budget? Charge(Budget? next)
    {
        var before = budget;
        budget = next;
        return before;
    }

    /// <summary>Call it in every function that goes through the items of a value, and so into itself.</summary>
    /// <exception cref="BudgetException">the steps are used up, or the value is nested too deeply</exception>
    public static void Visit(int items)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BudgetException("the policy works on values that are nested too deeply");
        budget?.Spend(items);
    }

    /// <summary>Text of that length is gone through, about as fast as memory is.</summary>
    public static void Read(int length)
    {
        if (length > LongText)
            budget?.Spend(length / LongText);
    }

    /// <summary>Work that is no visit of items, in what one of them would cost.</summary>
    public static void Spend(long count) => budget?.Spend(count);

    /// <summary>A copy of so many items is made, and put in order.</summary>
    public static void Copy(long items)
    {
        budget?.Spend(items * 2);
        budget?.Allocate(items * 2 * Size.Item);
    }
}
