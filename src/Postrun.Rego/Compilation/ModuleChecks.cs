namespace Postrun.Rego;

/// <summary>What a module may not say, whatever it means.</summary>
internal static class ModuleChecks
{
    public static IEnumerable<RegoSyntaxException> Of(RegoModule module)
    {
        // Version 0 let names hide one another.
        if (module.Version == RegoVersion.V1)
        {
            foreach (var twice in module.Imports.GroupBy(static import => import.Alias).Where(static group => group.DistinctBy(static import => string.Join('.', import.Path)).Count() > 1))
                yield return new(RegoSyntaxException.Compile, twice.Last().Place, $"import must not shadow import {string.Join('.', twice.First().Path)}; give one of them another name with `as`");
            foreach (var rule in module.Rules.Where(static rule => rule.Head.Name is "input" or "data"))
                yield return new(RegoSyntaxException.Compile, rule.Place, $"rules must not shadow {rule.Head.Name}; use a different name");
        }
        foreach (var rule in module.Rules.Where(static rule => rule.Default))
        {
            if (Variable(rule.Head.Value!) is { } term)
                yield return new(RegoSyntaxException.Compile, term.Place, "the value of a default rule is constant: it cannot name variables, documents or functions");
        }
    }

    /// <summary>What is not constant in a term; comprehensions may be anything within.</summary>
    private static Term? Variable(Term term) => term switch
    {
        NameTerm or RefTerm or CallTerm or InfixTerm or InTerm => term is CallTerm { Function: NameTerm { Name: "set" }, Arguments.IsEmpty: true } ? null : term,
        ArrayTerm array => array.Items.Select(Variable).FirstOrDefault(static found => found is not null),
        SetTerm set => set.Items.Select(Variable).FirstOrDefault(static found => found is not null),
        ObjectTerm entries => entries.Entries.SelectMany(static entry => new[] { Variable(entry.Key), Variable(entry.Value) }).FirstOrDefault(static found => found is not null),
        _ => null,
    };
}
