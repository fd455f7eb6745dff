namespace Postrun.Rego;

public sealed class CollectionBuiltinsTests
{
    [Theory]
    [InlineData("array.concat([1], [2])", "[1, 2]")]
    [InlineData("array.slice([1, 2, 3], 1, 99999999999999999999)", "[2, 3]")]
    [InlineData("array.slice([1, 2, 3], 2, 1)", "[]")]
    [InlineData("array.flatten([1, [2, [3]], {4}])", "[1, 2, [3], {4}]")]
    [InlineData("array.reverse([1, 2])", "[2, 1]")]
    [InlineData("union({{1}, {2}})", "{1, 2}")]
    [InlineData("intersection({{1, 2}, {2, 3}})", "{2}")]
    [InlineData("set_diff({1, 2}, {2})", "{1}")]
    [InlineData("type_name({})", "\"object\"")]
    [InlineData("is_null(false)", "false")]
    public void Arrays_sets_and_types(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("object.get({\"a\": [{\"b\": 1}]}, [\"a\", 0, \"b\"], 2)", "1")]
    [InlineData("object.get({\"a\": {7}}, [\"a\", 7], 2)", "7")]
    [InlineData("object.get({\"a\": 1}, [\"a\", \"b\"], 2)", "2")]
    [InlineData("object.get({\"a\": false}, \"a\", 2)", "false")]
    [InlineData("object.union({\"a\": {\"b\": 1, \"c\": {\"d\": 1}}}, {\"a\": {\"c\": {\"e\": 2}}})", "{\"a\": {\"b\": 1, \"c\": {\"d\": 1, \"e\": 2}}}")]
    [InlineData("object.union_n([{\"a\": {\"x\": 1}}, {\"a\": 1}, {\"a\": {\"y\": 2}}])", "{\"a\": {\"y\": 2}}")]
    [InlineData("object.union_n([{\"a\": {\"x\": 1}}, {\"a\": {\"y\": 2}}, {\"a\": {\"x\": 3}}])", "{\"a\": {\"x\": 3, \"y\": 2}}")]
    [InlineData("object.filter({\"a\": 1, 2: 3}, [2, 4])", "{2: 3}")]
    [InlineData("object.remove({\"a\": 1, 2: 3}, {\"a\": 0})", "{2: 3}")]
    [InlineData("object.subset({\"a\": {\"b\": {1, 2}, \"c\": [1, 2, 3]}}, {\"a\": {\"b\": {1}, \"c\": [2, 3]}})", "true")]
    [InlineData("object.subset([1, 2, 1, 3], [1, 3])", "true")]
    [InlineData("object.subset([1, 2], [])", "true")]
    [InlineData("object.subset([1, 2], {2})", "true")]
    [InlineData("object.subset({\"a\": [1]}, {\"a\": {1}})", "false")]
    public void Objects_are_read_and_merged(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("union({1})", "union: operand 1 must be set but got number")]
    [InlineData("object.union_n([{}, 1])", "object.union_n: operand 1 must be array of objects but got array containing number")]
    [InlineData("object.subset({1}, [1])", "both arguments object.subset must be of the same type or array and set")]
    [InlineData("array.slice([], 1.5, 2)", "array.slice: operand 2 must be integer number but got floating-point number")]
    public void Wrong_operands_are_named(string term, string message)
    {
        var error = CallB.Error(term);
        error.ShouldStartWith("eval_type_error");
        error.ShouldContain(message);
    }

    [Fact]
    public void Objects_nested_deeply_end_in_the_budget()
    {
        Should.Throw<BudgetException>(() => CallB.Nested(Extent.MaxDepth + 1, static value => RegoObject.Of(("a", value))));
        var deep = CallB.Nested(Extent.MaxDepth - 1, static value => RegoObject.Of(("a", value)));
        CallB.ShouldExhaust("count({\"a\": object.union(input, {\"a\": {\"a\": 1}})}) + count([[input]])", deep);
    }
}
