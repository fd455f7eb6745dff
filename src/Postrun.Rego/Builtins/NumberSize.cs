namespace Postrun.Rego;

/// <summary>How large numbers may become: what follows, such as writing them down, is not charged by their size.</summary>
internal static class NumberSize
{
    private const int MaxBytes = 8_192;

    /// <param name="bytes">Of an integer that is about to be made.</param>
    /// <exception cref="BudgetException">that is too large</exception>
    public static void Charge(BuiltinContext context, long bytes)
    {
        if (bytes > MaxBytes)
            throw TooLarge();
        context.Budget.Spend(1 + bytes / 64);
        context.Budget.Allocate(bytes + Size.Value);
    }

    /// <exception cref="BudgetException">it is too large, or too close to zero</exception>
    public static RegoNumber Checked(BinaryFloat value) =>
        value.IsZero || Math.Abs(value.Top) <= MaxBytes * 8 ? RegoNumber.Of(value) : throw TooLarge();

    private static BudgetException TooLarge() => new($"the policy calculates with numbers of more than {MaxBytes * 8} bits");
}
