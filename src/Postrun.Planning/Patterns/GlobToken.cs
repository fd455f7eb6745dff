using System.Buffers;
using System.Text;

namespace Postrun.Planning;

internal enum GlobTokenKind : byte
{
    Literal,
    AnyCharacter,
    Class,
    Star,
}

/// <summary>A part of a glob. Every kind but the star matches a fixed number of characters.</summary>
internal sealed record GlobToken(GlobTokenKind Kind)
{
    public static readonly GlobToken Star = new(GlobTokenKind.Star);
    public static readonly GlobToken AnyCharacter = new(GlobTokenKind.AnyCharacter);

    /// <summary>The UTF-8 bytes of a literal.</summary>
    public byte[] Bytes { get; init; } = [];

    public bool Negated { get; init; }

    /// <summary>Inclusive, by code point.</summary>
    public (int First, int Last)[] Ranges { get; init; } = [];

    /// <returns>How many bytes of the beginning of <paramref name="text"/> this matches; 0: none.</returns>
    public int Take(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (Kind == GlobTokenKind.Literal)
            return text.StartsWith(Bytes) ? Bytes.Length : 0;
        var length = CharacterLength(text, out var character);
        return Kind == GlobTokenKind.AnyCharacter || InClass(character) ? length : 0;
    }

    /// <summary>
    /// The length of the first character. A byte that is not part of well-formed UTF-8 counts as a character of its own,
    /// so that every name can be matched.
    /// </summary>
    /// <param name="character">The code point; -1 for such a byte.</param>
    public static int CharacterLength(ReadOnlySpan<byte> text, out int character)
    {
        if (text[0] < 0x80)
        {
            character = text[0];
            return 1;
        }
        if (Rune.DecodeFromUtf8(text, out var rune, out var consumed) == OperationStatus.Done)
        {
            character = rune.Value;
            return consumed;
        }
        character = -1;
        return 1;
    }

    private bool InClass(int character)
    {
        foreach (var (first, last) in Ranges)
            if (character >= first && character <= last)
                return !Negated;
        return Negated;
    }
}
