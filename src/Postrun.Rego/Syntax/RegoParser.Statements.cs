using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class RegoParser
{
    private const int MaxStatements = 10_000;

    /// <param name="end">The bracket that closes the body; it is not read. <see langword="null"/>: the end of the text.</param>
    private ImmutableArray<Statement> Body(string? end)
    {
        var body = ImmutableArray.CreateBuilder<Statement>();
        while (Skip(";"))
        {
        }
        while (token.Kind != TokenKind.End && !(end is not null && token.IsSign(end)))
        {
            if (body.Count == MaxStatements)
                throw lexer.Error(token.Start, $"a body of more than {MaxStatements} statements");
            body.Add(Statement());
            if (token.Kind == TokenKind.End || (end is not null && token.IsSign(end)))
                break;
            if (!token.NewLine && !token.IsSign(";"))
                throw Unexpected(end is null ? "a new line or ';'" : $"a new line, ';' or '{end}'");
            while (Skip(";"))
            {
            }
        }
        return body.Count == 0 ? throw Unexpected("a statement") : body.ToImmutable();
    }

    private Statement Statement()
    {
        Enter();
        var statement = BareStatement();
        var modifiers = ImmutableArray.CreateBuilder<WithModifier>();
        while (token.IsKeyword("with"))
        {
            var place = Place;
            Advance();
            var target = Postfix();
            if (!SkipKeyword("as"))
                throw Unexpected("'as'");
            modifiers.Add(new(place, target, Infix()));
        }
        Leave();
        return modifiers.Count == 0 ? statement : statement with { With = modifiers.ToImmutable() };
    }

    private Statement BareStatement()
    {
        var place = Place;
        if (SkipKeyword("not"))
        {
            return token.IsKeyword("not") || token.IsKeyword("some")
                ? throw Unexpected("an expression")
                : new NotStatement(place, token.IsKeyword("every") ? BareStatement() : new TermStatement(Place, Infix(keyed: true)));
        }
        if (SkipKeyword("some"))
            return Some(place);
        if (SkipKeyword("every"))
            return Every(place);
        return new TermStatement(place, Infix(keyed: true, assign: true));
    }

    private Statement Some(SourcePlace place)
    {
        var terms = new List<Term> { Relation() };
        while (Skip(","))
            terms.Add(Relation());
        if (SkipKeyword("in"))
        {
            return terms.Count > 2
                ? throw lexer.Error(token.Start, "`some ... in` declares a key and a value at most")
                : new SomeInStatement(place, terms.Count == 2 ? terms[0] : null, terms[^1], Relation());
        }
        var names = terms.Select(term => term as NameTerm ?? throw lexer.Error(token.Start, "`some` declares variables: some x, y")).ToImmutableArray();
        return new SomeStatement(place, names);
    }

    private EveryStatement Every(SourcePlace place)
    {
        var first = Variable();
        var second = Skip(",") ? Variable() : null;
        if (!SkipKeyword("in"))
            throw Unexpected("'in'");
        var domain = Infix();
        Expect("{");
        var body = Body("}");
        Expect("}");
        return new(place, second is null ? null : first, second ?? first, domain, body);
    }

    private NameTerm Variable()
    {
        if (token.Kind != TokenKind.Name)
            throw Unexpected("a variable");
        var name = new NameTerm(Place, token.Text);
        Advance();
        return name;
    }
}
