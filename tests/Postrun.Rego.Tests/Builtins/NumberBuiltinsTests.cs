namespace Postrun.Rego;

public sealed class NumberBuiltinsTests
{
    [Theory]
    [InlineData("numbers.range", "[-2, 3]", "[-2, -1, 0, 1, 2, 3]")]
    [InlineData("numbers.range", "[5, 2]", "[5, 4, 3, 2]")]
    [InlineData("numbers.range", "[49649733057, 49649733058]", "[49649733057, 49649733058]")]
    [InlineData("numbers.range_step", "[0, 10, 99999999999999999999]", "[0]")]
    [InlineData("numbers.range_step", "[10, 3, 2]", "[10, 8, 6, 4]")]
    [InlineData("abs", "[-10]", "10")]
    [InlineData("abs", "[-1.5]", "1.5")]
    [InlineData("ceil", "[2222.2222222222]", "2223")]
    [InlineData("ceil", "[-1.99999]", "-1")]
    [InlineData("floor", "[-1.001]", "-2")]
    [InlineData("floor", "[1.5]", "1")]
    [InlineData("round", "[2.5]", "3")]
    [InlineData("round", "[-2.5]", "-3")]
    [InlineData("round", "[2.4]", "2")]
    [InlineData("round", "[7.0]", "7")]
    [InlineData("rand.intn", """["x", 1]""", "0")]
    [InlineData("rand.intn", """["x", 0]""", "0")]
    [InlineData("to_number", """["-42.0"]""", "-42.0")]
    [InlineData("to_number", "[false]", "0")]
    [InlineData("to_number", "[null]", "0")]
    [InlineData("to_number", """["+5"]""", "5")]
    [InlineData("to_number", """[".5"]""", "0.5")]
    [InlineData("to_number", """["007."]""", "7")]
    [InlineData("to_number", """["0x1p-1"]""", "0.5")]
    [InlineData("cast_set", "[[2, 1, 2]]", "{1, 2}")]
    [InlineData("cast_array", "[[2, 1]]", "[2, 1]")]
    [InlineData("cast_null", "[null]", "null")]
    public void Numbers_are_made_and_rounded(string name, string arguments, string result) => CallA.Result(name, arguments).ShouldBe(result);

    [Theory]
    [InlineData("numbers.range", "[3.14, 4]", "eval_type_error: operand 1 must be integer number but got floating-point number")]
    [InlineData("numbers.range", """["x", 4]""", "eval_type_error: operand 1 must be integer but got string")]
    [InlineData("numbers.range_step", "[1, 4, 0]", "eval_builtin_error: step must be a positive integer")]
    [InlineData("to_number", """["broken"]""", "eval_builtin_error: strconv.ParseFloat: parsing \"broken\": invalid syntax")]
    [InlineData("to_number", """["1e400"]""", "eval_builtin_error: strconv.ParseFloat: parsing \"1e400\": value out of range")]
    [InlineData("to_number", """["-nan"]""", "eval_type_error: operand 1 must be valid number string but got string")]
    [InlineData("to_number", "[[]]", "eval_type_error: operand 1 must be one of {null, boolean, number, string} but got array")]
    [InlineData("cast_boolean", "[1]", "eval_type_error: operand 1 must be boolean but got number")]
    public void Wrong_operands_are_named(string name, string arguments, string error) => CallA.Error(name, arguments).ShouldBe(error);

    [Theory]
    [InlineData("[0, 1000000000000]")]
    [InlineData("[0, 1e300]")]
    public void A_range_without_end_ends_the_evaluation(string arguments) =>
        Should.Throw<BudgetException>(() => CallA.Result("numbers.range", arguments));

    [Fact]
    public void Chance_stays_the_same_within_an_evaluation()
    {
        var context = CallA.Context();
        var (key, limit) = (new RegoString("k"), RegoNumber.Of(1L << 60));
        var first = CallA.Invoke(context, "rand.intn", key, limit);
        CallA.Invoke(context, "rand.intn", key, limit).ShouldBe(first);
        CallA.Invoke(context, "rand.intn", new RegoString("l"), limit).ShouldNotBe(first);
        context.Renew();
        CallA.Invoke(context, "rand.intn", key, limit).ShouldNotBe(first);
    }
}
