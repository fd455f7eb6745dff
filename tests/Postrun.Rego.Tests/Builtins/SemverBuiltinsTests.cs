namespace Postrun.Rego;

public sealed class SemverBuiltinsTests
{
    [Theory]
    [InlineData("2.0.0", "1.0.0", 1)]
    [InlineData("1.0.0", "v1.0.0+build", 0)]
    [InlineData("1.0.0-alpha", "1.0.0", -1)]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1", -1)]
    [InlineData("1.0.0-alpha.1", "1.0.0-alpha.beta", -1)]
    [InlineData("1.0.0-beta.11", "1.0.0-beta.2", 1)]
    [InlineData("1.0.0-rc.1", "1.0.0-beta", 1)]
    public void Versions_are_ordered(string left, string right, int order)
    {
        CallA.Result("semver.compare", $"[\"{left}\", \"{right}\"]").ShouldBe($"{order}");
        CallA.Result("semver.compare", $"[\"{right}\", \"{left}\"]").ShouldBe($"{-order}");
    }

    [Theory]
    [InlineData("\"1.2.3-rc.1+meta-1\"", "true")]
    [InlineData("\"1\"", "false")]
    [InlineData("\"1.2.3-a..b\"", "false")]
    [InlineData("\"1.2.9223372036854775808\"", "false")]
    [InlineData("1", "false")]
    public void Versions_are_recognized(string value, string result) => CallA.Result("semver.is_valid", $"[{value}]").ShouldBe(result);

    [Fact]
    public void The_wrong_version_is_named() =>
        CallA.Error("semver.compare", """["1.0.0", "1"]""").ShouldBe("eval_builtin_error: operand 2: string \"1\" is not a valid SemVer");
}
