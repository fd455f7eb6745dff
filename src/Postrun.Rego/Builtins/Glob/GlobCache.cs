using System.Collections.Concurrent;

namespace Postrun.Rego;

/// <summary>Patterns compiled lately.</summary>
internal static class GlobCache
{
    private const int MaxCount = 256;
    private const int MaxSteps = 4_096;

    private static readonly ConcurrentDictionary<(string Pattern, string Delimiters), RegexProgram> Programs = [];

    /// <exception cref="BuiltinException">a text is no pattern</exception>
    public static RegexProgram Get(string pattern, string delimiters, Budget budget)
    {
        budget.Spend(1 + pattern.Length / 32);
        if (Programs.TryGetValue((pattern, delimiters), out var known))
            return known;
        var program = RegexProgram.Compile(GlobParser.Parse(pattern, delimiters, budget), [null], budget);
        if (program.Steps.Length > MaxSteps)
            return program;
        if (Programs.Count >= MaxCount)
            Programs.Clear();
        Programs.TryAdd((pattern, delimiters), program);
        return program;
    }
}
