namespace Postrun.Redaction.Text;

/// <summary>Hands compressed data to a decompressor so that it is known afterwards whether it took all of it.</summary>
/// <remarks>
/// It reads ahead, and says nothing of what it did not need. So the last bytes are handed over one at a time: who is done with the data
/// before does not ask for them, but for one, to see whether more data begins.
/// </remarks>
internal sealed class ConsumedStream(Stream inner) : Stream
{
    private const int Held = 2;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _filled;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Whether all was asked for; a single byte behind the data may have been, too.</summary>
    internal bool IsConsumed => _ended && _at == _filled;

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _filled - _at <= Held)
            Fill();
        var count = Math.Min(buffer.Length, _ended ? Math.Min(1, _filled - _at) : _filled - _at - Held);
        _buffer.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Fill()
    {
        _buffer.AsSpan(_at, _filled - _at).CopyTo(_buffer);
        (_at, _filled) = (0, _filled - _at);
        var read = inner.Read(_buffer.AsSpan(_filled));
        _filled += read;
        _ended = read == 0;
    }
}
