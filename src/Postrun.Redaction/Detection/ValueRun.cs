using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Detection;

/// <summary>Letters, digits and the marks of Base64 in a row, so many that no word of a log is so long: what values of services are made of.</summary>
/// <remarks>
/// They lead to values that a name gives away, and to tokens of which three bytes are all that is always the same. Names of services
/// and three bytes stand everywhere, and would lead the search astray.
/// </remarks>
internal static class ValueRun
{
    /// <summary>The shortest that is one.</summary>
    internal const int Shortest = 16;

    private static readonly SearchValues<byte> Members = SearchValues.Create("+/-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    internal static bool IsMember(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';

    internal static int LengthAt(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..];
        var end = 0;
        if (Avx2.IsSupported)
            for (; rest.Length - end >= Vector256<byte>.Count; end += Vector256<byte>.Count)
                if (~ByteMasks.Base64In(Vector256.Create(rest[end..])) is var others && others != 0)
                    return end + BitOperations.TrailingZeroCount(others);
        return rest[end..].IndexOfAnyExcept(Members) is var last && last < 0 ? rest.Length : end + last;
    }

    /// <summary>How much of a value may stand before the first run in it.</summary>
    internal const int LongestLead = 32;

    /// <summary>What may stand in a value before its first run.</summary>
    internal static bool IsLead(byte value) => IsMember(value) || value is (byte)'.' or (byte)':';

    /// <summary>Whether the value that begins at <paramref name="at"/> has a run that leads to it.</summary>
    internal static bool IsIn(ReadOnlySpan<byte> text, int at)
    {
        for (var start = at; start < text.Length && start - at <= LongestLead && IsLead(text[start]); start++)
        {
            var length = LengthAt(text, start);
            if (length >= Shortest)
                return true;
            start += length;
        }
        return false;
    }

    /// <summary>Whether a literal can be part of a run.</summary>
    internal static bool MayHold(string literal) => literal.All(static letter => IsMember((byte)letter));

    /// <summary>Whether a literal is part of a run; one that cannot be is as good as one that is.</summary>
    internal static bool IsAround(ReadOnlySpan<byte> text, int at, int length)
    {
        if (LengthAt(text, at) is var after && (after < length || after >= Shortest))
            return true;
        var before = 0;
        while (before < at && before + after < Shortest && IsMember(text[at - before - 1]))
            before++;
        return before + after >= Shortest;
    }
}
