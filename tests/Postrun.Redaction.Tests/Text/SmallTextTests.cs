using System.Buffers;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests;

/// <summary>Many small texts do not take what a large one does.</summary>
public sealed class SmallTextTests
{
    private static readonly TextRedactor Redactor = new(RuleSet.Of(BuiltInRules.All), new() { Key = new byte[32] });

    [Theory]
    [InlineData("")]
    [InlineData("x\n")]
    [InlineData("from 529.982.247-25 on\n")]
    public void One_takes_little_memory(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Redactor.Scan(new MemoryStream(bytes), each: null, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Redactor.Scan(new MemoryStream(bytes), each: null, TestContext.Current.CancellationToken);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 100).ShouldBeLessThan(20_000);
    }

    /// <summary>Whoever gets the same memory next finds nothing in it.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(400_000)]
    public void Nothing_of_a_text_is_left_in_its_memory(int length)
    {
        var text = new byte[length];
        text.AsSpan().Fill((byte)'q');
        using var output = new MemoryStream();
        Redactor.Redact(new MemoryStream(text), output, each: null, TestContext.Current.CancellationToken);
        var next = ArrayPool<byte>.Shared.Rent(460_000);
        next.AsSpan().IndexOf(Left).ShouldBeNegative();
        ArrayPool<byte>.Shared.Return(next);
    }

    [Fact]
    public void Nor_where_it_could_not_be_read_to_its_end()
    {
        Should.Throw<IOException>(() => Redactor.Scan(new Failing(), each: null, TestContext.Current.CancellationToken));
        var next = ArrayPool<byte>.Shared.Rent(460_000);
        next.AsSpan().IndexOf(Left).ShouldBeNegative();
        ArrayPool<byte>.Shared.Return(next);
    }

    /// <summary>So many that what another test left behind, in memory that was never cleared, is not taken for it.</summary>
    private static ReadOnlySpan<byte> Left => "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"u8;

    private sealed class Failing : MemoryStream
    {
        private int _reads;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'q');
            return _reads++ < 4 ? buffer.Length : throw new IOException("as planned");
        }
    }
}
