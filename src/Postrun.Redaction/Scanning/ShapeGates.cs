using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Scanning;

/// <summary>What gives shapes away: the places that are looked at byte by byte.</summary>
internal enum Gate
{
    /// <summary>The sixteenth of the bytes of Base64 in a row.</summary>
    Run,

    /// <summary>The last digit of a group of three to five that stands after another group.</summary>
    Group,

    /// <summary>
    /// The ninth digit of a run; the byte after seven digits or more, where it is a letter or a hyphen; a hyphen some bytes after dots; the third of
    /// three spaces that are four bytes apart, of three dots that are two to four apart, and of three colons or hyphens that are three
    /// apart; the first colon of an address; the digit after a plus sign; <c>@</c> and a bracket after a word; the last letter of a fiscal code.
    /// </summary>
    Other,
}

/// <summary>From the classes of bytes to the places where shapes may be.</summary>
/// <remarks>
/// A gate is a mask of the bytes that may give a shape away, and lets through every one that does. Each looks back only, so that
/// masks of the block before are all that is needed; before the first block they are empty, which opens gates and closes none.
/// The methods are three because the compiler brings together only so many calls in one.
/// </remarks>
internal ref struct ShapeGates<T>
    where T : struct, IMaskLanes<T>
{
    private T _digits2, _digits4, _digits7, _digits8, _digits9, _quad1, _quad2, _run2, _run4, _run8, _run16;

    /// <summary>Takes a row of masks, which begins at <paramref name="row"/>, and writes one of each gate.</summary>
    internal void Step(ref ByteMasks masks, int row, scoped Span<ulong> runs, scoped Span<ulong> groups, scoped Span<ulong> others)
    {
        var other = Marks(ref masks, row) | Runs(ref masks, row, runs);
        other.Store(others);
        Groups(ref masks, row).Store(groups);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Groups(ref ByteMasks masks, int row)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, row);
        var (hyphen, hyphenB) = Class(ref masks, ByteClass.Hyphen, row);
        var (space, spaceB) = Class(ref masks, ByteClass.Space, row);
        var (dot, dotB) = Class(ref masks, ByteClass.Dot, row);
        var digits2 = digit & T.Back(digit, digitB, 1);
        var digits4 = digits2 & T.Back(digits2, _digits2, 2);
        var (marks, marksB) = (hyphen | space, hyphenB | spaceB);
        var group = digits4 & T.Back(marks, marksB, 4) & (T.Back(digits4, _digits4, 5)
            | (T.Back(marks, marksB, 7) & T.Back(digit, digitB, 10))
            | (T.Back(marks, marksB, 8) & T.Back(digit, digitB, 11)));
        group |= digits4 & T.Back(digit, digitB, 4) & T.Back(marks, marksB, 5) & T.Back(digits4, _digits4, 6);
        // Decimal fractions have one dot.
        group |= digits4 & T.Back(dot, dotB, 4) & T.Back(dot, dotB, 8);
        var postal = digits2 & T.Back(digit, digitB, 2) & T.Back(hyphen, hyphenB, 3) & T.Back(digits4, _digits4, 4);
        (_digits2, _digits4) = (digits2, digits4);
        return group | postal;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Marks(ref ByteMasks masks, int row)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, row);
        var (dot, dotB) = Class(ref masks, ByteClass.Dot, row);
        var (hyphen, hyphenB) = Class(ref masks, ByteClass.Hyphen, row);
        var (space, spaceB) = Class(ref masks, ByteClass.Space, row);
        var (colon, colonB) = Class(ref masks, ByteClass.Colon, row);
        var digitBefore = T.Back(digit, digitB, 1);
        var dotted = hyphen & ((T.Back(dot, dotB, 4) & T.Back(dot, dotB, 8)) | T.Back(dot, dotB, 9));
        var spaced = space & digitBefore & T.Back(space, spaceB, 4) & T.Back(space, spaceB, 8);

        var quad1 = dot & digitBefore;
        var quad2 = quad1 & Near(quad1, _quad1);
        var quad3 = quad1 & Near(quad2, _quad2);
        var (pair, pairB) = (colon | hyphen, colonB | hyphenB);
        var pairs = pair & T.Back(pair, pairB, 3) & T.Back(pair, pairB, 6);
        (_quad1, _quad2) = (quad1, quad2);
        return dotted | spaced | quad3 | pairs;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Runs(ref ByteMasks masks, int row, scoped Span<ulong> runs)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, row);
        var (base64, base64B) = Class(ref masks, ByteClass.Base64, row);
        var (rare, rareB) = Class(ref masks, ByteClass.Rare, row);
        var (letter, letterB) = (base64 & ~digit, base64B & ~digitB);
        var digitBefore = T.Back(digit, digitB, 1);
        var digits2 = digit & digitBefore;
        var digits4 = digits2 & T.Back(digits2, _digits2, 2);
        var digits7 = digits4 & T.Back(digits4, _digits4, 3);
        var digits8 = digits4 & T.Back(digits4, _digits4, 4);
        var digits9 = digits8 & T.Back(digits8, _digits8, 1);
        var ninth = digits9 & ~T.Back(digits9, _digits9, 1);
        var identity = letter & T.Back(digits7, _digits7, 1);
        (_digits7, _digits8, _digits9) = (digits7, digits8, digits9);

        var base64Before = T.Back(base64, base64B, 1);
        var run2 = base64 & base64Before;
        var run4 = run2 & T.Back(run2, _run2, 2);
        var run8 = run4 & T.Back(run4, _run4, 4);
        var run16 = run8 & T.Back(run8, _run8, 8);
        (run16 & ~T.Back(run16, _run16, 1)).Store(runs);
        var international = digit & T.Back(rare, rareB, 1) & ~T.Back(base64, base64B, 2);
        var mark = rare & base64Before;
        var fiscal = run16 & letter & digitBefore & T.Back(digits2, _digits2, 2) & T.Back(letter, letterB, 4);
        var hextets = T.Load(ref masks.Of(ByteClass.Colon), row) & T.Back(digit, digitB, 4) & T.Back(run4, _run4, 1);
        (_run2, _run4, _run8, _run16) = (run2, run4, run8, run16);
        return ninth | identity | international | mark | fiscal | hextets;
    }

    /// <summary>The masks of a row, and those of the row before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Now, T Before) Class(ref ByteMasks masks, ByteClass of, int row)
    {
        ref var first = ref masks.Of(of);
        return (T.Load(ref first, row), T.Load(ref first, row - T.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Near(T now, T previous) => T.Back(now, previous, 2) | T.Back(now, previous, 3) | T.Back(now, previous, 4);
}
