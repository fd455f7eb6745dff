using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>
/// Which lines of a policy an evaluation reached. As elsewhere, a rule counts where it gave something, a statement where it was
/// tried, and a line where anything that begins on it counts.
/// </summary>
public sealed class RegoCoverage : IRegoObserver
{
    private readonly HashSet<SourcePlace> reached = [];

    public void Reached(SourcePlace statement) => reached.Add(statement);

    public void Left(SourcePlace rule, string name, RegoValue? value)
    {
        if (value is not null)
            reached.Add(rule);
    }

    public void Entered(SourcePlace rule, string name)
    {
    }

    public void Held(SourcePlace statement)
    {
    }

    /// <param name="modules">What the report is about.</param>
    public CoverageReport Report(IEnumerable<RegoModule> modules)
    {
        var hit = reached.Select(static place => (place.File, place.Line)).ToHashSet();
        return new([.. modules.Select(module => Of(module, hit)).OrderBy(static file => file.File, StringComparer.Ordinal)]);
    }

    private static FileCoverage Of(RegoModule module, HashSet<(string, int)> hit)
    {
        var lines = module.Rules.SelectMany(Places).Select(static place => place.Line).Distinct().Order().ToLookup(line => hit.Contains((module.File, line)));
        return new(module.File, Ranges(lines[true]), Ranges(lines[false]));
    }

    private static IEnumerable<SourcePlace> Places(RuleSyntax first)
    {
        for (var rule = first; rule is not null; rule = rule.Else)
        {
            yield return rule.Place;
            foreach (var statement in StatementWalk.Of(rule))
                yield return statement.Place;
        }
    }

    private static ImmutableArray<LineRange> Ranges(IEnumerable<int> lines)
    {
        var ranges = new List<LineRange>();
        foreach (var line in lines)
        {
            if (ranges.Count > 0 && ranges[^1].Stop == line - 1)
                ranges[^1] = ranges[^1] with { Stop = line };
            else
                ranges.Add(new(line, line));
        }
        return [.. ranges];
    }
}
