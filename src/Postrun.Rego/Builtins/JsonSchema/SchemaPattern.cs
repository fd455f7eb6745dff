using System.Text.RegularExpressions;

namespace Postrun.Rego;

/// <summary>A regular expression of a schema, matched anywhere in a text in linear time.</summary>
internal sealed class SchemaPattern
{
    private const int MaxLength = 4_096;

    private readonly Regex expression;

    private SchemaPattern(string text, Regex expression) => (Text, this.expression) = (text, expression);

    public string Text { get; }

    /// <returns><see langword="null"/> where the text is no regular expression.</returns>
    public static SchemaPattern? TryCreate(BuiltinContext context, string text)
    {
        context.Budget.Spend(64 + text.Length);
        context.Budget.Allocate(4_096 + text.Length * 64L);
        if (text.Length > MaxLength)
            throw new BudgetException($"a pattern of a schema is longer than {MaxLength} characters");
        try
        {
            return new(text, new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)));
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public bool IsMatch(BuiltinContext context, string value)
    {
        context.Budget.Spend(1 + (long)value.Length * (1 + Text.Length / 8) / 8);
        try
        {
            return expression.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new BudgetException("a pattern of a schema takes too long");
        }
    }
}
