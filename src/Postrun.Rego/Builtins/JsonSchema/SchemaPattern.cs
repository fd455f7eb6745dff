namespace Postrun.Rego;

/// <summary>A regular expression of a schema, matched anywhere in a text.</summary>
internal sealed class SchemaPattern
{
    private readonly RegexProgram program;

    private SchemaPattern(string text, RegexProgram program) => (Text, this.program) = (text, program);

    public string Text { get; }

    /// <returns><see langword="null"/> where the text is no regular expression.</returns>
    public static SchemaPattern? TryCreate(BuiltinContext context, string text)
    {
        try
        {
            return new(text, RegexCache.Get(text, context.Budget));
        }
        catch (RegexSyntaxException)
        {
            return null;
        }
    }

    public bool IsMatch(BuiltinContext context, string value) =>
        new RegexMachine(program, value, context.Budget, captures: false).Find(0, anyMatch: true);
}
