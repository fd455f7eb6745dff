using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests.Text;

public sealed class LineFeedsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(300 * 32)]
    [InlineData(20_001)]
    public void All_of_them_are_counted_and_nothing_else(int length)
    {
        var text = new byte[length];
        new Random(length).NextBytes(text);
        LineFeeds.CountIn(text).ShouldBe(text.Count(static value => value == '\n'));
        Array.Fill(text, (byte)'\n');
        LineFeeds.CountIn(text).ShouldBe(length);
    }
}
