using CsCheck;

namespace Postrun.Model.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain \u00e9 \u4e2d \ud83d\ude00", "plain \u00e9 \u4e2d \ud83d\ude00")]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("a\nb\u0085", "a\\u000ab\\u0085")]
    [InlineData("gpj\u202eexe", "gpj\\u202eexe")]
    [InlineData("\u200b\ufeff\u2028", "\\u200b\\ufeff\\u2028")]
    [InlineData("tag \udb40\udc41", "tag \\ue0041")]
    public void What_does_not_show_is_spelled_out(string text, string expected) => VisibleText.Of(text).ShouldBe(expected);

    [Fact]
    public void A_lone_surrogate_is_spelled_out() => VisibleText.Of("a\ud800b").ShouldBe("a\\ud800b");

    [Fact]
    public void Whatever_goes_in_every_character_that_comes_out_is_visible() =>
        Gen.String.Sample(text => VisibleText.Of(text).EnumerateRunes().All(VisibleText.IsVisible));

    [Fact]
    public void A_text_is_cut_and_says_so() => VisibleText.Shorten("abcdef", 3).ShouldBe("abc...");
}
