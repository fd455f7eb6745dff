namespace Postrun.Rego.Tests.Syntax;

public sealed class LexerErrorTests
{
    [Theory]
    [InlineData("p := \"abc", "2:6 rego_parse_error: string is not closed by \"")]
    [InlineData("p := \"abc\nq := \"", "2:6 rego_parse_error: string is not closed by \"")]
    [InlineData("p := 1\nq := `abc", "3:6 rego_parse_error: raw string is not closed by `")]
    [InlineData("p := \"a\\qb\"", "2:8 rego_parse_error: illegal escape")]
    [InlineData("p := \"\\u12g4\"", "2:7 rego_parse_error: illegal escape: \\u takes four hexadecimal digits")]
    [InlineData("p := $\"a {1", "2:12 rego_parse_error: expected '}', found the end")]
    [InlineData("p := $\"a", "2:8 rego_parse_error: template string is not closed by \"")]
    [InlineData("p := 01", "2:6 rego_parse_error: illegal number '01'")]
    [InlineData("p := 1.", "2:6 rego_parse_error: illegal number '1.'")]
    [InlineData("p := 1e", "2:6 rego_parse_error: illegal number '1e'")]
    [InlineData("p := 0x10", "2:6 rego_parse_error: illegal number '0x10'")]
    [InlineData("p := 1e999999999", "2:6 rego_parse_error: illegal number '1e999999999'")]
    [InlineData("p := é", "2:6 rego_parse_error: illegal character U+00E9")]
    [InlineData("p := 1 @", "2:8 rego_parse_error: illegal character '@'")]
    [InlineData("p := !x", "2:6 rego_parse_error: illegal character '!'")]
    [InlineData("\tp := ?", "2:7 rego_parse_error: illegal character '?'")]
    public void What_is_no_token_is_named_with_its_place(string rules, string error) => Policies.Error(rules).ShouldBe(error);

    [Fact]
    public void A_carriage_return_ends_no_line_of_its_own() => Policies.Error("p := 1\r\nq := ?\r\n").ShouldStartWith("3:6 ");

    [Fact]
    public void A_comment_may_hold_anything() => Policies.Value("# \" ` \\ ? é\np := 1 # \"").ShouldBe("1");

    [Fact]
    public void A_module_longer_than_the_limit_is_refused() =>
        Policies.Error($"p := 1 # {new string('x', 4 << 20)}").ShouldContain("longer than 4 Mi characters");
}
