using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>A statement of a query.</summary>
/// <param name="Captured">The name under which a solution holds its value; <see langword="null"/> where it holds, and that is all.</param>
public sealed record QueryStatement(string Text, SourcePlace Place, string? Captured);

/// <summary>Gives the statements of a query names for their values, so that one that is false is no less a solution.</summary>
internal sealed class QueryCapture(string query, ModuleScope names)
{
    /// <summary>No name that a person can write begins like this.</summary>
    public const char Mark = '$';

    private readonly List<QueryStatement> described = [];

    public IReadOnlyList<QueryStatement> Statements => described;

    public IEnumerable<Statement> Rewrite(ImmutableArray<Statement> statements)
    {
        var source = new SourceText("query", query);
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            var stop = i + 1 < statements.Length ? source.Position(statements[i + 1].Place) : query.Length;
            var text = query[source.Position(statement.Place)..stop].TrimEnd().TrimEnd(';').TrimEnd();
            if (statement is SomeStatement)
                continue;
            var name = statement is TermStatement { Term: var term } && HasValue(term) ? $"{Mark}{i}" : null;
            described.Add(new(text, statement.Place, name));
            if (name is not null)
                statements = statements.SetItem(i, Captured((TermStatement)statement, name));
        }
        return statements;
    }

    private static TermStatement Captured(TermStatement statement, string name) =>
        statement with { Term = new InfixTerm(statement.Place, Operator.Unify, new NameTerm(statement.Place, name), statement.Term) };

    private bool HasValue(Term term) => term switch
    {
        InfixTerm { Operator: Operator.Assign or Operator.Unify } => false,
        // The last argument stands for the result.
        CallTerm call => Arity(call) is not { } arity || arity == call.Arguments.Length,
        _ => true,
    };

    private int? Arity(CallTerm call)
    {
        if ((call.Function is NameTerm simple ? simple.Name : (call.Function as RefTerm)?.DottedName) is not { } name)
            return null;
        return names.Function(name.Split('.'))?.Arity ?? BuiltinTable.Find(name)?.Arity;
    }
}
