using System.Numerics;

namespace Postrun.Redaction.Scanning;

/// <summary>From the classes of bytes to the places where shapes begin.</summary>
/// <remarks>
/// A gate is a mask of the bytes that may give a shape away, and lets through every one that does. Each looks back only, so that
/// the block before is all that is carried; before the first block all masks are empty, which opens gates and closes none.
/// </remarks>
internal ref struct ShapeGates(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits)
{
    private readonly ShapePlaces _places = new(text, from, to, hits);

    private ByteClasses _before;
    private ulong _digits2, _digits4, _digits7, _digits8, _digits9, _quad1, _quad2, _full;

    /// <summary>Takes the next block, which begins at <paramref name="at"/>.</summary>
    internal void Step(in ByteClasses now, int at)
    {
        var digits2 = now.Digit & Back(now.Digit, _before.Digit, 1);
        var digits4 = digits2 & Back(digits2, _digits2, 2);
        var digits7 = digits4 & Back(digits4, _digits4, 3);
        var digits8 = digits4 & Back(digits4, _digits4, 4);
        var digits9 = digits8 & Back(digits8, _digits8, 1);
        var marks = now.Dot | now.Hyphen | now.Space;
        var marksBefore = _before.Dot | _before.Hyphen | _before.Space;
        var digitBefore = Back(now.Digit, _before.Digit, 1);

        var ninth = digits9 & ~Back(digits9, _digits9, 1);
        var letter = Back(digits7, _digits7, 1) & now.Base64 & ~now.Digit;
        var four = digits4 & Back(marks, marksBefore, 4);
        var pairs = four & (Back(digits4, _digits4, 5)
            | (Back(marks, marksBefore, 7) & Back(now.Digit, _before.Digit, 10))
            | (Back(marks, marksBefore, 8) & Back(now.Digit, _before.Digit, 11)));
        var long5 = digits4 & Back(now.Digit, _before.Digit, 4) & Back(digits4, _digits4, 6);
        var three = digits2 & Back(now.Digit, _before.Digit, 2) & Back(now.Hyphen, _before.Hyphen, 3) & Back(digits4, _digits4, 4);
        var dotted = now.Hyphen & Back(now.Dot, _before.Dot, 4) & Back(now.Dot, _before.Dot, 8);
        var dotted9 = now.Hyphen & Back(now.Dot, _before.Dot, 9);
        var spaced = now.Space & digitBefore & Back(now.Space, _before.Space, 4) & Back(now.Space, _before.Space, 8);
        var quad1 = now.Dot & digitBefore;
        var quad2 = quad1 & Near(quad1, _quad1);
        var quad3 = quad1 & Near(quad2, _quad2);
        var pairMarks = now.Colon | now.Hyphen;
        var pairMarksBefore = _before.Colon | _before.Hyphen;
        var hexPairs = pairMarks & Back(pairMarks, pairMarksBefore, 3) & Back(pairMarks, pairMarksBefore, 6);
        var hextets = now.Colon & Back(now.Two, _before.Two, 4) & ~Back(now.Colon | now.Space, _before.Colon | _before.Space, 3);
        var plus = now.Digit & Back(now.Plus, _before.Plus, 1) & ~Back(now.Base64, _before.Base64, 2);
        var close = now.Close & Back(digits2, _digits2, 1);
        var letters = now.Base64 & ~now.Digit;
        var lettersBefore = _before.Base64 & ~_before.Digit;
        var fiscal = letters & digitBefore & Back(letters, lettersBefore, 4) & Back(letters, lettersBefore, 7) & Back(digits2, _digits2, 5);
        var full = FullBytes(now.Base64);
        var base64 = full & Back(full, _full, 8) & ~Back(full, _full, 16);

        if ((ninth | letter | pairs | long5 | three | dotted | dotted9 | spaced | quad3 | hexPairs | hextets | plus | close | fiscal | base64 | now.At) != 0)
        {
            Look(ninth, at, Gate.NinthDigit);
            Look(letter, at, Gate.Letter);
            Look(pairs | long5, at, Gate.Group);
            Look(three, at, Gate.PostalCode);
            Look(dotted | dotted9, at, Gate.Hyphen);
            Look(spaced, at, Gate.ThirdSpace);
            Look(quad3, at, Gate.ThirdDot);
            Look(hexPairs, at, Gate.ThirdPair);
            Look(hextets, at, Gate.Hextets);
            Look(plus, at, Gate.Plus);
            Look(close, at, Gate.Close);
            Look(fiscal, at, Gate.FiscalCode);
            Look(base64, at, Gate.FullByte);
            Look(now.At, at, Gate.Sign);
        }

        (_digits2, _digits4, _digits7, _digits8, _digits9) = (digits2, digits4, digits7, digits8, digits9);
        (_quad1, _quad2, _full) = (quad1, quad2, full);
        _before = now;
    }

    private readonly void Look(ulong places, int at, Gate gate)
    {
        for (; places != 0; places &= places - 1)
            _places.Look(at + BitOperations.TrailingZeroCount(places), gate);
    }

    /// <summary>For every byte, whether the one so many before it is of the class.</summary>
    private static ulong Back(ulong now, ulong before, int count) => (now << count) | (before >> (64 - count));

    private static ulong Near(ulong now, ulong before) => Back(now, before, 2) | Back(now, before, 3) | Back(now, before, 4);

    /// <summary>The highest bit of each eight that are all set.</summary>
    private static ulong FullBytes(ulong mask)
    {
        const ulong Highest = 0x8080808080808080;
        return ~(((~mask & ~Highest) + ~Highest) | ~mask | ~Highest);
    }
}
