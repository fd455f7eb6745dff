using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>The digits of a number, whatever marks stand between them.</summary>
internal static class Digits
{
    /// <summary>Takes the digits as numbers, and says how many there are; -1 where there are more than fit.</summary>
    internal static int Read(ReadOnlySpan<byte> value, Span<byte> digits)
    {
        var count = 0;
        foreach (var each in value)
        {
            if (!char.IsAsciiDigit((char)each))
                continue;
            if (count == digits.Length)
                return -1;
            digits[count++] = (byte)(each - '0');
        }
        return count;
    }

    /// <summary>Takes digits and upper-case letters as they are, and says how many there are; -1 where there are more than fit.</summary>
    internal static int ReadWithLetters(ReadOnlySpan<byte> value, Span<byte> taken)
    {
        var count = 0;
        foreach (var each in value)
        {
            if (!char.IsAsciiLetterOrDigit((char)each))
                continue;
            if (count == taken.Length)
                return -1;
            taken[count++] = (byte)char.ToUpperInvariant((char)each);
        }
        return count;
    }

    /// <summary>The sum of the digits, each times its weight; the weights say how many digits count.</summary>
    internal static int Weighed(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += digits[i] * weights[i];
        return sum;
    }

    /// <summary>One digit that is repeated: it fulfils many checksums, and is nobody's number.</summary>
    internal static bool AreAlike(ReadOnlySpan<byte> digits) => !digits.ContainsAnyExcept(digits[0]);

    internal static Verdict Verified(bool holds) => holds ? Verdict.Verified : Verdict.Rejected;
}
