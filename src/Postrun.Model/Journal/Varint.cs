namespace Postrun.Model;

/// <summary>Unsigned LEB128: seven bits a byte, the lowest first, the top bit says that more follow.</summary>
internal static class Varint
{
    public const int MaxLength = 10;

    public static int Write(Span<byte> target, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        return length;
    }

    /// <exception cref="InvalidDataException">cut short or longer than 64 bits</exception>
    public static ulong Read(scoped ref ReadOnlySpan<byte> source)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (source.IsEmpty)
                break;
            var next = source[0];
            source = source[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException("the journal has a malformed number");
    }

    /// <exception cref="InvalidDataException">cut short</exception>
    public static ReadOnlySpan<byte> ReadBytes(scoped ref ReadOnlySpan<byte> source)
    {
        var length = Read(ref source);
        if (length > (ulong)source.Length)
            throw new InvalidDataException("the journal has a field that is cut short");
        var bytes = source[..(int)length];
        source = source[(int)length..];
        return bytes;
    }
}
