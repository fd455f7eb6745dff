namespace Postrun.Redaction.Text;

/// <summary>A stream whose beginning was looked at, from its beginning.</summary>
internal sealed class HeadedStream : Stream
{
    private readonly Stream _rest;
    private readonly byte[] _head;
    private int _at;
    private readonly int _length;

    private HeadedStream(Stream rest, byte[] head, int length) => (_rest, _head, _length) = (rest, head, length);

    internal ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    /// <summary>Reads until there are <paramref name="least"/> bytes, or the end: a pipe may give few at a time.</summary>
    internal static HeadedStream Of(Stream stream, int least, int most)
    {
        // Pinned: what the collector moves, it leaves behind where it was.
        var head = GC.AllocateArray<byte>(most, pinned: true);
        return new(stream, head, stream.ReadAtLeast(head, least, throwOnEndOfStream: false));
    }

    /// <summary>Leaves nothing of the beginning in memory; it cannot be read any more.</summary>
    internal void Forget()
    {
        _at = _length;
        _head.AsSpan().Clear();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length)
            return _rest.Read(buffer);
        var count = Math.Min(buffer.Length, _length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        // Nobody looks at it any more: it is not left in memory.
        _head.AsSpan(_at, count).Clear();
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
