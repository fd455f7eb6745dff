using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class RegoParser
{
    /// <param name="keyed"><c>k, v in xs</c> may stand here.</param>
    /// <param name="assign"><c>:=</c> may stand here.</param>
    /// <param name="bar">False where a bar ends the term: before the body of a comprehension.</param>
    private Term Infix(bool keyed = false, bool assign = false, bool bar = true)
    {
        Enter();
        var left = Membership(keyed, bar);
        var place = Place;
        if (assign && Skip(":="))
            left = new InfixTerm(place, Operator.Assign, left, Membership(keyed: true, bar));
        else if (Skip("="))
            left = new InfixTerm(place, Operator.Unify, left, Membership(keyed: true, bar));
        Leave();
        return left;
    }

    private Term Membership(bool keyed, bool bar)
    {
        var left = Relation(bar);
        if (keyed && token.IsSign(",") && keywords.Contains("in") && Try(() => KeyedMembership(left, bar)) is { } found)
            left = found;
        while (token.IsKeyword("in"))
        {
            var place = Place;
            CountOperator();
            Advance();
            left = new InTerm(place, null, left, Relation(bar));
        }
        return left;
    }

    private InTerm? KeyedMembership(Term key, bool bar)
    {
        Advance();
        var value = Relation(bar);
        var place = Place;
        return SkipKeyword("in") ? new InTerm(place, key, value, Relation(bar)) : null;
    }

    private Term Relation(bool bar = true) => Chain(0, bar);

    // From what binds least to what binds most.
    private static readonly ImmutableArray<(string Sign, Operator Operator)>[] Levels =
    [
        [("==", Operator.Equal), ("!=", Operator.NotEqual), ("<", Operator.Less), ("<=", Operator.LessOrEqual), (">", Operator.Greater), (">=", Operator.GreaterOrEqual)],
        [("|", Operator.Or)],
        [("&", Operator.And)],
        [("+", Operator.Plus), ("-", Operator.Minus)],
        [("*", Operator.Times), ("/", Operator.Divide), ("%", Operator.Remainder)],
    ];

    private Term Chain(int level, bool bar)
    {
        if (level == Levels.Length)
            return Postfix();
        var left = Chain(level + 1, bar);
        while (token.Kind == TokenKind.Sign && (bar || token.Text != "|") && OperatorAt(level) is { } found)
        {
            var place = Place;
            CountOperator();
            Advance();
            left = new InfixTerm(place, found, left, Chain(level + 1, bar));
        }
        return left;
    }

    private Operator? OperatorAt(int level)
    {
        foreach (var (sign, found) in Levels[level])
        {
            if (token.Text == sign)
                return found;
        }
        return null;
    }

    /// <summary>A term and the references and calls that follow it without space.</summary>
    private Term Postfix()
    {
        Enter();
        var place = Place;
        var head = Primary();
        var path = ImmutableArray.CreateBuilder<Term>();
        while (Adjacent && token.Kind == TokenKind.Sign)
        {
            CheckPath(path.Count);
            if (token.Text == ".")
            {
                path.Add(NameBehindDot());
            }
            else if (token.Text == "[")
            {
                Advance();
                path.Add(Infix());
                Expect("]");
            }
            else if (token.Text == "(" && head is NameTerm or RefTerm or CallTerm)
            {
                var function = path.Count == 0 ? head : new RefTerm(place, head, path.ToImmutable());
                path.Clear();
                if (function is CallTerm)
                    throw lexer.Error(token.Start, "the result of a call is no function");
                Advance();
                head = new CallTerm(place, function, Items(")"));
            }
            else
            {
                break;
            }
        }
        Leave();
        if (path.Count == 0)
            return head;
        return head is ScalarTerm ? throw lexer.Error(token.Start, "a constant has no fields") : new RefTerm(place, head, path.ToImmutable());
    }

    /// <summary>The token is a dot.</summary>
    private ScalarTerm NameBehindDot()
    {
        Advance();
        // Whatever the word means elsewhere, behind a dot it is a name.
        if (token.Kind is not (TokenKind.Name or TokenKind.Keyword) || !Adjacent)
            throw Unexpected("a name behind '.'");
        var name = new ScalarTerm(Place, new RegoString(token.Text));
        Advance();
        return name;
    }

    private Term Primary()
    {
        var place = Place;
        switch (token.Kind)
        {
            case TokenKind.Name:
                var name = new NameTerm(place, token.Text);
                Advance();
                return name;
            case TokenKind.Number:
                return Number(place, "");
            case TokenKind.String:
                var text = new ScalarTerm(place, new RegoString(token.Text));
                Advance();
                return text;
            case TokenKind.Template:
                return Template(place);
            case TokenKind.Keyword when token.Text is "null" or "true" or "false":
                var constant = new ScalarTerm(place, token.Text == "null" ? RegoNull.Value : RegoBoolean.Of(token.Text == "true"));
                Advance();
                return constant;
            case TokenKind.Sign when Skip("-"):
                return token.Kind == TokenKind.Number && Adjacent ? Number(place, "-") : throw Unexpected("a number behind '-'");
            case TokenKind.Sign when Skip("("):
                var inner = Infix(keyed: true);
                Expect(")");
                return inner;
            case TokenKind.Sign when Skip("["):
                return Brackets(place);
            case TokenKind.Sign when Skip("{"):
                return Braces(place);
            default:
                throw Unexpected("a term");
        }
    }

    private ScalarTerm Number(SourcePlace place, string sign)
    {
        if (!RegoNumber.TryParse(sign + token.Text, out var number))
            throw lexer.Error(token.Start, "illegal number");
        Advance();
        return new(place, number);
    }
}
