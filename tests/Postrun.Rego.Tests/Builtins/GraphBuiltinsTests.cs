namespace Postrun.Rego;

public sealed class GraphBuiltinsTests
{
    [Theory]
    [InlineData("graph.reachable({\"a\": [\"b\"], \"b\": {\"c\"}}, [\"a\"])", "{\"a\", \"b\"}")]
    [InlineData("graph.reachable_paths({\"a\": [\"b\", \"c\"], \"b\": [\"d\"], \"c\": [\"d\"], \"d\": [\"e\"], \"e\": []}, [\"a\"])",
        "{[\"a\", \"b\", \"d\", \"e\"], [\"a\", \"c\", \"d\", \"e\"]}")]
    [InlineData("graph.reachable_paths({\"a\": null}, [\"a\"])", "{[\"a\"]}")]
    [InlineData("[p | walk({\"a\": [{1}]}, p)]", "[[[], {\"a\": [{1}]}], [[\"a\"], [{1}]], [[\"a\", 0], {1}], [[\"a\", 0, 1], 1]]")]
    public void Graphs_and_documents_are_walked(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Fact]
    public void Vertices_to_begin_with_are_a_collection() =>
        CallB.Error("graph.reachable({}, \"a\")").ShouldContain("graph.reachable: operand 2 must be {array, set} but got string");

    [Fact]
    public void All_paths_through_a_complete_graph_end_in_the_budget() =>
        CallB.ShouldExhaust("graph.reachable_paths({x: numbers.range(1, 30) | some x in numbers.range(1, 30)}, [1])");

    [Fact]
    public void A_walk_that_is_too_deep_ends_in_the_budget() =>
        CallB.ShouldExhaust("count([path | walk([[input]], [path, _])])", CallB.Nested(Extent.MaxDepth - 1, static value => new RegoArray(value)));
}
