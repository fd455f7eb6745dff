using System.Runtime.CompilerServices;

namespace Postrun.Rego;

/// <summary>What one evaluation may use at most.</summary>
/// <param name="Steps">Statements tried and elements looked at.</param>
/// <param name="Memory">Bytes of new values, about; what is dropped on the way counts too.</param>
public sealed record BudgetLimits(long Steps, long Memory)
{
    /// <summary>Some seconds of work.</summary>
    public static readonly BudgetLimits Default = new(50_000_000, 1L << 30);
}

/// <summary>Counts what an evaluation uses, and ends it where that is too much or where it was cancelled.</summary>
public sealed class Budget(BudgetLimits limits, CancellationToken cancellation)
{
    private const int CancellationInterval = 4_096;

    /// <summary>The runtime keeps 64 KiB free on 64-bit machines; a step takes some hundred bytes.</summary>
    private const int StackInterval = 16;

    private long steps = limits.Steps;
    private long memory = limits.Memory;
    private int deeper;
    private int untilCancellation = CancellationInterval;

    /// <summary>Charges work: call it in every loop over what a policy can make large.</summary>
    /// <exception cref="BudgetException">the steps are used up</exception>
    /// <exception cref="OperationCanceledException"/>
    public void Spend(long count = 1)
    {
        steps -= count;
        if (steps < 0)
            throw new BudgetException($"the policy needs more than {limits.Steps} steps");
        untilCancellation -= (int)Math.Min(count, CancellationInterval);
        if (untilCancellation > 0)
            return;
        untilCancellation = CancellationInterval;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Charges a step that calls others. The stack is looked at now and then: what it holds in reserve is more than the steps between.</summary>
    /// <inheritdoc cref="Spend" path="/exception"/>
    internal void SpendDeeper()
    {
        Spend();
        if ((++deeper & (StackInterval - 1)) == 0)
            EnsureStack();
    }

    /// <exception cref="BudgetException">the stack is nearly used up</exception>
    internal static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BudgetException("the policy is nested too deeply");
    }

    /// <summary>Charges memory, before it is taken.</summary>
    /// <exception cref="BudgetException">the memory is used up</exception>
    public void Allocate(long bytes)
    {
        memory -= bytes;
        if (memory < 0 || bytes < 0)
            throw new BudgetException($"the policy needs more than {limits.Memory >> 20} MiB of new values");
    }

    internal void Renew()
    {
        steps = limits.Steps;
        memory = limits.Memory;
        cancellation.ThrowIfCancellationRequested();
    }
}
