using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Postrun.Redaction.Scanning;

/// <summary>Which of 64 bytes belong to which class: one bit a byte, the first the lowest.</summary>
internal struct ByteClasses
{
    /// <summary>How many bytes are looked at together.</summary>
    internal const int Block = 64;

    internal ulong Digit, Two, Dot, Hyphen, Space, Colon, At, Plus, Close, Base64;

    /// <summary>What a processor without vectors does, and what the vectors are held against.</summary>
    internal static ByteClasses OfBytes(ReadOnlySpan<byte> text, int at)
    {
        var classes = default(ByteClasses);
        for (var i = 0; i < Block; i++)
        {
            var value = text[at + i];
            var bit = 1UL << i;
            if (value is >= (byte)'0' and <= (byte)'9')
                classes.Digit |= bit;
            switch (value)
            {
                case (byte)'2': classes.Two |= bit; break;
                case (byte)'.': classes.Dot |= bit; break;
                case (byte)'-': classes.Hyphen |= bit; break;
                case (byte)' ': classes.Space |= bit; break;
                case (byte)':': classes.Colon |= bit; break;
                case (byte)'@': classes.At |= bit; break;
                case (byte)'+': classes.Plus |= bit; break;
                case (byte)')': classes.Close |= bit; break;
            }
            if (ShapeForms.IsBase64(value))
                classes.Base64 |= bit;
        }
        return classes;
    }

    internal static ByteClasses Of128(ReadOnlySpan<byte> text, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var classes = default(ByteClasses);
        for (var i = 0; i < Block; i += Vector128<byte>.Count)
            classes.Add(Vector128.LoadUnsafe(ref first, (nuint)(at + i)), i);
        classes.Base64 |= classes.Digit | classes.Hyphen | classes.Plus;
        return classes;
    }

    internal static ByteClasses Of256(ReadOnlySpan<byte> text, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var low = Vector256.LoadUnsafe(ref first, (nuint)at);
        var high = Vector256.LoadUnsafe(ref first, (nuint)(at + Vector256<byte>.Count));
        var classes = new ByteClasses
        {
            Digit = Bits(IsDigit(low), IsDigit(high)),
            Two = Bits(low, high, (byte)'2'),
            Dot = Bits(low, high, (byte)'.'),
            Hyphen = Bits(low, high, (byte)'-'),
            Space = Bits(low, high, (byte)' '),
            Colon = Bits(low, high, (byte)':'),
            At = Bits(low, high, (byte)'@'),
            Plus = Bits(low, high, (byte)'+'),
            Close = Bits(low, high, (byte)')'),
            Base64 = Bits(IsLetterOrMark(low), IsLetterOrMark(high)),
        };
        classes.Base64 |= classes.Digit | classes.Hyphen | classes.Plus;
        return classes;
    }

    private void Add(Vector128<byte> bytes, int shift)
    {
        Digit |= Bits(Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10)), shift);
        Two |= Bits(bytes, (byte)'2', shift);
        Dot |= Bits(bytes, (byte)'.', shift);
        Hyphen |= Bits(bytes, (byte)'-', shift);
        Space |= Bits(bytes, (byte)' ', shift);
        Colon |= Bits(bytes, (byte)':', shift);
        At |= Bits(bytes, (byte)'@', shift);
        Plus |= Bits(bytes, (byte)'+', shift);
        Close |= Bits(bytes, (byte)')', shift);
        var letters = Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var marks = Vector128.Equals(bytes, Vector128.Create((byte)'/')) | Vector128.Equals(bytes, Vector128.Create((byte)'_'));
        Base64 |= Bits(letters | marks, shift);
    }

    private static ulong Bits(Vector128<byte> bytes, byte value, int shift) => Bits(Vector128.Equals(bytes, Vector128.Create(value)), shift);

    private static ulong Bits(Vector128<byte> mask, int shift) => (ulong)mask.ExtractMostSignificantBits() << shift;

    private static Vector256<byte> IsDigit(Vector256<byte> bytes) =>
        Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));

    private static Vector256<byte> IsLetterOrMark(Vector256<byte> bytes) =>
        Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26))
        | Vector256.Equals(bytes, Vector256.Create((byte)'/'))
        | Vector256.Equals(bytes, Vector256.Create((byte)'_'));

    private static ulong Bits(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Bits(Vector256.Equals(low, Vector256.Create(value)), Vector256.Equals(high, Vector256.Create(value)));

    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}
