using System.Text;
using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>The little languages that functions read: made of their own signs.</summary>
internal static class FormatTarget
{
    private static readonly (string[] Signs, (string Function, int Place)[] Functions)[] Families =
    [
        (["a", "b", "(", ")", "(?:", "(?i)", "(?P<n>", "[", "]", "[^", "-", "|", "*", "+", "?", "*?", "{2}", "{1,}", "{1000}", "{9", "\\", "\\d", "\\b", "\\pL", "\\p{Greek}", "[[:word:]]", "^", "$", ".", "\\Q", "\\E", "\\x{10ffff}", "é"],
            [("regex.match", 0), ("regex.split", 0), ("regex.find_n", 0), ("regex.is_valid", 0), ("regex.replace", 1), ("regex.globs_match", 0), ("regex.globs_match", 1), ("regex.find_all_string_submatch_n", 0), ("regex.template_match", 0)]),
        (["a", "b", ".", "/", "*", "**", "?", "[", "]", "[!", "[^", "-", "{", "}", ",", "\\", "é"], [("glob.match", 0), ("glob.quote_meta", 0)]),
        (["%", "d", "s", "v", "x", "X", "o", "b", "c", "q", "U", "e", "f", "g", "t", "T", "p", "#", "+", "-", " ", "0", "*", ".", "1", "9", "99", "10000000", "[1]", "[9]", "%%", "é"], [("sprintf", 0)]),
        (["2006", "01", "02", "Jan", "Monday", "15", "04", "05", ".000", ",999", "PM", "MST", "Z0700", "-07:00", "_2", "002", " ", "-", ":", "T", "Z", "2026", "12", "31", "23", "59", "60", "é"],
            [("time.parse_ns", 0), ("time.parse_ns", 1), ("time.parse_rfc3339_ns", 0), ("time.format", 0)]),
        (["1", "9", ".", "h", "m", "s", "ms", "us", "µs", "ns", "-", "+", "e9", "Ki", "Mi", "G", "E", "k", "K", "B", "i", " ", "\"", "99999999999999999999"], [("time.parse_duration_ns", 0), ("units.parse", 0), ("units.parse_bytes", 0), ("to_number", 0)]),
        (["1", "0", ".", "-", "+", "v", "a", "rc", "99999999999999999999"], [("semver.compare", 0), ("semver.is_valid", 0)]),
        (["10", "0", "255", "256", ".", "/", "8", "0", "128", ":", "::", "fe80", "ffff", "%eth0", "-", " "],
            [("net.cidr_contains", 0), ("net.cidr_intersects", 0), ("net.cidr_expand", 0), ("net.cidr_is_valid", 0), ("net.cidr_merge", 0), ("net.cidr_contains_matches", 0)]),
        (["{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\u", "\\ud800", "1", "-", "e9", ".5", "null", "true", " ", "\n", "1e999999999", "\\"], [("json.unmarshal", 0), ("json.is_valid", 0), ("json.verify_schema", 0), ("json.match_schema", 1)]),
        (["a", ": ", ":", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&x ", "*x", "<<: ", "!!int ", "!!binary ", "!t ", "|", ">", "\"", "'", "#", "---", "...", "? ", "1", "0o7", ".inf", "~", "2026-01-02", "\t", "é"], [("yaml.unmarshal", 0), ("yaml.is_valid", 0)]),
        (["%", "41", "zz", "=", "&", "+", "a", "b", ";", "é", "YQ==", "-_", "==", "61", "g"], [("urlquery.decode", 0), ("urlquery.decode_object", 0), ("base64.decode", 0), ("base64url.decode", 0), ("hex.decode", 0), ("uuid.parse", 0)]),
    ];

    public static void Run(FuzzCase fuzzed)
    {
        var random = fuzzed.Random;
        var (signs, functions) = Families[random.Next(Families.Length)];
        var (name, place) = functions[random.Next(functions.Length)];
        if (BuiltinTable.Find(name) is not { Body: { } body } function)
            return;
        var arguments = Enumerable.Range(0, function.Arity).Select(_ => RandomValues.Make(random, 2)).ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i == place || random.Next(2) == 0)
                arguments[i] = new RegoString(Text(random, signs));
        }
        if (name == "sprintf")
            arguments[1] = new RegoArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomValues.Make(random, 2))]);
        if (name == "glob.match" && random.Next(2) == 0)
            arguments[1] = new RegoArray(new RegoString("."));
        if (name.Contains("find", StringComparison.Ordinal))
            arguments[2] = RegoNumber.Of(random.Next(-1, 5));
        fuzzed.Text = $"{name}({string.Join(", ", arguments.Select(static argument => argument.ToString()))})";
        body(fuzzed.NewContext(), arguments);
    }

    private static string Text(Random random, string[] signs)
    {
        var text = new StringBuilder();
        for (var i = random.Next(random.Next(20) == 0 ? 400 : 14); i > 0; i--)
            text.Append(signs[random.Next(signs.Length)]);
        return text.ToString();
    }
}
