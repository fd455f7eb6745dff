using System.Collections.Concurrent;

namespace Postrun.Rego;

/// <summary>Expressions compiled lately: policies use the same few again and again.</summary>
internal static class RegexCache
{
    private const int MaxCount = 256;
    private const int MaxSteps = 4_096;

    private static readonly ConcurrentDictionary<string, RegexProgram> Programs = new(StringComparer.Ordinal);

    /// <exception cref="RegexSyntaxException"/>
    public static RegexProgram Get(string pattern, Budget budget)
    {
        budget.Spend(1 + pattern.Length / 32);
        if (Programs.TryGetValue(pattern, out var known))
            return known;
        var program = RegexProgram.Compile(pattern, budget);
        if (program.Steps.Length > MaxSteps)
            return program;
        if (Programs.Count >= MaxCount)
            Programs.Clear();
        Programs.TryAdd(pattern, program);
        return program;
    }
}
