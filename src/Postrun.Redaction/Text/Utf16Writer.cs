using System.Buffers.Binary;

namespace Postrun.Redaction.Text;

/// <summary>The way back from <see cref="Utf16Reader"/>. A byte that belongs to no character becomes U+FFFD.</summary>
internal sealed class Utf16Writer(Stream inner, bool bigEndian) : Stream
{
    private readonly byte[] _units = new byte[64 * 1024];
    private int _filled;
    private int _character;
    private int _missing;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (var value in buffer)
            Take(value);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        Spill();
        inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Take(byte value)
    {
        var continues = (value & 0xC0) == 0x80;
        if (_missing > 0 && continues)
        {
            _character = _character << 6 | value & 0x3F;
            if (--_missing == 0)
                Put(_character);
            return;
        }
        if (_missing > 0 || continues || value >= 0xF8)
            Unit(0xFFFD);
        (_missing, _character) = value switch
        {
            < 0x80 => (0, value),
            < 0xC0 or >= 0xF8 => (0, 0),
            < 0xE0 => (1, value & 0x1F),
            < 0xF0 => (2, value & 0x0F),
            _ => (3, value & 0x07),
        };
        if (value < 0x80)
            Unit(value);
    }

    private void Put(int character)
    {
        if (character < 0x10000)
        {
            Unit(character);
            return;
        }
        Unit(0xD800 + (character - 0x10000 >> 10));
        Unit(0xDC00 + (character - 0x10000 & 0x3FF));
    }

    private void Unit(int unit)
    {
        if (_filled == _units.Length)
            Spill();
        var place = _units.AsSpan(_filled, 2);
        if (bigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)unit);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)unit);
        _filled += 2;
    }

    private void Spill()
    {
        inner.Write(_units.AsSpan(0, _filled));
        // Values that are given back come through here.
        _units.AsSpan(0, _filled).Clear();
        _filled = 0;
    }
}
