namespace Postrun.Rego;

public sealed class YamlBuiltinsTests
{
    [Theory]
    [InlineData("a: yes\nb: No\nc: 'yes'\nd: ~\ne:", """{"a": true, "b": false, "c": "yes", "d": null, "e": null}""")]
    [InlineData("[0x1F, 0b11, 017, 0o17, 1_000, -5, +3, 089]", "[31, 3, 15, 15, 1000, -5, 3, 89]")]
    [InlineData("[1.0, 1e3, .5, 1e21, 1e-7, 0.1]", "[1, 1000, 0.5, 1e+21, 1e-07, 0.1]")]
    [InlineData("[18446744073709551615, 2001-01-01, 1:30, 1.2.3, a]", """[18446744073709551615, "2001-01-01", "1:30", "1.2.3", "a"]""")]
    [InlineData("[!!str 1, !!int \"7\", !!binary aGk=, !x 1]", """["1", 7, "hi", "1"]""")]
    [InlineData("{1: a, true: b, x: 1, x: 2}", """{"1": "a", "true": "b", "x": 2}""")]
    [InlineData("a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}", """{"a": {"k": 1, "l": 2}, "b": {"k": 1, "l": 3}}""")]
    [InlineData("a: |\n  x\n  y\n", """{"a": "x\ny\n"}""")]
    [InlineData("# nothing", "null")]
    [InlineData("", "null")]
    [InlineData("a\n---\nb", "\"a\"")]
    public void Yaml_becomes_what_kubernetes_makes_of_it(string yaml, string result) =>
        CallB.Result("yaml.unmarshal(input)", new RegoString(yaml)).ShouldBe(result);

    [Theory]
    [InlineData("[1,2,3")]
    [InlineData("a: b: c")]
    [InlineData("*x")]
    [InlineData("{[1]: 2}")]
    [InlineData(".nan")]
    [InlineData("!!int x")]
    [InlineData("a: \"\\q\"")]
    public void What_is_no_yaml_is_recognized(string yaml) => CallB.Result("yaml.is_valid(input)", new RegoString(yaml)).ShouldBe("false");

    [Fact]
    public void Errors_name_the_line() =>
        Should.Throw<RegoException>(() => CallB.Result("yaml.unmarshal(input)", new RegoString("a:\n  - [1,\n    2"))).Message.ShouldContain("yaml: line 3: did not find expected");

    [Fact]
    public void Aliases_count_as_what_they_stand_for()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(static i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        CallB.ShouldExhaust("yaml.unmarshal(input)", new RegoString(bomb));
    }

    [Fact]
    public void Deep_yaml_is_refused() =>
        CallB.Result("yaml.is_valid(input)", new RegoString(new string('[', 100_000))).ShouldBe("false");

    [Theory]
    [InlineData("{\"b\": [1, {\"x\": 1, \"y\": [2]}], \"a\": {\"c\": null}}", "a:\n  c: null\nb:\n- 1\n- x: 1\n  \"y\":\n  - 2\n")]
    [InlineData("{\"a10\": 1, \"a2\": 2, \"e\": [], \"o\": {}}", "a2: 2\na10: 1\ne: []\no: {}\n")]
    [InlineData("[[1, 2], [3]]", "- - 1\n  - 2\n- - 3\n")]
    [InlineData("[\"1\", \"yes\", \"\", \"a: b\", \"- x\", \"it's\", \"2001-01-01\", \"#x\", \" x\", \"a\\tb\"]",
        "- \"1\"\n- \"yes\"\n- \"\"\n- 'a: b'\n- '- x'\n- it's\n- \"2001-01-01\"\n- '#x'\n- ' x'\n- \"a\\tb\"\n")]
    [InlineData("{\"a\": \"x\\ny\\n\", \"b\": \"x\\ny\", \"c\": \"x \\ny\"}", "a: |\n  x\n  y\nb: |-\n  x\n  y\nc: \"x \\ny\"\n")]
    [InlineData("[1000000, 1000000.5, 0.5, 3.0]", "- 1000000\n- 1.0000005e+06\n- 0.5\n- 3\n")]
    public void Values_become_yaml(string term, string yaml) => CallB.Result($"yaml.marshal({term})").ShouldBe(new RegoString(yaml).ToString());

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\na")]
    [InlineData(" a\n b\n\n")]
    [InlineData("---")]
    [InlineData("a:")]
    [InlineData("null")]
    [InlineData("\u00e9\U0001f600\u0085\u2028\ufeff\u0007")]
    [InlineData("?")]
    [InlineData("a #b")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("1:2:3")]
    [InlineData("=")]
    [InlineData("<<")]
    public void Texts_survive_yaml(string text)
    {
        var value = new RegoArray(new RegoString(text), RegoObject.Of((text, new RegoString(text))));
        CallB.Result("yaml.unmarshal(yaml.marshal(input)) == input", value).ShouldBe("true");
    }
}
