using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Forms;

/// <summary>What stands for a value: <c>[REDACTED:rule:0123456789abcdef]</c>, with <c>:</c> and a token before the bracket where it is sealed.</summary>
internal static class Labels
{
    private const int LongestId = 96;

    /// <summary>Of a value of 8 KiB, with its header. A longer one would reach out of what a scan has at hand.</summary>
    private const int LongestToken = 12 * 1024;

    /// <summary>No label is longer, whatever its rule and its token.</summary>
    internal const int Longest = LongestId + Fingerprint.Length + LongestToken + 16;

    /// <summary>What scanners see of a label: no part of a word, so that what is beside it is found, and no end of a value, so that none begins behind it.</summary>
    internal const byte Neutral = 0xD7;

    internal static ReadOnlySpan<byte> Opening => "[REDACTED:"u8;

    internal static void Write(Rule rule, ReadOnlySpan<byte> fingerprint, string? token, Stream output)
    {
        output.Write(Opening);
        output.Write(Encoding.ASCII.GetBytes(rule.Id + ":"));
        output.Write(fingerprint);
        output.Write(Encoding.ASCII.GetBytes(token is null ? "]" : $":{token}]"));
    }

    /// <summary>
    /// The text without its labels, which say names of rules and so would lead to findings of their own. Where it has none it is
    /// the text itself; otherwise a copy in <paramref name="copy"/>, of the same length.
    /// </summary>
    /// <param name="rules">Whose names a label may have: in the place of any other, anybody could have written a value.</param>
    /// <param name="labels">Becomes the list of where they stand.</param>
    internal static ReadOnlySpan<byte> Hide(ReadOnlySpan<byte> text, RuleSet rules, ref byte[] copy, List<Range> labels)
    {
        labels.Clear();
        var hidden = default(Span<byte>);
        for (var at = 0; NextOpening(text[at..]) is var next && next >= 0;)
        {
            at += next;
            var length = LengthOf(text[at..], out _);
            if (length > 0 && rules.HasId(text[at..][Opening.Length..][..IdLength(text[(at + Opening.Length)..])]))
            {
                if (hidden.IsEmpty)
                {
                    copy = copy.Length < text.Length ? new byte[text.Length] : copy;
                    hidden = copy.AsSpan(0, text.Length);
                    text.CopyTo(hidden);
                }
                hidden.Slice(at, length).Fill(Neutral);
                labels.Add(at..(at + length));
            }
            at += Math.Max(length, Opening.Length);
        }
        return hidden.IsEmpty ? text : hidden;
    }

    /// <summary>Where a label may begin first; negative where none does. Two of its bytes hardly ever stand together, so that only these are looked for.</summary>
    private static int NextOpening(ReadOnlySpan<byte> text)
    {
        const int Together = 2 * 32;
        var at = 0;
        if (Avx2.IsSupported)
            for (; at + Together < text.Length; at += Together)
            {
                var block = text.Slice(at, Together + 1);
                var found = Avx2.Or(Begins(block), Begins(block[(Together / 2)..]));
                if (!Avx.TestZ(found, found) && text.Slice(at, Math.Min(text.Length - at, Together + Opening.Length)).IndexOf(Opening) is var next && next >= 0)
                    return at + next;
            }
        return text[at..].IndexOf(Opening) is var last && last >= 0 ? at + last : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Begins(ReadOnlySpan<byte> text) => Avx2.And(
        Avx2.CompareEqual(Vector256.Create(text), Vector256.Create((byte)'[')),
        Avx2.CompareEqual(Vector256.Create(text[1..]), Vector256.Create((byte)'R')));

    /// <summary>How long the label at the beginning of the text is; 0 where there is none.</summary>
    /// <param name="token">Where its token is; empty where it is not sealed.</param>
    internal static int LengthOf(ReadOnlySpan<byte> text, out Range token)
    {
        token = default;
        var end = EndOfFingerprint(text);
        if (end == 0)
            return 0;
        if (text[end] == ']')
            return end + 1;
        if (text[end] != ':')
            return 0;
        var closing = end + 1 + Count(text[(end + 1)..], LongestToken, static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        token = (end + 1)..closing;
        return closing < text.Length && text[closing] == ']' && Jwe.HasForm(text[token]) ? closing + 1 : 0;
    }

    /// <summary>Whether the text begins as the label of a sealed value does, whole or not.</summary>
    internal static bool BeginsSealed(ReadOnlySpan<byte> text) => EndOfFingerprint(text) is > 0 and var end && text[end] == ':';

    /// <summary>Where what stands behind the fingerprint is; 0 where no label begins, or the text ends before.</summary>
    private static int EndOfFingerprint(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith(Opening))
            return 0;
        var digits = Opening.Length + IdLength(text[Opening.Length..]) + 1;
        var end = digits + Fingerprint.Length;
        return digits > Opening.Length + 1 && end < text.Length && text[digits - 1] == ':'
            && Count(text[digits..], Fingerprint.Length, char.IsAsciiHexDigitLower) == Fingerprint.Length ? end : 0;
    }

    private static int IdLength(ReadOnlySpan<byte> text) =>
        Count(text, LongestId, static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static int Count(ReadOnlySpan<byte> text, int most, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < text.Length && count < most && belongs((char)text[count]))
            count++;
        return count;
    }
}
