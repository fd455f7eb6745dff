using System.Globalization;

namespace Postrun.Fuzz;

public enum TermType
{
    Number,
    Text,
    Array,
    Set,
    Object,
    Boolean,
}

/// <summary>Random terms of a wanted type, over the variables, rules and functions that are there already.</summary>
public sealed class TermGrammar(Random random)
{
    private static readonly TermType[] Types = Enum.GetValues<TermType>();
    private int variables;

    public Random Random => random;

    /// <summary>Whether templates may be used: not every engine has them.</summary>
    public bool Templates { get; init; } = true;

    /// <summary>Documents of the policy that are complete already.</summary>
    public List<(string Name, TermType Type)> Documents { get; } = [];

    /// <summary>Functions of one argument, a number.</summary>
    public List<(string Name, TermType Type)> Functions { get; } = [];

    public string NewVariable() => string.Create(CultureInfo.InvariantCulture, $"v{++variables}");

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public TermType Type() => Pick(Types);

    public string Term(TermType type, Scope scope, int depth)
    {
        if (random.Next(3) == 0 && Known(type, scope) is { } known)
            return known;
        return depth <= 0 ? Literal(type) : type switch
        {
            TermType.Number => Number(scope, depth - 1),
            TermType.Text => Text(scope, depth - 1),
            TermType.Array => Array(scope, depth - 1),
            TermType.Set => Set(scope, depth - 1),
            TermType.Object => Object(scope, depth - 1),
            _ => Boolean(scope, depth - 1),
        };
    }

    public string Any(Scope scope, int depth) => Term(Type(), scope, depth);

    public string Literal(TermType type) => type switch
    {
        TermType.Number => Pick(["0", "1", "2", "3", "7", "(-1)", "2.5", "1.0", "0.1", "1e3", "123456789012345678901"]),
        TermType.Text => Pick(["\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"A b\"", "\"\\u00e9\"", "`a.b`", "\"x-1\""]),
        TermType.Array => Pick(["[]", "[1, 2, 3]", "[3, 1, 1]", "[\"a\", \"b\"]", "[[1], [2]]", "[null, true, 0]"]),
        TermType.Set => Pick(["set()", "{1, 2}", "{2, 3}", "{\"a\", \"b\"}", "{1.0, 2.5}"]),
        TermType.Object => Pick(["{}", "{\"a\": 1}", "{\"a\": 1, \"b\": 2}", "{\"b\": {\"c\": 3}}", "{1: \"a\"}"]),
        _ => Pick(["true", "false"]),
    };

    private string? Known(TermType type, Scope scope)
    {
        var known = scope.Of(type).Concat(Documents.Where(document => document.Type == type).Select(static document => document.Name)).Concat(FromOutside(type)).ToArray();
        return known.Length == 0 ? null : Pick(known);
    }

    private static IEnumerable<string> FromOutside(TermType type) => type switch
    {
        TermType.Number => ["input.n", "input.o.a", "data.base.n", "input.a[0]"],
        TermType.Text => ["input.s", "data.base.s"],
        TermType.Array => ["input.a", "data.base.list"],
        TermType.Object => ["input.o", "data.base.map"],
        TermType.Boolean => ["input.b", "input.missing"],
        _ => [],
    };

    private string Number(Scope scope, int depth) => random.Next(9) switch
    {
        0 => $"{Term(TermType.Number, scope, depth)} + {Literal(TermType.Number)}",
        1 => $"{Literal(TermType.Number)} * ({Term(TermType.Number, scope, depth)})",
        2 => $"({Term(TermType.Number, scope, depth)}) - {Term(TermType.Number, scope, 0)}",
        3 => $"count({Term(Pick([TermType.Array, TermType.Set, TermType.Object, TermType.Text]), scope, depth)})",
        4 => $"sum([{Term(TermType.Number, scope, depth)}, {Literal(TermType.Number)}])",
        5 => $"{Pick(["abs", "ceil", "floor", "round"])}({Term(TermType.Number, scope, depth)})",
        6 => $"object.get({Term(TermType.Object, scope, depth)}, {Literal(TermType.Text)}, 4)",
        7 => $"max({Term(Pick([TermType.Array, TermType.Set]), scope, depth)})",
        _ => Called(TermType.Number, scope, depth),
    };

