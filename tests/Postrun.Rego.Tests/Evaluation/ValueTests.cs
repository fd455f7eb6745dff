namespace Postrun.Rego.Tests.Evaluation;

public sealed class ValueTests
{
    [Theory]
    [InlineData("1 == 1.0", "true")]
    [InlineData("1e3 == 1000", "true")]
    [InlineData("0.1 + 0.2 == 0.3", "true")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 3 * 3 == 1", "true")]
    [InlineData("-0 == 0", "true")]
    [InlineData("9007199254740993 == 9007199254740992", "false")]
    [InlineData("123456789012345678901234567890 + 1", "123456789012345678901234567891")]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("-9223372036854775808 - 1", "-9223372036854775809")]
    [InlineData("9223372036854775807 * 2", "18446744073709551614")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("10 / 5", "2")]
    [InlineData("{1, 1.0, 1e0}", "{1}")]
    [InlineData("{1.0: 2}[1]", "2")]
    [InlineData("[5, 6][1.0]", "6")]
    [InlineData("2.5 > 2", "true")]
    [InlineData("1e400 > 1e399", "true")]
    [InlineData("1e-400 > 0", "true")]
    [InlineData("1.5 == 1.50", "true")]
    public void Numbers(string term, string value) => Policies.Value($"p := {term}").ShouldBe(value);

    [Fact]
    public void Types_are_ordered_and_then_contents() =>
        Policies.Value("""p := sort([{1}, {"a": 1}, [1], "a", 1, true, null, false, set(), {}, [], "", 0, -1.5])""")
            .ShouldBe("""[null, false, true, -1.5, 0, 1, "", "a", [], [1], {}, {"a": 1}, set(), {1}]""");

    [Theory]
    [InlineData("[1, 2] < [1, 2, 0]", "true")]
    [InlineData("[2] > [1, 9]", "true")]
    [InlineData("{\"a\": 2} > {\"a\": 1, \"b\": 0}", "true")]
    [InlineData("{\"b\": 0} > {\"a\": 9}", "true")]
    [InlineData("{1, 3} > {1, 2, 9}", "true")]
    [InlineData("\"b\" > \"abc\"", "true")]
    [InlineData("\"\\uffff\" < \"\\ud83d\\ude00\"", "true")]
    [InlineData("\"Z\" < \"a\"", "true")]
    [InlineData("\"e\\u0301\" == \"\\u00e9\"", "false")]
    public void Order(string term, string value) => Policies.Value($"p := {term}").ShouldBe(value);

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-0", "0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("{\"b\": 1, \"a\": {\"c\": []}}", "{\"a\":{\"c\":[]},\"b\":1}")]
    [InlineData("{\"a\": 1, \"a\": 2}", "{\"a\":2}")]
    [InlineData("\"\\u2028<é>\\n\"", "\"\\u2028<é>\\n\"")]
    [InlineData("\"\\ud800\"", "\"\ufffd\"")]
    public void Json(string text, string written) => RegoJson.ToText(RegoJson.Parse(text)).ShouldBe(written, StringCompareShould.IgnoreLineEndings);

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("[1,]")]
    [InlineData("01")]
    [InlineData("1e999999999")]
    [InlineData("\"\n\"")]
    [InlineData("nul")]
    [InlineData("// comment\n1")]
    public void What_is_not_JSON_is_refused(string text) => Should.Throw<System.Text.Json.JsonException>(() => RegoJson.Parse(text));

    [Fact]
    public void The_JSON_of_a_value_that_holds_one_long_text_again_and_again_ends()
    {
        var text = new RegoString(new string('a', 1 << 20));
        var many = new RegoArray([.. Enumerable.Repeat<RegoValue>(text, 10_000)]);
        Should.Throw<BudgetException>(() => RegoJson.ToText(many)).Message.ShouldBe("the JSON of the value is longer than 256 MiB");
    }

    [Fact]
    public void Json_nested_too_deeply_is_refused()
    {
        RegoJson.Parse(new string('[', 500) + new string(']', 500)).ShouldBeOfType<RegoArray>();
        Should.Throw<System.Text.Json.JsonException>(() => RegoJson.Parse(new string('[', 600) + new string(']', 600)));
    }
}
