namespace Postrun.Rego;

public sealed class GlobBuiltinsTests
{
    [Theory]
    [InlineData("*.github.com", """["."]""", "api.github.com", true)]
    [InlineData("*.github.com", """["."]""", "api.cdn.github.com", false)]
    [InlineData("**.github.com", """["."]""", "api.cdn.github.com", true)]
    [InlineData("*:github:com", """[":"]""", "api:github:com", true)]
    [InlineData("*", "[]", "foo.bar", false)]
    [InlineData("*", "null", "foo.bar", true)]
    [InlineData("?at", """["f"]""", "fat", false)]
    [InlineData("?at", "[]", "😀at", true)]
    [InlineData("[a-c]at", "[]", "bat", true)]
    [InlineData("[!a-c]at", "[]", "bat", false)]
    [InlineData("[!abc]at", "[]", ".at", true)]
    [InlineData("{cat,bat,[fr]at}", "[]", "rat", true)]
    [InlineData("{a,{b,c}d}*", "[]", "cdx", true)]
    [InlineData("{,a}b", "[]", "b", true)]
    [InlineData(@"\*\{a", "[]", "*{a", true)]
    [InlineData("a,b}", "[]", "a,b}", true)]
    [InlineData("", "[]", "", true)]
    [InlineData("a\nb*", "[]", "a\nbc\n", true)]
    public void Names_match_patterns(string pattern, string delimiters, string text, bool result) =>
        CallA.Invoke(CallA.Context(), "glob.match", new RegoString(pattern), RegoJson.Parse(delimiters), new RegoString(text)).ShouldBe(RegoBoolean.Of(result));

    [Theory]
    [InlineData("""["[a", [], "a"]""", "eval_builtin_error: unexpected end of input")]
    [InlineData("""["[]", [], "a"]""", "eval_builtin_error: could not parse range")]
    [InlineData("""["[c-a]", [], "a"]""", "eval_builtin_error: hi character 'a' should be greater than lo 'c'")]
    [InlineData("""["a", ["ab"], "a"]""", "eval_type_error: operand 2 must be array of runes but got array containing string")]
    [InlineData("""["a", "x", "a"]""", "eval_type_error: operand 2 must be one of {array, null} but got string")]
    public void Wrong_operands_are_named(string arguments, string error) => CallA.Error("glob.match", arguments).ShouldBe(error);

    [Fact]
    public void Letters_with_a_meaning_are_escaped() =>
        CallA.Result("glob.quote_meta", """["*.git[h]ub?{a,b}\\"]""").ShouldBe("""
            "\\*.git\\[h\\]ub\\?\\{a,b\\}\\\\"
            """);
}
