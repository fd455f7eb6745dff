namespace Postrun.Rego;

public sealed class AggregateBuiltinsTests
{
    [Theory]
    [InlineData("count(\"a\U0001f600\")", "2")]
    [InlineData("count({1, 1, 2})", "2")]
    [InlineData("sum([1, 2.5])", "3.5")]
    [InlineData("sum([])", "0")]
    [InlineData("product(set())", "1")]
    [InlineData("product([2, 0.5])", "1")]
    [InlineData("max([1, \"a\", null])", "\"a\"")]
    [InlineData("min([])", "undefined")]
    [InlineData("max(set())", "undefined")]
    [InlineData("sort({\"b\", 1, [0]})", "[1, \"b\", [0]]")]
    [InlineData("any([false, true])", "true")]
    [InlineData("any(set())", "false")]
    [InlineData("all([true, 1])", "false")]
    [InlineData("all(set())", "true")]
    [InlineData("1 in {\"a\": 1}", "true")]
    [InlineData("\"a\" in {\"a\": 1}", "false")]
    [InlineData("[(1, 2 in [1, 2])]", "[true]")]
    [InlineData("[(2, 2 in {1, 2})]", "[true]")]
    [InlineData("[(1, 2 in {1, 2})]", "[false]")]
    public void Collections_are_summed_up(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("sum([1, \"a\"])", "sum: operand 1 must be array of numbers but got array containing string")]
    [InlineData("product({\"a\"})", "product: operand 1 must be set of numbers but got set containing string")]
    [InlineData("max(1)", "max: operand 1 must be one of {set, array} but got number")]
    [InlineData("sort(\"a\")", "sort: operand 1 must be one of {set, array} but got string")]
    public void What_cannot_be_summed_up_is_an_error(string term, string message) => CallB.Error(term).ShouldContain(message);

    [Fact]
    public void A_huge_product_ends_in_the_budget() =>
        CallB.ShouldExhaust("product([x | some x in numbers.range(1, 1000000)])");
}
