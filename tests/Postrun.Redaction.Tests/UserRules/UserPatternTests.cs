using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Redaction.Tests.UserRules;

public sealed class UserPatternTests
{
    [Theory]
    [InlineData("acme_[0-9a-z]{8}", "acme_")]
    [InlineData(@"\bacme-key:\s*(?<secret>\S+)", "acme-key:")]
    [InlineData("(?:acme|corp)_[a-z]+", "acme|corp")]
    [InlineData("(?:acme)_[a-z]+", "acme_")]
    [InlineData("acme|corporation", "acme|corporation")]
    [InlineData("(acme)+x", "acme")]
    [InlineData("ab(acme|corporation)?longer", "longer")]
    [InlineData(@"x\.acme\.example\/[a-z]", "x.acme.example/")]
    [InlineData("acmes?_token", "_token")]
    [InlineData("acme{1}_token", "acme_token")]
    [InlineData("a{cme", "a{cme")]
    [InlineData("[]a]acme[^]x]", "acme")]
    [InlineData("[-[]acme[^-[a]", "acme")]
    [InlineData(@"acme\0123corporation", "corporation")]
    public void What_stands_in_every_match_is_read_from_the_pattern(string pattern, string expected) =>
        Files.LiteralsOf(pattern).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("[a-z]{8}")]
    [InlineData("acme|[a-z]{8}")]
    [InlineData("(acme)?[a-z]")]
    [InlineData("(acme){0,3}[a-z]")]
    [InlineData("ab[c]de")]
    [InlineData("(acme|)[a-z]")]
    public void Where_nothing_is_sure_literals_have_to_be_listed(string pattern) =>
        Files.Read(Files.With(pattern)).Errors.ShouldHaveSingleItem().Message.ShouldContain("write literals");

    [Theory]
    [InlineData("acme_(?=x)", "not supported")]
    [InlineData("(?<!x)acme_", "not supported")]
    [InlineData("(?i)acme_", "ignore_case")]
    [InlineData("(?>acme_)", "not supported")]
    [InlineData("(?#[)acme_", "not supported")]
    [InlineData(@"(acme_)\1", "refers back")]
    [InlineData(@"(?<a>acme_)\k<a>", "refers back")]
    [InlineData("acme_[", "no regular expression")]
    [InlineData("acme_(a{1000}){1000}", "repeats too much")]
    [InlineData("acme_((((a{100}){100}){100}){100}){2147483647}", "repeats too much")]
    [InlineData("acme_[a-z-[b]]", "set within a set")]
    [InlineData("acme_[[:a:]x]", "set within a set")]
    [InlineData("acme_ção", "printable ASCII")]
    public void What_has_no_limit_is_refused(string pattern, string message) =>
        Files.Read(Files.With(pattern, "literals: [acme_]")).Errors.ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void A_pattern_is_limited_in_length() =>
        Files.Read(Files.With("acme_" + new string('a', UserPattern.Longest))).Errors.ShouldHaveSingleItem().Message.ShouldContain("longer than 2000");

    [Fact]
    public void A_pattern_that_ruins_others_takes_linear_time()
    {
        var rule = Files.Own(Files.With("acme_(a+a+)+b"));
        var line = "acme_" + new string('a', 16_000) + "c";
        var clock = Stopwatch.StartNew();
        Files.Find(rule, line).ShouldBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("senha: (?<secret>\\S+)", "senha: pàss1", "pàss1")]
    [InlineData("senha:[\\s](?<secret>[^;]+)", "senha: ção; x", "ção")]
    [InlineData("senha: (?<secret>[^\\s;]+)", "senha: \u00a0àb x", "\u00a0àb")]
    [InlineData("senha: (?<secret>.+)$", "senha: ab cd", "ab cd")]
    [InlineData("^senha: (?<secret>.+)", "senha: abcd", "abcd")]
    public void Letters_of_several_bytes_are_not_cut(string pattern, string line, string value) =>
        Files.Find(Files.Own(Files.With(pattern)), line).ShouldBe([value]);

    [Theory]
    [InlineData("acme_1234", false)]
    [InlineData("acme_12 acme_3", true)]
    public void A_group_that_captured_nothing_has_no_value(string line, bool found) =>
        Files.Find(Files.Own(Files.With("acme_[0-9]+(?<secret> acme_3)?")), line).Any().ShouldBe(found);

    [Fact]
    public void A_value_with_less_entropy_is_none()
    {
        var rule = Files.Own(Files.With("acme_(?<secret>[0-9a-f]{16})", "min_entropy: 3"));
        Files.Find(rule, "acme_0f2d4b6978a5c3e1").ShouldHaveSingleItem();
        Files.Find(rule, "acme_0101010123232323").ShouldBeEmpty();
    }

    private static readonly Gen<string> Patterns = Gen.Recursive<string>((depth, smaller) => depth > 2
        ? Gen.OneOf("a", "bcd", ".", @"\d", "[xyz]", @"\.")
        : Gen.OneOf(
            Gen.OneOf("a", "bcd", ".", @"\d", "[xyz]", @"\.", "efgh"),
            Gen.Select(smaller, smaller, static (left, right) => left + right),
            Gen.Select(smaller, smaller, static (left, right) => $"(?:{left}|{right})"),
            Gen.Select(smaller, Gen.OneOf("?", "*", "+", "{2}", "{1,3}", "{0,2}", "{1,}"), static (inner, times) => $"(?:{inner}){times}")));

    [Fact]
    public void Every_match_contains_one_of_the_literals() => Gen.Select(Patterns, Gen.String["abcdefghxyz.0"].Array[20]).Sample(static (pattern, texts) =>
    {
        UserPattern.TryRead(pattern, ignoreCase: false, out var read, out var problem).ShouldBeTrue(problem);
        if (read.Literals.Count == 0)
            return;
        foreach (var text in texts)
            foreach (Match match in new Regex(pattern, RegexOptions.NonBacktracking).Matches(text))
                read.Literals.Any(literal => match.Value.Contains(literal, StringComparison.Ordinal)).ShouldBeTrue($"{pattern}: {match.Value}: {string.Join(' ', read.Literals)}");
    }, iter: 500);

    [Theory]
    [InlineData("pin: (?<secret>[0-9]{4})", "the pin: 4711;", "4711")]
    [InlineData("pin(?<secret>[0-9]{4})", "pin4713", "4713")]
    [InlineData("cod[0-9]{4} x", "a cod4711 x", "cod4711 x")]
    [InlineData("senha (?<secret>[a-z]+)", "senha abcd", "abcd")]
    public void A_scan_finds_what_the_rule_finds_however_short_it_is(string pattern, string line, string value)
    {
        // A person: a PIN has too few digits for a credential.
        var rule = Files.Own(Files.With(pattern, "category: personal-europe"));
        Files.Find(rule, line).ShouldBe([value]);
        var found = new List<(long, int)>();
        new TextRedactor(RuleSet.Of([rule]), new RedactionOptions { Key = new byte[32] })
            .Scan(new MemoryStream(Encoding.UTF8.GetBytes(line)), finding => found.Add((finding.Offset, finding.Length)), TestContext.Current.CancellationToken);
        found.ShouldBe([(line.IndexOf(value, StringComparison.Ordinal), value.Length)]);
    }

    [Fact]
    public void Whatever_is_written_is_read_or_refused() => Gen.String[Gen.Char["ab1[]^-(){}?:<>!=*+|.\\\\\\sSdxukpPcbR0,$#'&"], 0, 14].Sample(static text =>
        UserPattern.TryRead(text, ignoreCase: false, out _, out var problem).ShouldBe(problem is null), iter: 20_000);

    [Fact]
    public void What_the_pattern_finds_does_not_depend_on_what_stands_far_away()
    {
        var rule = Files.Own(Files.With("acme_[0-9a-z]{8,4000}"));
        var value = "acme_" + string.Concat(Enumerable.Repeat("0123456789abcdef", 200));
        foreach (var before in new[] { 0, 1, 255, 256, 257, 5000 })
            Files.Find(rule, new string(' ', before) + value + " " + new string('.', before)).ShouldBe([value], before.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Encoding.UTF8.GetByteCount(value).ShouldBe(value.Length);
    }
}
