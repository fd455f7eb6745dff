using System.Text;
using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Tests.Detection;

public sealed partial class FollowingDetectorTests
{
    private static readonly FollowingDetector Detector = new(Scheme, Digits) { Literals = ["Basket "] };

    [Fact]
    public void The_value_is_what_follows_without_the_context() => Find("a: Basket 12345;").ShouldBe((10, 5));

    [Theory]
    [InlineData("a: Basket x12345")]
    [InlineData("a: Basket 12345x")]
    [InlineData("a: Basket ")]
    public void A_value_begins_right_there_and_ends_where_its_word_does(string text) => Find(text).ShouldBeNull();

    private static (int Start, int Length)? Find(string text)
    {
        var at = text.IndexOf("Basket ", StringComparison.Ordinal);
        return Detector.TryFind(new(Encoding.ASCII.GetBytes(text), at, 7), out var hit) ? (hit.Start, hit.Length) : null;
    }

    [GeneratedRegex("Basket ")]
    private static partial Regex Scheme { get; }

    [GeneratedRegex("[0-9]{5}")]
    private static partial Regex Digits { get; }
}
