using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Telephone numbers as of ITU-T E.164: a plus sign, the code of a country, and as many digits as that country uses.</summary>
internal static class InternationalPhone
{
    internal const int MostDigits = 15;

    /// <summary>Codes, least and most digits after them, of countries whose numbers have a length that is known well.</summary>
    private static readonly (int Code, int Least, int Most)[] Countries =
    [
        (1, 10, 10), (7, 10, 10), (20, 8, 10), (27, 9, 9), (30, 10, 10), (31, 9, 9), (32, 8, 9), (33, 9, 9), (34, 9, 9), (36, 8, 9), (39, 8, 11),
        (40, 9, 9), (41, 9, 9), (43, 8, 13), (44, 9, 10), (45, 8, 8), (46, 7, 10), (47, 8, 8), (48, 9, 9), (49, 7, 12), (51, 8, 9), (52, 10, 11),
        (53, 6, 8), (54, 10, 11), (55, 10, 11), (56, 9, 9), (57, 8, 10), (58, 10, 10), (60, 8, 10), (61, 9, 9), (62, 8, 12), (63, 8, 10), (64, 8, 10),
        (65, 8, 8), (66, 8, 9), (81, 9, 10), (82, 8, 10), (84, 9, 10), (86, 10, 11), (90, 10, 10), (91, 10, 10), (92, 9, 10), (93, 9, 9), (94, 9, 9),
        (95, 7, 10), (98, 10, 10), (351, 9, 9), (352, 6, 11), (353, 7, 9), (354, 7, 9), (358, 6, 11), (972, 8, 9), (971, 8, 9), (380, 9, 9), (420, 9, 9), (421, 9, 9),
    ];

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var count = Digits.Read(value, digits);
        if (count < 8 || Digits.AreAlike(digits[1..count]))
            return Verdict.Rejected;
        var (one, two) = ((int)digits[0], (digits[0] * 10) + digits[1]);
        var three = (two * 10) + digits[2];
        foreach (var (code, least, most) in Countries)
        {
            var length = code == one ? 1 : code == two ? 2 : code == three ? 3 : 0;
            if (length != 0)
                return count - length >= least && count - length <= most ? Verdict.Plausible : Verdict.Rejected;
        }
        return IsCode(three) && count is >= 9 and <= MostDigits ? Verdict.Plausible : Verdict.Rejected;
    }

    /// <summary>Three digits that stand for a country: the zones 2, 3, 4, 5, 6, 8 and 9 less the codes of two digits.</summary>
    private static bool IsCode(int code) => code is (>= 211 and <= 269) or (>= 290 and <= 299) or (>= 350 and <= 389) or 423 or (>= 500 and <= 509)
        or (>= 590 and <= 599) or (>= 670 and <= 692) or 850 or 852 or 853 or 855 or 856 or 880 or 886 or (>= 960 and <= 977) or (>= 992 and <= 998);
}
