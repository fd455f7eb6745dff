namespace Postrun.Rego;

/// <summary>A regular expression of the syntax that policies use, outside of a policy.</summary>
/// <exception cref="FormatException">it is none</exception>
public sealed class RegoPattern
{
    private readonly RegexProgram program;

    public RegoPattern(string expression)
    {
        try
        {
            program = RegexProgram.Compile(expression, NewBudget());
        }
        catch (Exception e) when (e is RegexSyntaxException or BudgetException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Whether the text holds a match.</summary>
    /// <exception cref="BudgetException">the text is too long for the expression</exception>
    public bool IsMatch(string text) => new RegexMachine(program, text, NewBudget(), captures: false).Find(0, anyMatch: true);

    private static Budget NewBudget() => new(BudgetLimits.Default, CancellationToken.None);
}
