using System.Text;
using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Policies with small and large damage: through the lexer, the parser, the compiler and the evaluator.</summary>
internal static class TextTarget
{
    private static readonly string[] Tokens =
    [
        " ", "\n", "\t", ";", ",", ".", ":", ":=", "=", "==", "!=", "<", "|", "&", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", "_", "\"", "`", "$\"", "$`", "\\", "{x}",
        "if", "else", "not", "some", "every", "in", "with", "as", "default", "contains", "import", "package", "import rego.v1\n", "import future.keywords\n", "null", "true", "input", "data",
        "data.t", "input[x]", "x", "y", "_", "f(x)", "set()", "1", "1.0", "1e9", "-0", "0x", "\"a\"", "{\"a\": 1}", "[x | x := 1]", "{x | x = 2}", "{k: v | some k, v in input}", "# METADATA\n# title: a\n",
        "walk(input, [p, v])", "print(x)", "rego.metadata.rule()", "\u2028", "\ufeff", "\0", "é", "\ud800",
    ];

    private static readonly string Shipped = Read("retention.rego");

    public static void Run(FuzzCase fuzzed)
    {
        var random = fuzzed.Random;
        var text = new StringBuilder(random.Next(5) switch
        {
            0 => Shipped,
            1 => "package t\n",
            var kind => PolicyGrammar.Make(random).Write(version0: kind == 2),
        });
        for (var i = random.Next(1, 12); i > 0; i--)
            Damage(text, random);
        fuzzed.Text = text.ToString();
        var version = (RegoVersion)random.Next(3);
        var module = RegoModule.Parse("fuzz.rego", fuzzed.Text, version);
        var policy = RegoPolicy.Compile([module], null, new() { Instrument = random.Next(4) == 0, AllowUnoffered = random.Next(2) == 0 });
        var evaluator = policy.NewEvaluator(new() { Limits = fuzzed.SmallLimits, StrictBuiltinErrors = random.Next(2) == 0 }, fuzzed.Cancellation);
        var input = RegoJson.Parse("""{"n": 1, "s": "a-b", "a": [1, 2, 3], "o": {"a": 1}, "b": true}""");
        if (evaluator.Evaluate(policy.Document(random.Next(2) == 0 ? [] : module.Package), input) is { } value)
            RegoJson.ToText(value);
        if (random.Next(4) == 0)
            evaluator.Evaluate(policy.Prepare(fuzzed.Text[(fuzzed.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..]), input);
    }

    private static void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 20), text.Length - at);
        switch (random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 3 when text.Length > at:
                text[at] = (char)random.Next(32, 127);
                break;
            case 4:
                text.Insert(at, new StringBuilder().Insert(0, Tokens[random.Next(Tokens.Length)], random.Next(1, 60)));
                break;
            default:
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    internal static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(TextTarget).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
