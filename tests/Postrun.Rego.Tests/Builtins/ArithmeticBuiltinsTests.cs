namespace Postrun.Rego;

public sealed class ArithmeticBuiltinsTests
{
    [Theory]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("-9223372036854775808 - 1", "-9223372036854775809")]
    [InlineData("9223372036854775808 - 1", "9223372036854775807")]
    [InlineData("4611686018427387904 * 4", "18446744073709551616")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("6 / 2", "3")]
    [InlineData("2.5 * 2", "5")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("7 % -3", "1")]
    [InlineData("4.0 % 3", "1")]
    [InlineData("{1, 2, 3} - {2}", "{1, 3}")]
    [InlineData("{1, 2} & {2, 3}", "{2}")]
    [InlineData("{1, 2} | {2, 3}", "{1, 2, 3}")]
    public void Numbers_and_sets_are_calculated(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("1 / 0", "eval_builtin_error", "divide by zero")]
    [InlineData("1.5 / 0.0", "eval_builtin_error", "divide by zero")]
    [InlineData("1 % 0", "eval_builtin_error", "modulo by zero")]
    [InlineData("1 % 1.5", "eval_builtin_error", "modulo on floating-point number")]
    [InlineData("1 - {1}", "eval_type_error", "minus: operand 2 must be number but got set")]
    [InlineData("{1} - 1", "eval_type_error", "minus: operand 2 must be set but got number")]
    [InlineData("\"a\" - 1", "eval_type_error", "minus: operand 1 must be one of {number, set} but got string")]
    [InlineData("1 + \"a\"", "eval_type_error", "plus: operand 2 must be number but got string")]
    public void What_cannot_be_calculated_is_an_error(string term, string code, string message)
    {
        var error = CallB.Error(term);
        error.ShouldStartWith(code);
        error.ShouldContain(message);
    }

    [Theory]
    [InlineData("bits.and(-4, 6)", "4")]
    [InlineData("bits.or(-4, 1)", "-3")]
    [InlineData("bits.xor(5, 3)", "6")]
    [InlineData("bits.negate(5)", "-6")]
    [InlineData("bits.lsh(1, 70)", "1180591620717411303424")]
    [InlineData("bits.rsh(-5, 1)", "-3")]
    [InlineData("bits.rsh(5, 100000000000)", "0")]
    [InlineData("bits.rsh(-5, 100000000000)", "-1")]
    public void Bits_of_integers_of_any_size(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Fact]
    public void Places_to_shift_are_not_negative() =>
        CallB.Error("bits.lsh(1, -1)").ShouldContain("bits.lsh: operand 2 must be an unsigned integer number but got a negative integer");

    [Theory]
    [InlineData("bits.lsh(1, 1000000000000)")]
    [InlineData("bits.lsh(1, 2147483647)")]
    [InlineData("bits.lsh(1, 60000) * bits.lsh(1, 60000)")]
    [InlineData("1 / (1e-5000 * 1e-5000 * 1e-5000 * 1e-5000 * 1e-5000)")]
    [InlineData("1e5000 / 1e-5000 / 1e-5000 / 1e-5000 / 1e-5000")]
    public void Huge_numbers_end_in_the_budget(string term) => CallB.ShouldExhaust(term);

    [Theory]
    [InlineData("null < false")]
    [InlineData("true < -1")]
    [InlineData("1 < \"\"")]
    [InlineData("\"z\" < []")]
    [InlineData("[1] < {}")]
    [InlineData("{\"a\": 1} < set()")]
    [InlineData("[1, 2] < [1, 3]")]
    [InlineData("[1] <= [1.0]")]
    [InlineData("\"\uffff\" < \"\U0001f600\"")]
    public void Values_of_all_types_are_ordered(string term) => CallB.Result(term).ShouldBe("true");
}
