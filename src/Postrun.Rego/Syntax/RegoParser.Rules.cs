using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class RegoParser
{
    private List<RuleSyntax> Rule()
    {
        var isDefault = SkipKeyword("default");
        var start = token.Start;
        var head = Head(out var lastInBrackets);
        if (isDefault)
        {
            if (head.Value is null)
                throw lexer.Error(start, "a default rule has a value: default name := value");
            return [new(head.Place, true, head, [], null)];
        }
        var conditional = token.IsKeyword("if");
        var braces = !conditional && token.IsSign("{");
        if (version == RegoVersion.V1)
        {
            if (braces)
                throw lexer.Error(token.Start, "`if` is required before the body of a rule");
            if (!conditional && head is { Value: null, Contains: null })
                throw lexer.Error(start, "a rule has a value (:=), an element (contains), or a body (if)");
        }
        // Before version 1, p[x] { ... } is the set p; p[x] if { ... } is the object p.
        else if (!conditional && lastInBrackets && head is { Path.Length: 2, Value: null, Contains: null, Arguments: null })
        {
            head = head with { Contains = head.Path[1], Path = [head.Path[0]] };
        }
        else if (!conditional && !braces && head is { Value: null, Contains: null })
        {
            throw token.Kind == TokenKind.Name && FutureKeywords.Contains(token.Text) && !token.NewLine
                ? lexer.Error(token.Start, $"`{token.Text}` is a keyword only below `import rego.v1`")
                : lexer.Error(start, "a rule has a value or a body");
        }
        if (!conditional && !braces)
        {
            if (token.IsKeyword("else"))
                throw lexer.Error(token.Start, "`else` follows a body");
            return [new(head.Place, false, head, [], null)];
        }
        var body = RuleBody();
        var rules = new List<RuleSyntax> { new(head.Place, false, head, body, ElseRule(head)) };
        while (version == RegoVersion.V0 && token.IsSign("{"))
        {
            var place = Place;
            rules.Add(new(place, false, head with { Place = place }, RuleBody(), ElseRule(head)));
        }
        return rules;
    }

    private RuleSyntax? ElseRule(RuleHead head)
    {
        if (!token.IsKeyword("else"))
            return null;
        Enter();
        var place = Place;
        Advance();
        if (head.Contains is not null)
            throw lexer.Error(token.Start, "`else` belongs to rules with one value, not to sets");
        Term? value = null;
        if (Skip(":=") || Skip("="))
            value = Infix();
        ImmutableArray<Statement> body = [];
        if (token.IsKeyword("if") || (version == RegoVersion.V0 && token.IsSign("{")))
            body = RuleBody();
        else if (token.IsSign("{"))
            throw lexer.Error(token.Start, "`if` is required before the body of `else`");
        else if (value is null)
            throw Unexpected("a value or a body");
        var rule = new RuleSyntax(place, false, head with { Place = place, Value = value }, body, body.IsEmpty ? null : ElseRule(head));
        Leave();
        return rule;
    }

    private ImmutableArray<Statement> RuleBody()
    {
        var conditional = SkipKeyword("if");
        if (!token.IsSign("{"))
            return [Statement()];
        var before = Save();
        Advance();
        if (token.IsSign("}"))
            throw Unexpected("a statement");
        try
        {
            var body = Body("}");
            Expect("}");
            return body;
        }
        catch (RegoSyntaxException e)
        {
            furthest = Later(e) ?? e;
            Return(before);
            // `if {k: v | ...}` begins with a term that has braces of its own.
            if (conditional && Try(() => Term()) is { } term)
                return [term];
            throw;
        }

        Statement? Term() => Statement() is var statement && EndsHere() ? statement : null;
        bool EndsHere() => token.NewLine || token.Kind == TokenKind.End || token.IsSign(";") || token.IsKeyword("else");
    }

    private RuleHead Head(out bool lastInBrackets)
    {
        var place = Place;
        lastInBrackets = false;
        if (token.Kind != TokenKind.Name)
            throw Unexpected("a rule");
        var path = ImmutableArray.CreateBuilder<Term>();
        path.Add(new NameTerm(place, token.Text));
        Advance();
        ImmutableArray<Term>? arguments = null;
        while (Adjacent && (token.IsSign(".") || token.IsSign("[")))
        {
            CheckPath(path.Count);
            lastInBrackets = token.IsSign("[");
            if (lastInBrackets)
            {
                Advance();
                path.Add(Infix());
                Expect("]");
            }
            else
            {
                path.Add(NameBehindDot());
            }
        }
        if (Adjacent && Skip("("))
        {
            arguments = Items(")");
            if (arguments.Value.IsEmpty)
                throw lexer.Error(token.Start, "a function has at least one argument");
        }
        Term? contains = null, value = null;
        if (SkipKeyword("contains"))
            contains = Infix();
        else if (Skip(":=") || Skip("="))
            value = Infix();
        if (contains is not null && arguments is not null)
            throw lexer.Error(token.Start, "a function cannot be a set");
        return new(place, path.ToImmutable(), arguments, contains, value);
    }
}
