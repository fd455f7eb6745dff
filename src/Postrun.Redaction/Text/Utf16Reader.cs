using System.Buffers.Binary;

namespace Postrun.Redaction.Text;

/// <summary>UTF-16 as UTF-8. Half a surrogate pair becomes three bytes, as if it were a character, so that nothing is lost on the way back.</summary>
internal sealed class Utf16Reader(Stream inner, bool bigEndian) : Stream
{
    private const int LongestCharacter = 4;

    private readonly byte[] _units = new byte[64 * 1024];
    private int _at;
    private int _filled;
    private bool _ended;

    /// <summary>The byte that is left of a text of uneven length; known once the text was read to its end.</summary>
    internal byte? Trailing { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, LongestCharacter);
        while (true)
        {
            var written = 0;
            while (written + LongestCharacter <= buffer.Length && TryTake(out var character))
                written += Write(character, buffer[written..]);
            if (written > 0 || _ended)
                return written;
            Fill();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool TryTake(out int character)
    {
        character = 0;
        var left = _filled - _at;
        if (left < 2)
            return false;
        var unit = Unit(_at);
        if (!char.IsHighSurrogate(unit))
        {
            character = unit;
            _at += 2;
            return true;
        }
        if (left < 4 && !_ended)
            return false;
        var paired = left >= 4 && char.IsLowSurrogate(Unit(_at + 2));
        character = paired ? char.ConvertToUtf32(unit, Unit(_at + 2)) : unit;
        _at += paired ? 4 : 2;
        return true;
    }

    private char Unit(int at) => (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_units.AsSpan(at)) : BinaryPrimitives.ReadUInt16LittleEndian(_units.AsSpan(at)));

    private void Fill()
    {
        _units.AsSpan(_at, _filled - _at).CopyTo(_units);
        (_at, _filled) = (0, _filled - _at);
        var read = inner.Read(_units.AsSpan(_filled));
        _filled += read;
        _ended = read == 0;
        if (_ended && _filled % 2 == 1)
            Trailing = _units[_filled - 1];
    }

    private static int Write(int character, Span<byte> buffer)
    {
        switch (character)
        {
            case < 0x80:
                buffer[0] = (byte)character;
                return 1;
            case < 0x800:
                buffer[0] = (byte)(0xC0 | character >> 6);
                buffer[1] = (byte)(0x80 | character & 0x3F);
                return 2;
            case < 0x10000:
                buffer[0] = (byte)(0xE0 | character >> 12);
                buffer[1] = (byte)(0x80 | character >> 6 & 0x3F);
                buffer[2] = (byte)(0x80 | character & 0x3F);
                return 3;
            default:
                buffer[0] = (byte)(0xF0 | character >> 18);
                buffer[1] = (byte)(0x80 | character >> 12 & 0x3F);
                buffer[2] = (byte)(0x80 | character >> 6 & 0x3F);
                buffer[3] = (byte)(0x80 | character & 0x3F);
                return 4;
        }
    }
}
