namespace Postrun.Rego;

/// <summary>Every statement of a rule, in comprehensions and under <c>every</c> and <c>not</c>, too. Declarations do nothing, and are left out.</summary>
internal static class StatementWalk
{
    public static IEnumerable<Statement> Of(RuleSyntax rule)
    {
        var head = rule.Head;
        return [.. rule.Body.SelectMany(In), .. In(head.Path), .. In(head.Arguments ?? []), .. In(head.Contains), .. In(head.Value)];
    }

    private static IEnumerable<Statement> In(Statement statement) => statement is SomeStatement ? [] : Within(statement).Prepend(statement);

    private static IEnumerable<Statement> Within(Statement statement)
    {
        var modifiers = statement.With.SelectMany(static modifier => In(modifier.Value));
        return statement switch
        {
            TermStatement term => In(term.Term).Concat(modifiers),
            NotStatement not => In(not.Inner).Concat(modifiers),
            SomeInStatement some => [.. In(some.Key), .. In(some.Value), .. In(some.Collection), .. modifiers],
            EveryStatement every => [.. In(every.Domain), .. every.Body.SelectMany(In), .. modifiers],
            _ => modifiers,
        };
    }

    private static IEnumerable<Statement> In(IEnumerable<Term> terms) => terms.SelectMany(In);

    private static IEnumerable<Statement> In(Term? term) => term switch
    {
        RefTerm reference => In(reference.Path.Prepend(reference.Head)),
        CallTerm call => In(call.Arguments),
        InfixTerm infix => In([infix.Left, infix.Right]),
        InTerm membership => [.. In(membership.Key), .. In(membership.Value), .. In(membership.Collection)],
        ArrayTerm array => In(array.Items),
        SetTerm set => In(set.Items),
        ObjectTerm entries => entries.Entries.SelectMany(static entry => In([entry.Key, entry.Value])),
        ComprehensionTerm comprehension => [.. comprehension.Body.SelectMany(In), .. In(comprehension.Key), .. In(comprehension.Value)],
        TemplateTerm template => template.Values.SelectMany(Within),
        _ => [],
    };
}
