using System.Text;

namespace Postrun.Planning.Tests;

public sealed class NameGlobTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "ab", false)]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("*", "any\nthing", true)]
    [InlineData("models--*", "models--x--y", true)]
    [InlineData("*___*", "a___b", true)]
    [InlineData("*___*", "a__b", false)]
    [InlineData("*-debug-*.log", "1-debug-0.log.log", true)]
    [InlineData("?", "", false)]
    [InlineData("spark-??", "spark-1", false)]
    [InlineData("[0-9a-f]x", "bx", true)]
    [InlineData("[0-9a-f]x", "gx", false)]
    [InlineData("[a-z2-7]", "8", false)]
    [InlineData("v[0-9]*", "v16", true)]
    [InlineData("v[0-9]*", "vx", false)]
    [InlineData("*a*b*c", "xaxbxbxc", true)]
    public void Matches(string pattern, string name, bool expected) =>
        NameGlob.Matches(pattern, Encoding.UTF8.GetBytes(name)).ShouldBe(expected);
}
