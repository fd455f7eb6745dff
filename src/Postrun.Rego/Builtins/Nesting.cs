using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>Values are as deep as policies make them; the stack is not.</summary>
internal static class Nesting
{
    /// <summary>Call it in every function that calls itself.</summary>
    /// <exception cref="BudgetException">the stack is nearly used up</exception>
    public static void Guard()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BudgetException("the policy works on values that are nested too deeply");
    }

    /// <summary>What a value holds at the next step of a path: under a key, at an index, or as an element of a set.</summary>
    public static RegoValue? Step(RegoValue value, RegoValue key) => value switch
    {
        RegoObject entries => entries.Get(key),
        RegoArray array => array.Get(key),
        RegoSet set => set.Contains(key) ? key : null,
        _ => null,
    };
}
