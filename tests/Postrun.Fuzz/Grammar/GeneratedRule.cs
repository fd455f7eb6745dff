using System.Text;
using System.Text.RegularExpressions;

namespace Postrun.Fuzz;

/// <summary>A statement, and the variables that it declares.</summary>
public sealed partial record GeneratedStatement(string Text, params string[] Declares)
{
    /// <summary>Every variable that a grammar makes is called v and a number.</summary>
    public IEnumerable<string> Uses => Variable().Matches(Text).Select(static match => match.Value).Except(Declares);

    /// <summary>An order in which every variable is declared before it is used.</summary>
    public static IEnumerable<GeneratedStatement> Shuffle(IEnumerable<GeneratedStatement> body, Random random)
    {
        var left = body.ToList();
        var all = left.SelectMany(static statement => statement.Declares).ToHashSet();
        var declared = new HashSet<string>();
        while (left.Count > 0)
        {
            var ready = left.Where(statement => statement.Uses.All(name => !all.Contains(name) || declared.Contains(name))).ToArray();
            var next = ready[random.Next(ready.Length)];
            declared.UnionWith(next.Declares);
            left.Remove(next);
            yield return next;
        }
    }

    [GeneratedRegex(@"\bv\d+\b")]
    private static partial Regex Variable();
}

/// <summary>A rule that can be written in both versions of the syntax.</summary>
/// <param name="Head">The name, with arguments or what else follows it.</param>
/// <param name="Element">Of a partial set.</param>
/// <param name="Value"><see langword="null"/> for true, or of a partial set.</param>
/// <param name="Else">What is tried next: a value, and what must hold for it.</param>
public sealed record GeneratedRule(string Head, string? Element, string? Value, IReadOnlyList<GeneratedStatement> Body, IReadOnlyList<(string Value, GeneratedStatement Condition)> Else)
{
    public bool Default { get; init; }

    /// <param name="shuffle">Chooses the order of the statements; <see langword="null"/>: as they were made.</param>
    public string Write(bool version0, Random? shuffle)
    {
        var text = new StringBuilder();
        if (Default)
            return $"default {Head} := {Value}\n";
        text.Append(Head);
        if (Element is not null)
            text.Append(version0 ? $"[{Element}]" : $" contains {Element}");
        if (Value is not null)
            text.Append(version0 ? " = " : " := ").Append(Value);
        WriteBody(text, version0, shuffle is null ? Body : GeneratedStatement.Shuffle(Body, shuffle));
        foreach (var (value, condition) in Else)
        {
            text.Append(version0 ? " else = " : " else := ").Append(value);
            WriteBody(text, version0, [condition]);
        }
        return text.Append('\n').ToString();
    }

    private static void WriteBody(StringBuilder text, bool version0, IEnumerable<GeneratedStatement> body)
    {
        var lines = body.Select(static statement => "\t" + statement.Text).ToArray();
        if (lines.Length > 0)
            text.Append(version0 ? " {\n" : " if {\n").Append(string.Join('\n', lines)).Append("\n}");
    }
}
