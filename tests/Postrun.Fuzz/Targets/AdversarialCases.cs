using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Policies made by hand to be too deep, too long or too much. Each must end, with a value or with what is wrong.</summary>
internal static class AdversarialCases
{
    /// <param name="Rules">Of the package <c>t</c>; its document is evaluated as a whole.</param>
    private sealed record Case(string Name, Func<string> Rules, RegoVersion Version = RegoVersion.V1);

    private static readonly Case[] Cases =
    [
        // Deep text.
        new("nested brackets", static () => $"p := {Nested("[", "1", "]", 10_000)}"),
        new("nested braces", static () => $"p := {Nested("{", "1", "}", 10_000)}"),
        new("nested parentheses", static () => $"p := {Nested("(", "1", ")", 10_000)}"),
        new("nested objects", static () => $"p := {Nested("{\"a\": ", "1", "}", 10_000)}"),
        new("nested comprehensions", static () => $"p := {Nested("[x | x := ", "1", "]", 10_000)}"),
        new("nested comprehensions, open", static () => $"p := {Repeat("{x | ", 10_000)}"),
        new("nested comprehensions with bars", static () => $"p := {Nested("{1 | ", "1", " | 2}", 150)}"),
        new("nested templates", static () => $"p := {Nested("$\"{", "1", "}\"", 10_000)}"),
        new("nested templates, raw", static () => $"p := {Nested("$`{", "1", "}`", 1_000)}"),
        new("nested calls", static () => $"p := {Nested("abs(", "1", ")", 10_000)}"),
        new("nested keys", static () => $"p := {Nested("input[", "1", "]", 10_000)}"),
        new("nested every", static () => $"p if {{ {Nested("every x in [1] { ", "true", " }", 10_000)} }}"),
        new("not and not", static () => $"p if {Repeat("not ", 10_000)}true"),
        new("else after else", static () => $"p := 1 if input.x{Repeat(" else := 2 if input.y", 10_000)}"),
        new("calls of calls", static () => $"p := f{Repeat("(1)", 10_000)}"),
        new("minus and minus", static () => $"p := {Repeat("-", 10_000)}1"),
        new("open brackets and braces by turns", static () => $"p := {Repeat("[{", 10_000)}"),
        new("a wide rule head", static () => $"p{Repeat("[x]", 10_000)} := 1 if x := 1"),
        new("a long rule head", static () => $"p{Repeat(".a", 100_000)} := 1"),
        new("a long package path", static () => "p := 1", RegoVersion.V0),
        new("a long reference", static () => $"p := input{Repeat(".a", 100_000)}"),
        new("a long path of with", static () => $"p if true with input{Repeat(".a", 100_000)} as 1"),
        new("a long path of data of with", static () => $"p if true with data{Repeat(".a", 100_000)} as 1\nq := data.a"),
        new("a long path of an import", static () => $"import data{Repeat(".a", 100_000)}\np := a"),
        // Long text.
        new("a sum of many terms", static () => $"p := 1{Repeat("+1", 100_000)}"),
        new("a comparison of many terms", static () => $"p := 1{Repeat(" == 1", 100_000)}"),
        new("a union of many sets", static () => $"p := {{1}}{Repeat(" | {1}", 100_000)}"),
        new("in and in", static () => $"p := 1{Repeat(" in [1]", 100_000)}"),
        new("a sum of nested sums", static () => $"p := {Nested("(", "1", $"{Repeat("+1", 400)})", 90)}"),
        new("many statements", static () => $"p if {{\n{Repeat("true\n", 100_000)}}}"),
        new("many declarations", static () => $"p if {{\n{Many(100_000, static i => $"x{i} := {i}")}}}"),
        new("many declarations, backwards", static () => $"p if {{\n{Many(20_000, static i => $"x{20_000 - i} = x{20_000 - i - 1}")}x0 = 1\n}}"),
        new("many statements under with", static () => $"p if {{\n{Many(20_000, static i => $"x{i} := {i} with input as {i}")}}}"),
        new("many negations", static () => $"p if {{\n{Many(20_000, static i => $"not input.a{i}")}}}"),
        new("many arguments", static () => $"f({string.Join(", ", Enumerable.Range(0, 50_000).Select(static i => $"x{i}"))}) := 1\np := f(1)"),
        new("many rules", static () => Many(40_000, static i => $"p{i} := {i}")),
        new("many rules of one name", static () => Many(40_000, static i => $"p := {i} if input.x == {i}")),
        new("many rules that look at all data", static () => Many(10_000, static i => $"p{i} := x if x := data[\"u\"][input.x][{i}]")),
        new("many rules with metadata", static () => Many(10_000, static i => $"# METADATA\n# title: x\np{i} := {i}")),
        new("many rules, each of the one before", static () => $"p0 := 1\n{Many(40_000, static i => $"p{i + 1} := p{i}")}"),
        new("many rules, each of the one behind", static () => $"{Many(40_000, static i => $"p{i} := p{i + 1}")}p40000 := 1"),
        new("many functions, each of the one before", static () => $"f0(x) := x\n{Many(20_000, static i => $"f{i + 1}(x) := f{i}(x)")}p := f20000(1)"),
        new("deep expressions at the end of a deep stack", static () => $"{Many(2_000, static i => $"f{i + 1:0000}(x) := f{i:0000}(x)\np{i:0000} := f{i:0000}(1)")}f0000(x) := {Nested("[", $"x{Repeat(" == x", 95)}", "]", 90)}"),
        new("deep values at the end of a deep stack", static () => $"{Many(2_000, static i => $"f{i + 1:0000}(x) := f{i:0000}(x)\np{i:0000} := f{i:0000}(v0010)")}f0000(x) := 1 if x < {{w0010}}\nv0000 := 1\nw0000 := 1\n{Many(10, static i => $"v{i + 1:0000} := {Nested("[", $"v{i:0000}", "]", 90)}\nw{i + 1:0000} := {Nested("[", $"w{i:0000}", "]", 90)}")}"),
        new("many variables in a key", static () => $"p if input{Many(2_000, static i => $"[x{i}]").Replace("\n", "", StringComparison.Ordinal)}"),
        new("many comments", static () => $"p := 1\n{Repeat("# METADATA\n#\n", 100_000)}"),
        new("a large array", static () => $"p := [{string.Join(", ", Enumerable.Range(0, 300_000))}]"),
        new("a large text in much backtracking", static () => $"p := {Nested("{[1 | ", $"\"{new string('a', 1 << 20)}\"", "", 60)}"),
        new("a long raw string that never ends", static () => $"p := {Repeat("[`", 100_000)}"),
        new("a long number", static () => $"p := {new string('1', 1 << 20)}"),
        // Work without end.
        new("comprehensions within comprehensions", static () => $"p := {Nested("[x | some x in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; y := ", "1", "]", 20)}"),
        new("ten loops", static () => $"n := numbers.range(1, 1000)\np := count([1 | {string.Join("; ", Enumerable.Range(0, 10).Select(static i => $"some x{i} in n"))}])"),
        new("every in every", static () => $"n := numbers.range(1, 1000000)\np if {Nested("every x in n { ", "true", " }", 20).Replace("if every", "if { every", StringComparison.Ordinal)}"),
        new("two to the 60, by functions", static () => $"f0(x) := x\n{Many(60, static i => $"f{i + 1}(x) := f{i}(x) + f{i}(x + 1)")}p := f60(1)"),
        new("two to the 60, by else", static () => $"f0(x) := 1 if x < 0\n{Many(60, static i => $"f{i + 1}(x) := 1 if f{i}(x) == 2 else := 1 if f{i}(x) == 3")}p := f60(1)"),
        new("two to the 60, by default", static () => $"default f0(_) := 1\nf0(x) := 2 if x < 0\n{Many(60, static i => $"default f{i + 1}(_) := 1\nf{i + 1}(x) := 2 if f{i}(x) + f{i}(x) > 5")}p := f60(1)"),
        new("two to the 60, by with", static () => $"q0 := input.x\n{Many(60, static i => $"q{i + 1} := [q{i}, a] if a := q{i} with input.x as {i}")}p := q60"),
        new("all data under with", static () => "p := count(data) with input.x as 1"),
        new("data within data", static () => "p := data.t.q with data.t.q as data.u\nr := data with data.t.p as 1"),
    ];

    public static IReadOnlyList<(string Name, Action<FuzzCase> Run)> All { get; } =
    [
        .. Cases.Select(static entry => (entry.Name, (Action<FuzzCase>)(fuzzed => Evaluate(fuzzed, entry.Name.Contains("package", StringComparison.Ordinal) ? $"t{Repeat(".a", 100_000)}" : "t", entry.Rules(), entry.Version)))),
        .. AdversarialValues.All.Select(static entry => (entry.Name, (Action<FuzzCase>)(fuzzed => Evaluate(fuzzed, "t", entry.Rules(), RegoVersion.V1)))),
    ];

    /// <summary>Seeds are places in the list, from 1.</summary>
    public static void Run(FuzzCase fuzzed)
    {
        var (name, run) = All[(int)fuzzed.Seed - 1];
        fuzzed.Text = name;
        try
        {
            run(fuzzed);
            fuzzed.Text += ": value";
        }
        catch (RegoException e)
        {
            fuzzed.Text += $": {(e.Message.Length > 120 ? e.Message[..120] + "..." : e.Message)}";
            throw;
        }
    }

    public static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static string Nested(string open, string inner, string close, int count) => Repeat(open, count) + inner + Repeat(close, count);

    public static string Many(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static void Evaluate(FuzzCase fuzzed, string package, string rules, RegoVersion version)
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("case.rego", $"package {package}\n\n{rules}", version)]);
        var evaluator = policy.NewEvaluator(new() { Limits = fuzzed.Limits }, fuzzed.Cancellation);
        if (evaluator.Evaluate(policy.Document("t"), RegoJson.Parse("""{"x": 1}""")) is not { } value)
            return;
        RegoJson.ToText(value);
        value.Equals(evaluator.Evaluate(policy.Document("t"), RegoJson.Parse("""{"x": 1}""")));
    }
}
