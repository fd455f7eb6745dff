using System.Numerics;
using System.Runtime.CompilerServices;

namespace Postrun.Redaction.Scanning;

/// <summary>From the classes of bytes to the places where shapes may be.</summary>
/// <remarks>
/// A gate is a mask of the bytes that may give a shape away, and lets through every one that does. Each looks back only, so that
/// masks of the block before are all that is carried; before the first block they are empty, which opens gates and closes none.
/// </remarks>
internal ref struct ShapeGates<T>(ShapePlaces places)
    where T : struct, IMaskLanes<T>
{
    private readonly ShapePlaces _places = places;
    private T _digits2, _digits4, _digits7, _digits8, _digits9, _quad1, _quad2, _run2, _run4, _run8, _run16;

    /// <summary>Takes the blocks from <paramref name="block"/> on, the first of which begins at <paramref name="at"/>.</summary>
    internal void Step(ref ByteMasks masks, int block, int at)
    {
        Runs(ref masks, block, at);
        Groups(ref masks, block, at);
        Marks(ref masks, block, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Groups(ref ByteMasks masks, int block, int at)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, block);
        var (hyphen, hyphenB) = Class(ref masks, ByteClass.Hyphen, block);
        var (space, spaceB) = Class(ref masks, ByteClass.Space, block);
        var (dot, dotB) = Class(ref masks, ByteClass.Dot, block);
        var digits2 = digit & T.Back(digit, digitB, 1);
        var digits2B = T.Previous(digits2, _digits2);
        var digits4 = digits2 & T.Back(digits2, digits2B, 2);
        var digits4B = T.Previous(digits4, _digits4);

        var marks = dot | hyphen | space;
        var marksB = dotB | hyphenB | spaceB;
        var group = digits4 & T.Back(marks, marksB, 4) & (T.Back(digits4, digits4B, 5)
            | (T.Back(marks, marksB, 7) & T.Back(digit, digitB, 10))
            | (T.Back(marks, marksB, 8) & T.Back(digit, digitB, 11)));
        group |= digits4 & T.Back(digit, digitB, 4) & T.Back(digits4, digits4B, 6);
        var postal = digits2 & T.Back(digit, digitB, 2) & T.Back(hyphen, hyphenB, 3) & T.Back(digits4, digits4B, 4);
        var close = T.Load(ref masks.Of(ByteClass.Close), block + 1) & T.Back(digits2, digits2B, 1);
        (_digits2, _digits4) = (digits2, digits4);
        if (!(group | postal | close).IsEmpty)
        {
            Look(group, at, Gate.Group);
            Look(postal, at, Gate.PostalCode);
            Look(close, at, Gate.Close);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Marks(ref ByteMasks masks, int block, int at)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, block);
        var (dot, dotB) = Class(ref masks, ByteClass.Dot, block);
        var (hyphen, hyphenB) = Class(ref masks, ByteClass.Hyphen, block);
        var (space, spaceB) = Class(ref masks, ByteClass.Space, block);
        var (colon, colonB) = Class(ref masks, ByteClass.Colon, block);
        var digitBefore = T.Back(digit, digitB, 1);
        var dotted = hyphen & ((T.Back(dot, dotB, 4) & T.Back(dot, dotB, 8)) | T.Back(dot, dotB, 9));
        var spaced = space & digitBefore & T.Back(space, spaceB, 4) & T.Back(space, spaceB, 8);

        var quad1 = dot & digitBefore;
        var quad2 = quad1 & Near(quad1, T.Previous(quad1, _quad1));
        var quad3 = quad1 & Near(quad2, T.Previous(quad2, _quad2));
        var pair = colon | hyphen;
        var pairB = colonB | hyphenB;
        var pairs = pair & T.Back(pair, pairB, 3) & T.Back(pair, pairB, 6);
        var (two, twoB) = Class(ref masks, ByteClass.Two, block);
        var hextets = colon & T.Back(two, twoB, 4) & ~T.Back(colon | space, colonB | spaceB, 3);
        (_quad1, _quad2) = (quad1, quad2);
        if (!(dotted | spaced | quad3 | pairs | hextets).IsEmpty)
        {
            Look(dotted, at, Gate.Hyphen);
            Look(spaced, at, Gate.ThirdSpace);
            Look(quad3, at, Gate.ThirdDot);
            Look(pairs, at, Gate.ThirdPair);
            Look(hextets, at, Gate.Hextets);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Runs(ref ByteMasks masks, int block, int at)
    {
        var (digit, digitB) = Class(ref masks, ByteClass.Digit, block);
        var (hyphen, hyphenB) = Class(ref masks, ByteClass.Hyphen, block);
        var (plus, plusB) = Class(ref masks, ByteClass.Plus, block);
        var (other, otherB) = Class(ref masks, ByteClass.Letter, block);
        var (letters, lettersB) = (other | hyphen | plus, otherB | hyphenB | plusB);
        var (base64, base64B) = (letters | digit, lettersB | digitB);
        var digitBefore = T.Back(digit, digitB, 1);
        var digits2 = digit & digitBefore;
        var digits2B = T.Previous(digits2, _digits2);
        var digits4 = digits2 & T.Back(digits2, digits2B, 2);
        var digits4B = T.Previous(digits4, _digits4);
        var digits7 = digits4 & T.Back(digits4, digits4B, 3);
        var digits8 = digits4 & T.Back(digits4, digits4B, 4);
        var digits9 = digits8 & T.Back(digits8, T.Previous(digits8, _digits8), 1);
        var ninth = digits9 & ~T.Back(digits9, T.Previous(digits9, _digits9), 1);
        var letter = T.Back(digits7, T.Previous(digits7, _digits7), 1) & letters;
        (_digits7, _digits8, _digits9) = (digits7, digits8, digits9);

        var international = digit & T.Back(plus, plusB, 1) & ~T.Back(base64, base64B, 2);
        var sign = T.Load(ref masks.Of(ByteClass.At), block + 1);
        var fiscal = letters & digitBefore & T.Back(letters, lettersB, 4) & T.Back(letters, lettersB, 7) & T.Back(digits2, digits2B, 5);
        var run2 = base64 & T.Back(base64, base64B, 1);
        var run4 = run2 & T.Back(run2, T.Previous(run2, _run2), 2);
        var run8 = run4 & T.Back(run4, T.Previous(run4, _run4), 4);
        var run16 = run8 & T.Back(run8, T.Previous(run8, _run8), 8);
        var run = run16 & ~T.Back(run16, T.Previous(run16, _run16), 1);
        (_run2, _run4, _run8, _run16) = (run2, run4, run8, run16);
        if (!(ninth | letter | international | sign | fiscal | run).IsEmpty)
        {
            Look(ninth, at, Gate.NinthDigit);
            Look(letter, at, Gate.Letter);
            Look(international, at, Gate.Plus);
            Look(fiscal, at, Gate.FiscalCode);
            Look(run, at, Gate.Sixteenth);
            Look(sign, at, Gate.Sign);
        }
    }

    /// <summary>The masks of some blocks, and of those one before each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Now, T Before) Class(ref ByteMasks masks, ByteClass of, int block)
    {
        ref var first = ref masks.Of(of);
        return (T.Load(ref first, block + 1), T.Load(ref first, block));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Near(T now, T previous) => T.Back(now, previous, 2) | T.Back(now, previous, 3) | T.Back(now, previous, 4);

    private readonly void Look(T gate, int at, Gate kind)
    {
        if (gate.IsEmpty)
            return;
        for (var block = 0; block < T.Count; block++)
            for (var places = gate[block]; places != 0; places &= places - 1)
                _places.Look(at + (block * ByteMasks.BlockLength) + BitOperations.TrailingZeroCount(places), kind);
    }
}