    private string Text(Scope scope, int depth) => random.Next(8) switch
    {
        0 => $"concat(\"-\", [{Term(TermType.Text, scope, depth)}, {Literal(TermType.Text)}])",
        1 => $"sprintf(\"%v/%v\", [{Any(scope, depth)}, {Any(scope, 0)}])",
        2 => $"{Pick(["upper", "lower", "trim_space", "strings.reverse"])}({Term(TermType.Text, scope, depth)})",
        3 => $"replace({Term(TermType.Text, scope, depth)}, {Literal(TermType.Text)}, \"z\")",
        4 => $"substring({Term(TermType.Text, scope, depth)}, 0, {Pick(["1", "2", "-1"])})",
        5 => $"type_name({Any(scope, depth)})",
        6 when Templates => $"$\"<{{{Any(scope, 0)}}}>\"",
        _ => Called(TermType.Text, scope, depth),
    };

    private string Array(Scope scope, int depth)
    {
        var name = NewVariable();
        return random.Next(7) switch
        {
            0 => $"[{Any(scope, depth)}, {Any(scope, depth)}]",
            1 => $"array.concat({Term(TermType.Array, scope, depth)}, {Term(TermType.Array, scope, 0)})",
            2 => $"sort({Term(Pick([TermType.Array, TermType.Set]), scope, depth)})",
            3 => $"numbers.range(1, {Pick(["0", "3", "5"])})",
            4 => $"split({Term(TermType.Text, scope, depth)}, \"-\")",
            5 => $"[{name} | some {name} in {Term(Pick([TermType.Array, TermType.Set]), scope, depth)}; {name} != {Literal(Type())}]",
            _ => $"[{name} | {name} := {Term(TermType.Array, scope, depth)}[_]]",
        };
    }

    private string Set(Scope scope, int depth)
    {
        var name = NewVariable();
        return random.Next(5) switch
        {
            0 => $"{{{Any(scope, depth)}, {Any(scope, 0)}}}",
            1 => $"({Term(TermType.Set, scope, depth)} {Pick(["|", "&", "-"])} {Term(TermType.Set, scope, 0)})",
            2 => $"{{{name} | some {name} in {Term(TermType.Array, scope, depth)}}}",
            3 => $"object.keys({Term(TermType.Object, scope, depth)})",
            _ => $"{{{name} | {Term(TermType.Object, scope, depth)}[{name}]}}",
        };
    }

    private string Object(Scope scope, int depth)
    {
        var (key, value) = (NewVariable(), NewVariable());
        return random.Next(4) switch
        {
            0 => $"{{\"a\": {Any(scope, depth)}, {Literal(Pick([TermType.Text, TermType.Number]))}: {Any(scope, 0)}}}",
            1 => $"object.union({Term(TermType.Object, scope, depth)}, {Term(TermType.Object, scope, 0)})",
            2 => $"object.remove({Term(TermType.Object, scope, depth)}, [{Literal(TermType.Text)}])",
            _ => $"{{{key}: {value} | some {key}, {value} in {Term(Pick([TermType.Object, TermType.Array]), scope, depth)}}}",
        };
    }

    private string Boolean(Scope scope, int depth) => random.Next(5) switch
    {
        0 => $"startswith({Term(TermType.Text, scope, depth)}, {Literal(TermType.Text)})",
        1 => $"is_{Pick(["number", "string", "array", "set", "object", "boolean", "null"])}({Any(scope, depth)})",
        2 => $"({Any(scope, depth)} in {Term(Pick([TermType.Array, TermType.Set, TermType.Object]), scope, depth)})",
        3 => $"({Any(scope, depth)} {Pick(["<", "==", ">="])} {Any(scope, 0)})",
        _ => Called(TermType.Boolean, scope, depth),
    };

    private string Called(TermType type, Scope scope, int depth)
    {
        var functions = Functions.Where(function => function.Type == type).ToArray();
        return functions.Length == 0 ? Literal(type) : $"{Pick(functions).Name}({Term(TermType.Number, scope, depth)})";
    }
}

/// <summary>Variables that are declared, with their types.</summary>
public sealed class Scope(Scope? outer)
{
    private readonly List<(string Name, TermType Type)> variables = [];

    public void Declare(string name, TermType type) => variables.Add((name, type));

    public IEnumerable<string> Of(TermType type) => variables.Where(variable => variable.Type == type).Select(static variable => variable.Name).Concat(outer?.Of(type) ?? []);
}
