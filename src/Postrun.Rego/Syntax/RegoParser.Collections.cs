using System.Collections.Immutable;

namespace Postrun.Rego;

internal sealed partial class RegoParser
{
    private Term Brackets(SourcePlace place)
    {
        if (Skip("]"))
            return new ArrayTerm(place, []);
        var first = First(place, RegoKind.Array, null);
        return ReferenceEquals(first.Place, place) ? first : new ArrayTerm(place, Rest(first, "]"));
    }

    private Term Braces(SourcePlace place)
    {
        if (Skip("}"))
            return new ObjectTerm(place, []);
        var first = First(place, RegoKind.Set, null);
        if (ReferenceEquals(first.Place, place))
            return first;
        if (!Skip(":"))
            return new SetTerm(place, Rest(first, "}"));
        var value = First(place, RegoKind.Object, first);
        if (ReferenceEquals(value.Place, place))
            return value;
        var entries = ImmutableArray.CreateBuilder<(Term, Term)>();
        entries.Add((first, value));
        while (Skip(",") && !token.IsSign("}"))
        {
            var key = Infix();
            Expect(":");
            entries.Add((key, Infix()));
        }
        Expect("}");
        return new ObjectTerm(place, entries.ToImmutable());
    }

    /// <summary>The first term within brackets; or, where a bar and a body follow it, the comprehension, whose place is that of the bracket.</summary>
    private Term First(SourcePlace place, RegoKind kind, Term? key)
    {
        var before = Save();
        var first = Infix(bar: false);
        if (!token.IsSign("|"))
            return first;
        var end = kind == RegoKind.Array ? "]" : "}";
        if (Try(() => Comprehension(place, kind, key, first, end)) is { } comprehension)
            return comprehension;
        Return(before);
        return Infix();
    }

    private ComprehensionTerm Comprehension(SourcePlace place, RegoKind kind, Term? key, Term value, string end)
    {
        Advance();
        var body = Body(end);
        Expect(end);
        return new(place, kind, key, value, body);
    }

    private ImmutableArray<Term> Rest(Term first, string end)
    {
        if (Skip(","))
            return [first, .. Items(end)];
        Expect(end);
        return [first];
    }

    /// <summary>Terms with commas between them, up to and with the closing bracket; a comma may stand before that.</summary>
    private ImmutableArray<Term> Items(string end)
    {
        var items = ImmutableArray.CreateBuilder<Term>();
        while (!Skip(end))
        {
            items.Add(Infix());
            if (!token.IsSign(end))
                Expect(",");
        }
        return items.ToImmutable();
    }

    private TemplateTerm Template(SourcePlace place)
    {
        var quote = token.Text[0];
        var at = token.Stop;
        var texts = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            texts.Add(lexer.TemplatePart(ref at, quote, out var ended));
            if (ended)
                break;
            Advance(at);
            values.Add(Statement());
            if (!token.IsSign("}"))
                throw Unexpected("'}'");
            at = token.Stop;
        }
        Advance(at);
        return new(place, texts.ToImmutable(), values.ToImmutable());
    }
}
