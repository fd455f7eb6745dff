namespace Postrun.Rego;

public sealed class RegexBuiltinsTests
{
    [Theory]
    [InlineData(@"^[a-z]+\[[0-9]+\]$", "foo[1]", true)]
    [InlineData("^$", "", true)]
    [InlineData("", "x", true)]
    [InlineData("^$", "something", false)]
    [InlineData("(?i)straSSe", "STRAsse", true)]
    [InlineData("(?i)k", "\u212A", true)]
    [InlineData("(?i)[^k]", "K", false)]
    [InlineData("(?i)σ", "ς", true)]
    [InlineData("a.b", "a\nb", false)]
    [InlineData("(?s)a.b", "a\nb", true)]
    [InlineData("^b$", "a\nb\nc", false)]
    [InlineData("(?m)^b$", "a\nb\nc", true)]
    [InlineData(@"a$", "a\n", false)]
    [InlineData(@"\bfoo\b", "a foo.", true)]
    [InlineData(@"\bé", "aé", true)]
    [InlineData(@"\Boo", "foo", true)]
    [InlineData(@"^.$", "😀", true)]
    [InlineData(@"^[^a]$", "😀", true)]
    [InlineData(@"^[😀-😂]+$", "😁", true)]
    [InlineData(@"^\d+$", "٣", false)]
    [InlineData(@"^\pN\p{Lu}\p{Greek}\P{L}$", "٣Àω.", true)]
    [InlineData(@"^[[:alpha:]_]+[[:^digit:]]$", "ab_!", true)]
    [InlineData(@"^\Qa.b\E+$", "a.bb", true)]
    [InlineData(@"^\x41\x{1F600}\101\t$", "A😀A\t", true)]
    [InlineData(@"^[]a-]+$", "]-a", true)]
    [InlineData(@"^a{2,3}$", "aaaa", false)]
    [InlineData(@"^a{2,}$", "aaaa", true)]
    [InlineData(@"^a{,2}$", "a{,2}", true)]
    [InlineData(@"^(?:a|ab)(?:c|bcd)$", "abcd", true)]
    [InlineData(@"^(a?b?)*$", "abba", true)]
    [InlineData(@"^(?i:A)b$", "ab", true)]
    [InlineData(@"^(?i:A)b$", "aB", false)]
    public void Expressions_match_as_those_of_RE2(string pattern, string text, bool result) =>
        CallA.Invoke(CallA.Context(), "regex.match", new RegoString(pattern), new RegoString(text)).ShouldBe(RegoBoolean.Of(result));

