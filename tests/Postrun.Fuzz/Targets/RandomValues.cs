using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Values that functions stumble over.</summary>
internal static class RandomValues
{
    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "3", "64", "255", "1.5", "-0.1", "1.0", "1e3", "1e20", "1e300", "4e4999", "1e-4999", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "123456789012345678901234567890", "1000000", "1000000000", "1767323045678000000", "0.30000000000000004"];

    private static readonly string[] Texts =
    [
        "", "a", "b", "A", "abc", "a-b", "a.b.c", "/a/b", "é", "\U0001F600", "e\u0301", "\0", "\n", "%d", "%s", "%v", "%1000000000d", "%*d", "%.99999999f", "%[1]d", "(a*)*$", "(a|a)*b", "a{1000}", "((a{100}){100}){100}", "[[:alpha:]]", "\\pL+", "(?i)k",
        "*", "**", "{a,b*}", "[!a]*", "2006-01-02T15:04:05Z07:00", "2026-01-02T03:04:05Z", "RFC3339", "1h30m", "-5ms", "UTC", "America/Sao_Paulo", "10Gi", "1.5KB", "1.2.3-rc.1+x", "v1", "10.0.0.0/8", "10.1.2.3", "::/0", "fe80::1%eth0", "::ffff:1.2.3.4", "0.0.0.0/0",
        "{\"a\": [1, 2]}", "[1, {\"b\": null}]", "&a [*a]", "a: &b [1]\nc: *b", "YWJj", "616263", "a=1&b=2", "%zz", "add", "remove", "/a/-", "/0", "~1", "HEX", "sha256", "number", "2", "1e5", "0x10", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    ];

    public static RegoValue Make(Random random, int depth = 3)
    {
        switch (random.Next(depth > 0 ? 9 : 5))
        {
            case 0:
                return random.Next(3) switch { 0 => RegoNull.Value, 1 => RegoBoolean.True, _ => RegoBoolean.False };
            case 1 or 2:
                return Number(random);
            case 3 or 4:
                return Text(random);
            case 5 or 6:
                return new RegoArray(Items(random, depth));
            case 7:
                return RegoSet.Of(Items(random, depth));
            default:
                return RegoObject.Of(Items(random, depth).Select(value => KeyValuePair.Create(random.Next(4) == 0 ? Make(random, depth - 2) : Text(random), value)));
        }
    }

    public static RegoNumber Number(Random random) =>
        random.Next(2) == 0 ? RegoNumber.Of(random.Next(-3, 20)) : RegoNumber.TryParse(Numbers[random.Next(Numbers.Length)], out var number) ? number : RegoNumber.Zero;

    public static RegoString Text(Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        while (random.Next(4) == 0)
            text += Texts[random.Next(Texts.Length)];
        return new(random.Next(40) == 0 ? string.Concat(Enumerable.Repeat(text, 2_000)) : text);
    }

    private static RegoValue[] Items(Random random, int depth) => [.. Enumerable.Range(0, random.Next(random.Next(30) == 0 ? 300 : 5)).Select(_ => Make(random, depth - 1))];
}
