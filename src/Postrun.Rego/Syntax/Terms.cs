using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>What stands in a policy where a value can.</summary>
internal abstract record Term(SourcePlace Place);

internal sealed record ScalarTerm(SourcePlace Place, RegoValue Value) : Term(Place);

/// <param name="Name">Wildcards have the name <c>_</c>; each is a variable of its own.</param>
internal sealed record NameTerm(SourcePlace Place, string Name) : Term(Place);

/// <summary><c>head.a[x]</c>: the head is a name, or any term in parentheses or brackets.</summary>
internal sealed record RefTerm(SourcePlace Place, Term Head, ImmutableArray<Term> Path) : Term(Place)
{
    /// <summary><c>a.b.c</c> where all of it is constant.</summary>
    public string? DottedName
    {
        get
        {
            if (Head is not NameTerm head)
                return null;
            var names = new List<string> { head.Name };
            foreach (var step in Path)
            {
                if (step is not ScalarTerm { Value: RegoString name })
                    return null;
                names.Add(name.Value);
            }
            return string.Join('.', names);
        }
    }
}

/// <param name="Function">A name or a reference.</param>
internal sealed record CallTerm(SourcePlace Place, Term Function, ImmutableArray<Term> Arguments) : Term(Place);

internal enum Operator
{
    Assign,
    Unify,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
    And,
    Or,
}

internal sealed record InfixTerm(SourcePlace Place, Operator Operator, Term Left, Term Right) : Term(Place);

/// <summary><c>value in collection</c>, <c>key, value in collection</c>.</summary>
internal sealed record InTerm(SourcePlace Place, Term? Key, Term Value, Term Collection) : Term(Place);

internal sealed record ArrayTerm(SourcePlace Place, ImmutableArray<Term> Items) : Term(Place);

internal sealed record SetTerm(SourcePlace Place, ImmutableArray<Term> Items) : Term(Place);

internal sealed record ObjectTerm(SourcePlace Place, ImmutableArray<(Term Key, Term Value)> Entries) : Term(Place);

/// <param name="Kind">Array, set or object.</param>
/// <param name="Key">Of an object.</param>
internal sealed record ComprehensionTerm(SourcePlace Place, RegoKind Kind, Term? Key, Term Value, ImmutableArray<Statement> Body) : Term(Place);

/// <summary>Text and expressions by turns: <c>Texts</c> has one more than <c>Values</c>.</summary>
internal sealed record TemplateTerm(SourcePlace Place, ImmutableArray<string> Texts, ImmutableArray<Statement> Values) : Term(Place);
