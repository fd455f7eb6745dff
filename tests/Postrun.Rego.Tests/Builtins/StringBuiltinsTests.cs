namespace Postrun.Rego;

public sealed class StringBuiltinsTests
{
    [Theory]
    [InlineData("concat", """["/", ["", "foo", "0"]]""", "\"/foo/0\"")]
    [InlineData("concat", """[",", []]""", "\"\"")]
    [InlineData("contains", """["abcdefgh", "defg"]""", "true")]
    [InlineData("contains", """["abc", ""]""", "true")]
    [InlineData("startswith", """["abc", "bc"]""", "false")]
    [InlineData("endswith", """["abc", "bc"]""", "true")]
    [InlineData("format_int", "[15.5, 16]", "\"f\"")]
    [InlineData("format_int", "[-255, 16]", "\"-ff\"")]
    [InlineData("format_int", "[0, 2]", "\"0\"")]
    [InlineData("format_int", "[511, 8]", "\"777\"")]
    [InlineData("format_int", "[18446744073709551616, 16]", "\"10000000000000000\"")]
    [InlineData("format_int", "[-3.9, 10]", "\"-3\"")]
    [InlineData("indexof", """["🍧🍨🧁🍰🍮", "🍮"]""", "4")]
    [InlineData("indexof", """["skön var våren", "vår"]""", "9")]
    [InlineData("indexof", """["μ", "μμ"]""", "-1")]
    [InlineData("indexof_n", """["😇😀😇😀😇😀", "😀"]""", "[1, 3, 5]")]
    [InlineData("indexof_n", """["aaaa", "aa"]""", "[0, 1, 2]")]
    [InlineData("indexof_n", """["dog", "rabbit"]""", "[]")]
    [InlineData("lower", """["ÀİK"]""", "\"àik\"")]
    [InlineData("upper", """["straße ſı ÿ"]""", "\"STRAßE SI Ÿ\"")]
    [InlineData("replace", """["foo...bar", "..", ",,"]""", "\"foo,,.bar\"")]
    [InlineData("replace", """["aé", "", "-"]""", "\"-a-é-\"")]
    [InlineData("split", """["", "."]""", "[\"\"]")]
    [InlineData("split", """["", ""]""", "[]")]
    [InlineData("split", """["te😀t", ""]""", "[\"t\", \"e\", \"😀\", \"t\"]")]
    [InlineData("split", """["a.b.", "."]""", "[\"a\", \"b\", \"\"]")]
    [InlineData("strings.replace_n", """[{"<": "&lt;", ">": "&gt;"}, "<b>"]""", "\"&lt;b&gt;\"")]
    [InlineData("strings.replace_n", """[{"a": "1", "ab": "2"}, "abb"]""", "\"1bb\"")]
    [InlineData("strings.replace_n", """[{"": "-", "a": "1"}, "ab"]""", "\"-1-b-\"")]
    [InlineData("strings.reverse", """["1😀𝛾"]""", "\"𝛾😀1\"")]
    [InlineData("strings.count", """["dummy", ""]""", "6")]
    [InlineData("strings.count", """["hello hello", "hello"]""", "2")]
    [InlineData("substring", """["åäö", 0, 2]""", "\"åä\"")]
    [InlineData("substring", """["a😀b", 1, 1]""", "\"😀\"")]
    [InlineData("substring", """["aaa", 4, -1]""", "\"\"")]
    [InlineData("substring", """["abc", 1, 2147483647]""", "\"bc\"")]
    public void Strings_are_sequences_of_code_points(string name, string arguments, string result) =>
        CallA.Result(name, arguments).ShouldBe(result);

    [Theory]
    [InlineData("trim", """["¡¡¡foo, bar!!!", "!¡"]""", "\"foo, bar\"")]
    [InlineData("trim", """["😀x😀", "😀"]""", "\"x\"")]
    [InlineData("trim_left", """["¡¡foo!!", "!¡"]""", "\"foo!!\"")]
    [InlineData("trim_right", """["¡¡foo!!", "!¡"]""", "\"¡¡foo\"")]
    [InlineData("trim_prefix", """["¡¡foo", "¡¡"]""", "\"foo\"")]
    [InlineData("trim_suffix", """["a.b.b", ".b"]""", "\"a.b\"")]
    [InlineData("trim_space", """["\t a \u00a0\n"]""", "\"a\"")]
    [InlineData("strings.any_prefix_match", """[["a/b", "e/f"], ["x", "e/"]]""", "true")]
    [InlineData("strings.any_prefix_match", """["a/b", "a/"]""", "true")]
    [InlineData("strings.any_prefix_match", """[[], ["a"]]""", "false")]
    [InlineData("strings.any_suffix_match", """[["a/b/c"], ["/c", "/a"]]""", "true")]
    [InlineData("strings.any_suffix_match", """["a", ["aa"]]""", "false")]
    public void Ends_are_trimmed_and_compared(string name, string arguments, string result) =>
        CallA.Result(name, arguments).ShouldBe(result);

    [Theory]
    [InlineData("concat", """["/", [1]]""", "eval_type_error: operand 2 must be array of strings but got array containing number")]
    [InlineData("concat", """["/", 1]""", "eval_type_error: operand 2 must be one of {set, array} but got number")]
    [InlineData("format_int", "[1, 3]", "eval_type_error: operand 2 must be one of {2, 8, 10, 16}")]
    [InlineData("indexof", """["a", ""]""", "eval_builtin_error: empty search character")]
    [InlineData("substring", """["a", -1, 1]""", "eval_builtin_error: negative offset")]
    [InlineData("strings.reverse", "[123]", "eval_type_error: operand 1 must be string but got number")]
    [InlineData("strings.replace_n", """[{"a": 1}, "a"]""", "eval_type_error: operand 1 non-string value found in pattern object")]
    [InlineData("strings.any_prefix_match", """["a", [1]]""", "eval_type_error: operand 2 must be array of strings but got array containing number")]
    [InlineData("strings.any_suffix_match", """[1, "a"]""", "eval_type_error: operand 1 must be one of {string, set, array} but got number")]
    public void Wrong_operands_are_named(string name, string arguments, string error) =>
        CallA.Error(name, arguments).ShouldBe(error);

    [Fact]
    public void A_string_that_grows_out_of_bounds_ends_the_evaluation()
    {
        var context = CallA.Context(new(50_000_000, 1 << 24));
        var text = new RegoString(new('a', 1 << 20));
        Should.Throw<BudgetException>(() => CallA.Invoke(context, "replace", text, new RegoString("a"), text));
        context = CallA.Context(new(50_000_000, 1 << 24));
        Should.Throw<BudgetException>(() => CallA.Invoke(context, "concat", text, new RegoArray([.. Enumerable.Repeat(text, 32)])));
    }
}
