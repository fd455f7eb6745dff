using CsCheck;

namespace Postrun.Model.Tests;

public sealed class UnixPathTests
{
    [Fact]
    public void Text_form_is_reversible_for_any_bytes() =>
        Gen.Byte[1, 255].Array[0, 40].Sample(bytes =>
            UnixPath.TryParse(new UnixPath(bytes).ToString(), out var back) && back.Bytes.SequenceEqual(bytes));

    [Theory]
    [InlineData("/a/b", "/a", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/ab", "/a", false)]
    [InlineData("/a", "/", true)]
    [InlineData("a/b", "", true)]
    public void Within_is_by_components(string path, string ancestor, bool expected) =>
        UnixPath.Of(path).IsWithin(UnixPath.Of(ancestor)).ShouldBe(expected);
}