    [Theory]
    [InlineData("[", "missing closing ]: `[`")]
    [InlineData("(a", "missing closing ): `(a`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("*a", "missing argument to repetition operator: `*`")]
    [InlineData("a**", "invalid nested repetition operator: `**`")]
    [InlineData("a{1001}", "invalid repeat count: `{1001}`")]
    [InlineData("(a{100}){11}", "invalid repeat count: `{11}`")]
    [InlineData(@"(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData(@"(a)\1", @"invalid escape sequence: `\1`")]
    [InlineData(@"\", "trailing backslash at end of expression: ``")]
    [InlineData(@"[b-a]", "invalid character class range: `b-a`")]
    [InlineData(@"\p{Nothing}", @"invalid character class range: `\p{Nothing}`")]
    [InlineData(@"(?P<n>a)(?P<n>b)", "invalid named capture: `n`")]
    public void What_is_no_expression_is_named(string pattern, string error)
    {
        var call = () => CallA.Invoke(CallA.Context(), "regex.match", new RegoString(pattern), RegoString.Empty);
        call.ShouldThrow<BuiltinException>().Message.ShouldBe("error parsing regexp: " + error);
        CallA.Invoke(CallA.Context(), "regex.is_valid", new RegoString(pattern)).ShouldBe(RegoBoolean.False);
    }

    [Theory]
    [InlineData("regex.find_n", """["a.", "paranormal", -1]""", """["ar", "an", "al"]""")]
    [InlineData("regex.find_n", """["a.", "paranormal", 2]""", """["ar", "an"]""")]
    [InlineData("regex.find_n", """["a.", "paranormal", 0]""", "[]")]
    [InlineData("regex.find_n", """["a*", "baaab", -1]""", """["", "aaa", ""]""")]
    [InlineData("regex.find_n", """["a+?", "aaa", -1]""", """["a", "a", "a"]""")]
    [InlineData("regex.find_n", """["a|ab", "ab", -1]""", """["a"]""")]
    [InlineData("regex.find_n", """["(?U)a+", "aa", -1]""", """["a", "a"]""")]
    [InlineData("regex.find_all_string_submatch_n", """["a(x*)b", "-ab-axb-", -1]""", """[["ab", ""], ["axb", "x"]]""")]
    [InlineData("regex.find_all_string_submatch_n", """["(a)|(b)", "ab", -1]""", """[["a", "a", ""], ["b", "", "b"]]""")]
    [InlineData("regex.find_all_string_submatch_n", """["(a(b)?)+", "aba", -1]""", """[["aba", "a", "b"]]""")]
    [InlineData("regex.find_all_string_submatch_n", """["(|a)*", "aa", -1]""", """[["", ""], ["", ""], ["", ""]]""")]
    [InlineData("regex.replace", """["-wy-wxxy-", "w(x*)y", "0"]""", "\"-0-0-\"")]
    [InlineData("regex.replace", """["-wy-wxxy-", "w(x*)y", "$1W"]""", "\"---\"")]
    [InlineData("regex.replace", """["-wy-wxxy-", "w(?P<n>x*)y", "${1}W$n$$$9x${"]""", "\"-W$${-xxWxx$${-\"")]
    [InlineData("regex.replace", """["abc", "x*", "-"]""", "\"-a-b-c-\"")]
    [InlineData("regex.replace", """["baaac", "a*", "-"]""", "\"-b-c-\"")]
    [InlineData("regex.replace", """["foo", "^[a-z]", "F"]""", "\"Foo\"")]
    [InlineData("regex.split", """["z+", "pizza"]""", """["pi", "a"]""")]
    [InlineData("regex.split", """["", "a😀"]""", """["a", "😀"]""")]
    [InlineData("regex.split", """["^[a-z ]+$", "foobar baz"]""", """["", ""]""")]
    [InlineData("regex.split", """["a", ""]""", """[""]""")]
    [InlineData("regex.is_valid", "[10]", "false")]
    [InlineData("regex.template_match", """["urn:foo:{.*}", "urn:foo:bar:baz", "{", "}"]""", "true")]
    [InlineData("regex.template_match", """["a.<[0-9]{2}>", "ab12", "<", ">"]""", "false")]
    [InlineData("regex.globs_match", """["a.a.[0-9]+z", ".b.b2359825792*594823z"]""", "true")]
    [InlineData("regex.globs_match", """["[a-z]+\\[[0-9]+\\]", "foo\\[1\\]"]""", "true")]
    [InlineData("regex.globs_match", """["b.*", "baz"]""", "true")]
    [InlineData("regex.globs_match", """["a+b", "b+a"]""", "false")]
    [InlineData("regex.globs_match", """["[0-9]+", "[5-z]"]""", "true")]
    public void Matches_are_found_replaced_and_cut_out(string name, string arguments, string result) =>
        CallA.Result(name, arguments).ShouldBe(result);

    [Theory]
    [InlineData("regex.template_match", """["a{", "a", "{", "}"]""", "eval_builtin_error: unbalanced braces in \"a{\"")]
    [InlineData("regex.template_match", """["a", "a", "{{", "}"]""", "eval_builtin_error: start delimiter has to be exactly one character long but is 2 long")]
    [InlineData("regex.globs_match", """["*", "a"]""", "eval_builtin_error: pos:1:flag '*' must be preceded by a non-flag: the input provided is invalid")]
    public void Wrong_operands_are_named(string name, string arguments, string error) =>
        CallA.Error(name, arguments).ShouldBe(error);

    [Theory]
    [InlineData("(a*)*b")]
    [InlineData("(a|a)*b")]
    [InlineData("(.*)(.*)(.*)(.*)(.*)b")]
    public void No_expression_takes_more_than_a_few_steps_a_letter(string pattern)
    {
        var context = CallA.Context(new(2_000_000, 1 << 24));
        CallA.Invoke(context, "regex.match", new RegoString(pattern), new RegoString(new('a', 20_000))).ShouldBe(RegoBoolean.False);
    }

    [Theory]
    [InlineData("((a?){500}){2}b")]
    [InlineData("(((a{10}){10}){10}b?){1}c")]
    public void Work_is_charged(string pattern)
    {
        var context = CallA.Context(new(2_000_000, 1 << 24));
        Should.Throw<BudgetException>(() => CallA.Invoke(context, "regex.match", new RegoString(pattern), new RegoString(new('a', 200_000))));
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(100_000, false)]
    public void Nesting_has_an_end(int depth, bool valid)
    {
        var pattern = new string('(', depth) + new string(')', depth);
        CallA.Invoke(CallA.Context(), "regex.is_valid", new RegoString(pattern)).ShouldBe(RegoBoolean.Of(valid));
    }
}
