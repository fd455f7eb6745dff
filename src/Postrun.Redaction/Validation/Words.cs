namespace Postrun.Redaction.Validation;

/// <summary>Tells what spells words, or parts of words, from what was drawn at random.</summary>
/// <remarks>
/// By pairs of letters: in text of English and of program code half of them are among the 89 most frequent pairs, in random letters
/// one in eight. Of eight small letters, 98 % of the words and 16 % of the random strings pass; of twenty
/// random letters and digits, one string in a thousand is seven tenths words.
/// </remarks>
internal static class Words
{
    private const int Letter = 26;

    /// <summary>Two bits for each second letter, one row for each first: how much more frequent the pair is than by chance.</summary>
    private static ReadOnlySpan<ulong> Pairs =>
    [
        0x156EC8ED265A8, 0x697A965DB6767, 0x556E975A6D767, 0x556A965975796,
        0x198BD9E911AE6, 0x656A9B5975A56, 0x556AD6A97A766, 0x556A979975757,
        0x449E8BE902AAA, 0xAAAAABAAAABAB, 0x66AA9AAA7A7A6, 0x256A575D75797,
        0x55665F697575B, 0x516F469567BE6, 0x56AACAE9569A9, 0x656ADB5969767,
        0xAABAAAAAAAAAA, 0x216A87A5367A7, 0x616F5A5979766, 0x656AC6553C757,
        0x555FD9ED66AAA, 0x55559A6575767, 0x569696A979B97, 0xAA9FAEAA69AAA,
        0xA6ABAEAA6AAAA, 0xAAAAAAAAAABAA,
    ];

    private static ReadOnlySpan<sbyte> Weights => [-4, -2, 0, 2];

    /// <summary>How much of the letters and digits stands in words: from 0 to 1.</summary>
    /// <remarks>A word ends where a capital follows a small letter, and at every byte that is no letter.</remarks>
    internal static double Share(ReadOnlySpan<byte> value)
    {
        var (inWords, counted) = (0, 0);
        for (var at = 0; at < value.Length;)
        {
            if (!char.IsAsciiLetter((char)value[at]))
            {
                counted += char.IsAsciiDigit((char)value[at++]) ? 1 : 0;
                continue;
            }
            var length = Segment(value[at..]);
            counted += length;
            inWords += IsWord(value.Slice(at, length)) ? length : 0;
            at += length;
        }
        return counted == 0 ? 0 : (double)inWords / counted;
    }

    internal static int Letters(ReadOnlySpan<byte> value)
    {
        var count = 0;
        foreach (var each in value)
            count += char.IsAsciiLetter((char)each) ? 1 : 0;
        return count;
    }

    /// <summary>How long the run of letters is that begins the value: <c>Abc</c>, <c>abc</c>, or <c>ABC</c> where no small letter follows.</summary>
    private static int Segment(ReadOnlySpan<byte> value)
    {
        var capitals = Count(value, static letter => char.IsAsciiLetterUpper(letter));
        var small = Count(value[capitals..], static letter => char.IsAsciiLetterLower(letter));
        return capitals > 1 && small > 0 ? capitals - 1 : capitals + small;
    }

    private static int Count(ReadOnlySpan<byte> value, Func<char, bool> counts)
    {
        var end = 0;
        while (end < value.Length && counts((char)value[end]))
            end++;
        return end;
    }

    private static bool IsWord(ReadOnlySpan<byte> letters)
    {
        if (letters.Length < 3)
            return false;
        var score = 0;
        for (var i = 1; i < letters.Length; i++)
        {
            var (first, second) = ((letters[i - 1] | 0x20) - 'a', (letters[i] | 0x20) - 'a');
            score += Weights[(int)(Pairs[first % Letter] >> (2 * second)) & 3];
        }
        return score >= 0;
    }
}
