using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Tells letters that were drawn from words that were written, as <c>zendeskTokenFromTheSettings</c> is, where a value has no prefix.</summary>
internal static class Scrambled
{
    /// <summary>
    /// A digit, or capitals for three to seven letters of ten, come of drawing. Of a hundred thousand drawn values of 20 letters and
    /// digits about a hundred are taken for words; of longer ones fewer.
    /// </summary>
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        var capitals = 0;
        var letters = 0;
        foreach (var each in value)
        {
            if (char.IsAsciiDigit((char)each))
                return Verdict.Plausible;
            capitals += char.IsAsciiLetterUpper((char)each) ? 1 : 0;
            letters += char.IsAsciiLetter((char)each) ? 1 : 0;
        }
        return capitals * 10 >= letters * 3 && capitals * 10 <= letters * 7 ? Verdict.Plausible : Verdict.Rejected;
    }
}
