using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>What <see cref="Shape"/> says, byte by byte, of one place.</summary>
/// <remarks>
/// Forms are written with <c>d</c>, <c>h</c>, <c>A</c> and <c>x</c> as there; every other byte stands
/// for itself.
/// </remarks>
internal static class ShapeForms
{
    private const int ShortestBase64 = 24;
    private const int LookedAtBase64 = 32;

    internal static bool IsDigit(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && char.IsAsciiDigit((char)text[at]);

    internal static bool IsByte(ReadOnlySpan<byte> text, int at, char value) => (uint)at < (uint)text.Length && text[at] == value;

    internal static bool IsUpperOrDigit(byte value) => char.IsAsciiDigit((char)value) || char.IsAsciiLetterUpper((char)value);

    /// <summary>The bytes from <paramref name="at"/> on have the form, whatever stands around them.</summary>
    internal static bool Begins(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> form)
    {
        if (at < 0 || at > text.Length - form.Length)
            return false;
        for (var i = 0; i < form.Length; i++)
            if (!Fits(text[at + i], form[i]))
                return false;
        return true;
    }

    /// <summary>The bytes from <paramref name="at"/> on have the form, and no word goes on before or after them.</summary>
    internal static bool Stands(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> form) =>
        Begins(text, at, form) && !IsWord(text, at - 1) && !IsWord(text, at + form.Length);

    /// <inheritdoc cref="Stands(ReadOnlySpan{byte}, int, ReadOnlySpan{byte})"/>
    internal static bool Stands(ReadOnlySpan<byte> text, int at, string form)
    {
        Span<byte> bytes = stackalloc byte[form.Length];
        Encoding.ASCII.GetBytes(form, bytes);
        return Stands(text, at, bytes);
    }

    internal static bool IsWord(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && Boundary.IsWord(text[at]);

    internal static bool IsQuad(ReadOnlySpan<byte> text, int at)
    {
        if (at < 0 || IsWord(text, at - 1))
            return false;
        for (var group = 0; group < 4; group++)
        {
            var start = at;
            while (at - start < 3 && IsDigit(text, at))
                at++;
            if (at == start || (group < 3 && !IsByte(text, at++, '.')))
                return false;
        }
        return !IsWord(text, at);
    }

    internal static bool IsHextets(ReadOnlySpan<byte> text, int at)
    {
        if (!Begins(text, at, "2hhh:"u8) || IsWord(text, at - 1) || IsByte(text, at - 1, ':'))
            return false;
        var (end, groups) = (at, 0);
        while (groups < 8)
        {
            var start = end;
            while (end < start + 4 && end < text.Length && char.IsAsciiHexDigit((char)text[end]))
                end++;
            groups++;
            if (!IsByte(text, end, ':'))
                break;
            end++;
            if (IsByte(text, end, ':'))
                return true;
        }
        return groups == 8;
    }

    internal static bool IsBankAccount(ReadOnlySpan<byte> text, int at)
    {
        if (!Begins(text, at, "AAdd"u8) || IsWord(text, at - 1))
            return false;
        if (IsByte(text, at + 4, ' '))
            return Begins(text, at + 4, " dddd dddd"u8) || Begins(text, at + 4, " xxxx dddd dddd"u8) || Begins(text, at + 4, " xxxx xxxx dddd dddd"u8);
        var end = at + 2;
        var (digits, most) = (0, 0);
        for (; end < text.Length && end - at <= 34 && IsUpperOrDigit(text[end]); end++)
        {
            digits = char.IsAsciiDigit((char)text[end]) ? digits + 1 : 0;
            most = Math.Max(most, digits);
        }
        return most >= 9 && end - at is >= 15 and <= 34 && !IsWord(text, end);
    }

    internal static bool IsBase64Run(ReadOnlySpan<byte> text, int at)
    {
        if (at > 0 && ValueRun.IsMember(text[at - 1]))
            return false;
        var head = text.Slice(at, Math.Min(LookedAtBase64, text.Length - at));
        var length = ValueRun.LengthAt(head, 0);
        if (Avx2.IsSupported && length >= ShortestBase64 && head.Length == LookedAtBase64 && CapitalsIn(head, length) < 2)
            return false;
        head = head[..length];
        // Capital letters first: what stands in logs seldom has two.
        if (head.Length < ShortestBase64 || CountOf(head, 'A', 'Z') < 2 || CountOf(head, 'a', 'z') < 2 || CountOf(head, '0', '9') < 1)
            return false;
        var marks = CountOf(head, '+', '+') + CountOf(head, '/', '/');
        var urlMarks = CountOf(head, '-', '-') + CountOf(head, '_', '_');
        return marks + urlMarks <= 4 && (marks == 0 || urlMarks == 0);
    }

    /// <summary>How many of the first bytes are capital letters; needs AVX2.</summary>
    private static int CapitalsIn(ReadOnlySpan<byte> head, int length)
    {
        var letters = Avx2.Subtract(Vector256.Create(head), Vector256.Create((byte)'A'));
        var capitals = (uint)Avx2.MoveMask(Avx2.CompareEqual(Avx2.Min(letters, Vector256.Create((byte)('Z' - 'A'))), letters));
        return BitOperations.PopCount(capitals & (uint.MaxValue >> (LookedAtBase64 - length)));
    }

    /// <summary>How many bytes lie between two letters, both included.</summary>
    private static int CountOf(ReadOnlySpan<byte> text, char first, char last)
    {
        var count = 0;
        for (; text.Length >= Vector128<byte>.Count; text = text[Vector128<byte>.Count..])
            count += BitOperations.PopCount(Vector128.LessThanOrEqual(Vector128.Create(text) - Vector128.Create((byte)first), Vector128.Create((byte)(last - first))).ExtractMostSignificantBits());
        foreach (var value in text)
            count += value >= first && value <= last ? 1 : 0;
        return count;
    }

    /// <summary>Most are digits and marks: no table of jumps is needed for these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits(byte value, byte form) => form == 'd' ? char.IsAsciiDigit((char)value) : form is (byte)'h' or (byte)'A' or (byte)'x' ? IsOf(value, form) : value == form;

    private static bool IsOf(byte value, byte form) =>
        form == 'h' ? char.IsAsciiHexDigit((char)value) : form == 'A' ? char.IsAsciiLetterUpper((char)value) : IsUpperOrDigit(value);
}
