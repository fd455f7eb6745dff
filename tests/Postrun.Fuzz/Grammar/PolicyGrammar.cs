using System.Globalization;

namespace Postrun.Fuzz;

/// <summary>Random policies that parse and are safe: every rule refers only to those before it.</summary>
public sealed class PolicyGrammar(TermGrammar terms)
{
    private readonly List<GeneratedRule> rules = [];
    private readonly List<string> documents = [];

    private Random Random => terms.Random;

    public static GeneratedPolicy Make(Random random, bool templates = true) => new PolicyGrammar(new(random) { Templates = templates }).Policy();

    private GeneratedPolicy Policy()
    {
        var count = Random.Next(2, 9);
        for (var i = 0; i < count; i++)
            AddRule(string.Create(CultureInfo.InvariantCulture, $"r{i}"));
        return new(rules, documents, Input(), """{"base": {"n": 5, "s": "a-b", "list": [1, "a", [2]], "map": {"a": 1, "k": "v"}}}""");
    }

    private string Input() => $$"""{"n": {{terms.Pick(["0", "1", "2", "-3", "2.5"])}}, "s": {{terms.Pick(["\"a\"", "\"a-b\"", "\"\""])}}, "a": {{terms.Pick(["[]", "[1, 2, 3]", "[\"a\", 2.5, null]"])}}, "o": {"a": 1, "b": {{terms.Pick(["[]", "{\"c\": 1}", "2"])}}}, "b": {{terms.Pick(["true", "false"])}}}""";

    private void AddRule(string name)
    {
        var type = terms.Type();
        switch (Random.Next(7))
        {
            case 0:
                AddFunction(name, type);
                break;
            case 1:
                for (var i = Random.Next(1, 4); i > 0; i--)
                {
                    var scope = new Scope(null);
                    var body = Body(scope);
                    rules.Add(new(name, terms.Any(scope, 1), null, body, []));
                }
                Done(name, TermType.Set);
                break;
            case 2:
                for (var i = Random.Next(1, 4); i > 0; i--)
                {
                    var scope = new Scope(null);
                    var body = Body(scope);
                    rules.Add(new($"{name}[{terms.Pick([terms.Term(TermType.Text, scope, 1), terms.Literal(TermType.Text)])}]", null, terms.Any(scope, 1), body, []));
                }
                Done(name, TermType.Object);
                break;
            case 3:
                // Rules that an index can choose among.
                for (var i = 0; i < 4; i++)
                {
                    var value = string.Create(CultureInfo.InvariantCulture, $"{i}");
                    GeneratedStatement[] guard = [new($"input.n == {i}"), .. Random.Next(2) == 0 ? [] : Body(new Scope(null))];
                    rules.Add(new(name, null, value, guard, Else(TermType.Number, new Scope(null))));
                }
                Done(name, TermType.Number);
                break;
            case 4:
                rules.Add(new($"{name}.a.b", null, terms.Term(type, new Scope(null), 2), [], []));
                rules.Add(new($"{name}.c", null, terms.Term(type, new Scope(null), 2), Body(new Scope(null)), []));
                Done(name, TermType.Object);
                break;
            default:
                if (Random.Next(3) == 0)
                    rules.Add(new(name, null, terms.Literal(type), [], []) { Default = true });
                var inner = new Scope(null);
                var statements = Body(inner);
                rules.Add(new(name, null, terms.Term(type, inner, 2), statements, Else(type, new Scope(null))));
                Done(name, type);
                break;
        }
    }

    private void AddFunction(string name, TermType type)
    {
        if (Random.Next(3) == 0)
            rules.Add(new($"{name}(_)", null, terms.Literal(type), [], []) { Default = true });
        var argument = terms.NewVariable();
        var scope = new Scope(null);
        scope.Declare(argument, TermType.Number);
        var body = Body(scope);
        var onlyArgument = new Scope(null);
        onlyArgument.Declare(argument, TermType.Number);
        rules.Add(new($"{name}({argument})", null, terms.Term(type, scope, 2), body, Else(type, onlyArgument)));
        terms.Functions.Add((name, type));
    }

    private void Done(string name, TermType type)
    {
        terms.Documents.Add((name, type));
        documents.Add(name);
    }

    private List<(string Value, GeneratedStatement Condition)> Else(TermType type, Scope scope)
    {
        var chain = new List<(string, GeneratedStatement)>();
        while (Random.Next(3) == 0)
            chain.Add((terms.Term(type, scope, 1), Condition(scope)));
        return chain;
    }

    private List<GeneratedStatement> Body(Scope scope)
    {
        var body = new List<GeneratedStatement>();
        for (var i = Random.Next(1, 5); i > 0; i--)
            body.Add(Statement(scope));
        return body;
    }

    private GeneratedStatement Statement(Scope scope)
    {
        var (name, other) = (terms.NewVariable(), terms.NewVariable());
        switch (Random.Next(6))
        {
            case 0:
                var type = terms.Type();
                var assigned = new GeneratedStatement($"{name} := {terms.Term(type, scope, 2)}", name);
                scope.Declare(name, type);
                return assigned;
            case 1:
                var each = new GeneratedStatement($"some {name} in {terms.Term(terms.Pick([TermType.Array, TermType.Set, TermType.Object]), scope, 1)}", name);
                scope.Declare(name, TermType.Number);
                return each;
            case 2:
                var pairs = new GeneratedStatement($"some {name}, {other} in {terms.Term(terms.Pick([TermType.Array, TermType.Object]), scope, 1)}", name, other);
                scope.Declare(name, TermType.Text);
                scope.Declare(other, TermType.Number);
                return pairs;
            case 3:
                var entries = new GeneratedStatement($"{name} := {terms.Pick(["input.o", "input.a", "data.base.map"])}[{other}]", name, other);
                scope.Declare(name, TermType.Number);
                scope.Declare(other, TermType.Text);
                return entries;
            default:
                return Condition(scope);
        }
    }

    private GeneratedStatement Condition(Scope scope)
    {
        switch (Random.Next(6))
        {
            case 0:
                return new($"not {terms.Term(TermType.Boolean, scope, 1)}");
            case 1:
                var item = terms.NewVariable();
                var inside = new Scope(scope);
                inside.Declare(item, TermType.Number);
                return new($"every {item} in {terms.Term(TermType.Array, scope, 1)} {{ {terms.Term(TermType.Boolean, inside, 1)} }}");
            case 2:
                return new($"{terms.Any(scope, 1)} {terms.Pick(["==", "!=", "<", "<="])} {terms.Any(scope, 1)}");
            case 3:
                var target = terms.Pick(["input.n", "input.o", "data.base.n", "data.base.map.k", "input"]);
                return new($"{terms.Term(TermType.Boolean, scope, 2)} with {target} as {terms.Any(scope, 1)}");
            case 4 when terms.Functions.Count > 0:
                var function = terms.Pick(terms.Functions);
                return new($"{terms.Term(TermType.Boolean, scope, 1)} with {function.Name} as {terms.Literal(function.Type)}");
            default:
                return new(terms.Term(TermType.Boolean, scope, 2));
        }
    }
}
