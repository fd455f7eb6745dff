namespace Postrun.Rego;

public sealed class JsonBuiltinsTests
{
    [Theory]
    [InlineData("json.marshal({\"b\": \"<&>\\u2028\\u0001\\t\", 10: {1}, \"a\": null})", """{"10":[1],"a":null,"b":"\u003c\u0026\u003e\u2028\u0001\t"}""")]
    [InlineData("json.marshal_with_options({\"a\": [], \"b\": {}, \"c\": [1]}, {\"indent\": \" \"})", "{\n \"a\": [],\n \"b\": {},\n \"c\": [\n  1\n ]\n}")]
    [InlineData("json.marshal_with_options([1], {})", "[1]")]
    public void Values_become_text(string term, string text) => CallB.Result(term).ShouldBe(new RegoString(text).ToString());

    [Theory]
    [InlineData("json.unmarshal(\"[1, {\\\"a\\\": 1.50}]\")", "[1, {\"a\": 1.50}]")]
    [InlineData("json.is_valid(\"[1,]\")", "false")]
    [InlineData("json.is_valid(\"{} {}\")", "false")]
    [InlineData("json.is_valid(1)", "false")]
    [InlineData("json.filter({\"a\": {\"b/c\": 1, \"d\": 2}}, [\"/a/b~1c\"])", "{\"a\": {\"b/c\": 1}}")]
    [InlineData("json.filter({\"a\": {1, 2}}, [[\"a\", 2]])", "{\"a\": {2}}")]
    [InlineData("json.filter({\"a\": 7}, [\"a/b\"])", "{\"a\": 7}")]
    [InlineData("json.remove({\"a\": {1, 2}}, [[\"a\", 2]])", "{\"a\": {1}}")]
    public void Text_and_parts_become_values(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("json.unmarshal(\"nope\")", "eval_builtin_error")]
    [InlineData("json.marshal_with_options(1, {\"x\": 1})", "operand 2 object contained unknown key \"x\"")]
    [InlineData("json.marshal_with_options(1, {\"pretty\": 1})", "operand 2 key pretty failed cast to bool")]
    public void Wrong_text_and_options_are_errors(string term, string message) => CallB.Error(term).ShouldContain(message);

    [Theory]
    [InlineData("{\"a\": [1, 2]}", "{\"op\": \"add\", \"path\": \"/a/-\", \"value\": 3}", "{\"a\": [1, 2, 3]}")]
    [InlineData("{\"a\": [1, 2]}", "{\"op\": \"add\", \"path\": \"a/0\", \"value\": 0}", "{\"a\": [0, 1, 2]}")]
    [InlineData("{\"a\": [1, 2]}", "{\"op\": \"remove\", \"path\": [\"a\", 0]}", "{\"a\": [2]}")]
    [InlineData("{\"a\": [1, 2]}", "{\"op\": \"replace\", \"path\": \"/a/1\", \"value\": 9}", "{\"a\": [1, 9]}")]
    [InlineData("{\"a\": {\"b\": 1}}", "{\"op\": \"move\", \"from\": \"/a/b\", \"path\": \"/c\"}", "{\"a\": {}, \"c\": 1}")]
    [InlineData("{\"a\": {\"b\": 1}}", "{\"op\": \"copy\", \"from\": \"/a\", \"path\": \"/a/c\"}", "{\"a\": {\"b\": 1, \"c\": {\"b\": 1}}}")]
    [InlineData("{\"a\": 1}", "{\"op\": \"test\", \"path\": \"/a\", \"value\": 1.0}", "{\"a\": 1}")]
    [InlineData("{\"a\": 1}", "{\"op\": \"add\", \"path\": \"\", \"value\": [2]}", "[2]")]
    [InlineData("{\"a\": 1}", "{\"op\": \"remove\", \"path\": \"\"}", "undefined")]
    [InlineData("{1: {[2]: 3}}", "{\"op\": \"replace\", \"path\": [1, [2]], \"value\": 4}", "{1: {[2]: 4}}")]
    [InlineData("{{\"a\": 1}}", "{\"op\": \"add\", \"path\": [{\"a\": 1}, \"b\"], \"value\": 2}", "{{\"a\": 1, \"b\": 2}}")]
    [InlineData("{1}", "{\"op\": \"add\", \"path\": [2], \"value\": 2}", "{1, 2}")]
    public void Documents_are_patched(string document, string operation, string result) =>
        CallB.Result($"json.patch({document}, [{operation}])").ShouldBe(result);

    [Theory]
    [InlineData("{\"op\": \"add\", \"path\": \"/a/5\", \"value\": 3}")]
    [InlineData("{\"op\": \"add\", \"path\": \"/a/01\", \"value\": 3}")]
    [InlineData("{\"op\": \"add\", \"path\": \"/a/+1\", \"value\": 3}")]
    [InlineData("{\"op\": \"add\", \"path\": \"/x/y\", \"value\": 3}")]
    [InlineData("{\"op\": \"add\", \"path\": \"/a/0/b\", \"value\": 3}")]
    [InlineData("{\"op\": \"add\", \"path\": \"/a\"}")]
    [InlineData("{\"op\": \"remove\", \"path\": \"/a/-\"}")]
    [InlineData("{\"op\": \"replace\", \"path\": \"/x\", \"value\": 1}")]
    [InlineData("{\"op\": \"move\", \"from\": \"/x\", \"path\": \"/y\"}")]
    [InlineData("{\"op\": \"move\", \"from\": \"/a\", \"path\": \"/a/b\"}")]
    [InlineData("{\"op\": \"test\", \"path\": \"/a\", \"value\": 1}")]
    [InlineData("{\"op\": \"add\", \"path\": [\"s\", 1], \"value\": 2}")]
    [InlineData("{\"op\": \"spin\", \"path\": \"/a\"}")]
    [InlineData("1")]
    public void A_patch_that_does_not_fit_gives_nothing(string operation) =>
        CallB.Error($"json.patch({{\"a\": [1], \"s\": set()}}, [{operation}])").ShouldStartWith("eval_builtin_error");

    [Fact]
    public void Deep_values_end_in_the_budget() =>
        CallB.ShouldExhaust("json.marshal([[input]])", CallB.Nested(Extent.MaxDepth - 1, static value => new RegoArray(value)));

    [Theory]
    [InlineData("json.patch({}, [{\"op\": \"copy\", \"from\": \"\", \"path\": \"/a\"} | some _ in numbers.range(1, 100000)])")]
    [InlineData("json.patch({}, [{\"op\": \"copy\", \"from\": \"\", \"path\": sprintf(\"/%d\", [i % 7])} | some i in numbers.range(1, 300)])")]
    public void Copies_of_a_document_into_itself_end_in_the_budget(string term) => CallB.ShouldExhaust(term);

    [Fact]
    public void A_deep_indentation_is_charged() =>
        CallB.ShouldExhaust("json.marshal_with_options([[[[[[[[[[1]]]]]]]]]], {\"indent\": input})", new RegoString(new string(' ', 10_000_000)));
}
