using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Personal;

/// <summary>A number of fixed forms, told from others by its checksum, by the way that it is written, and by words beside it.</summary>
/// <remarks>
/// Forms are those of <see cref="ShapeForms"/>. Where a shape leads to the candidate the number begins there; where a literal does,
/// which is its name, it is the first one behind it.
/// </remarks>
internal sealed class NumberMatcher(Validator validator)
{
    /// <summary>How far behind its name a number may begin.</summary>
    private const int Reach = 48;

    /// <summary>Forms that need no word beside them.</summary>
    internal string[] Alone { get; init; } = [];

    /// <summary>Forms that do.</summary>
    internal string[] Named { get; init; } = [];

    /// <summary>The words of which one has to stand near; see <see cref="Nearby"/>. None: a literal has to.</summary>
    internal string[] Words { get; init; } = [];

    /// <summary>What may stand before the number with a mark, though it is a digit: the code of a country.</summary>
    internal byte Trunk { get; init; }

    /// <summary>Whether groups of four are no number where more of them stand around: in a table of code points, or the dump of a memory.</summary>
    internal bool StandsInNoRow { get; init; }

    internal bool TryFind(in Candidate candidate, out Hit hit)
    {
        var text = candidate.Text;
        if (candidate.Length == 1)
            return TryFind(text, candidate.At, Words.Length == 0 ? Standing.None : Standing.Asked, out hit);
        var from = candidate.At + candidate.Length;
        for (var at = from; at < text.Length && at - from <= Reach; at++)
            if (!ShapeForms.IsWord(text, at - 1) && TryFind(text, at, Standing.Given, out hit))
                return true;
        hit = default;
        return false;
    }

    private bool TryFind(ReadOnlySpan<byte> text, int at, Standing name, out Hit hit)
    {
        foreach (var form in Alone)
            if (TryForm(text, at, form, out hit))
                return true;
        if (name != Standing.None)
            foreach (var form in Named)
                if (TryForm(text, at, form, out hit) && (name == Standing.Given || Nearby.Holds(text, at, form.Length, Words)))
                    return true;
        hit = default;
        return false;
    }

    private bool TryForm(ReadOnlySpan<byte> text, int at, string form, out Hit hit)
    {
        hit = default;
        return ShapeForms.Stands(text, at, form)
            && Judgement.TryHit(text, at, form.Length, validator, out hit)
            && !IsPart(text, at, form.Length, hit.Confidence)
            && !(StandsInNoRow && IsInRow(text, at, form.Length));
    }

    /// <summary>More digits stand before or behind, with a mark between: it is part of a longer number, or of a row of them.</summary>
    private bool IsPart(ReadOnlySpan<byte> text, int at, int length, Confidence confidence)
    {
        var end = at + length;
        var before = at >= 2 && IsMark(text[at - 1], confidence) && ShapeForms.IsDigit(text, at - 2)
            && !(text[at - 2] == Trunk && !ShapeForms.IsWord(text, at - 3));
        return before || (ShapeForms.IsDigit(text, end + 1) && IsMark(text[end], confidence));
    }

    private static bool IsInRow(ReadOnlySpan<byte> text, int at, int length)
    {
        var groups = 0;
        for (var start = at - 5; groups < 2 && ShapeForms.Stands(text, start, "hhhh"u8) && text[start + 4] == text[at + 4]; start -= 5)
            groups++;
        for (var start = at + length + 1; groups < 2 && ShapeForms.Stands(text, start, "hhhh"u8) && text[start - 1] == text[at + 4]; start += 5)
            groups++;
        return groups == 2;
    }

    private static bool IsMark(byte value, Confidence confidence) =>
        value is (byte)'-' or (byte)'.' || (value == ' ' && confidence != Confidence.Checksum);

    /// <summary>Whether the name of the number is known to stand near.</summary>
    private enum Standing
    {
        None,
        Asked,
        Given,
    }
}
