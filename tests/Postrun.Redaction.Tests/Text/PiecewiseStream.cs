namespace Postrun.Redaction.Tests.Text;

/// <summary>Hands over a text in pieces, as a pipe does.</summary>
internal sealed class PiecewiseStream(byte[] text, params IEnumerable<int> cuts) : Stream
{
    private readonly Queue<int> _cuts = new(cuts.Select(cut => Math.Min(cut, text.Length)).Append(text.Length).Order());
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (_cuts.TryPeek(out var cut) && cut <= _at)
            _cuts.Dequeue();
        if (!_cuts.TryPeek(out var end))
            return 0;
        var count = Math.Min(buffer.Length, end - _at);
        text.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
