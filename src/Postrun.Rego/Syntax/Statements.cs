using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed record WithModifier(SourcePlace Place, Term Target, Term Value);

/// <summary>One line of a body.</summary>
internal abstract record Statement(SourcePlace Place)
{
    public ImmutableArray<WithModifier> With { get; init; } = [];
}

internal sealed record TermStatement(SourcePlace Place, Term Term) : Statement(Place);

internal sealed record NotStatement(SourcePlace Place, Statement Inner) : Statement(Place);

/// <summary><c>some x, y</c></summary>
internal sealed record SomeStatement(SourcePlace Place, ImmutableArray<NameTerm> Names) : Statement(Place);

/// <summary><c>some k, v in collection</c></summary>
internal sealed record SomeInStatement(SourcePlace Place, Term? Key, Term Value, Term Collection) : Statement(Place);

internal sealed record EveryStatement(SourcePlace Place, NameTerm? Key, NameTerm Value, Term Domain, ImmutableArray<Statement> Body) : Statement(Place);
