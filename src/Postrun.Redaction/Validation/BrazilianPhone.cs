using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Telephone numbers of Brazil: an area code that is in use, and nine digits from 9 on or eight from 2 to 5 on.</summary>
internal static class BrazilianPhone
{
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[14];
        var count = Digits.Read(value, digits);
        if (count < 10)
            return Verdict.Rejected;
        var national = digits[..count];
        if (national[0] == 0)
            national = national[1..];
        else if (count is 12 or 13 && national[0] == 5 && national[1] == 5)
            national = national[2..];
        var valid = IsArea((national[0] * 10) + national[1])
            && (national.Length == 11 ? national[2] == 9 : national.Length == 10 && national[2] is >= 2 and <= 5)
            && !Digits.AreAlike(national[3..]);
        return valid ? Verdict.Plausible : Verdict.Rejected;
    }

    private static bool IsArea(int code) => code is (>= 11 and <= 19) or 21 or 22 or 24 or 27 or 28 or (>= 31 and <= 35) or 37 or 38
        or (>= 41 and <= 49) or 51 or (>= 53 and <= 55) or (>= 61 and <= 69) or 71 or (>= 73 and <= 75) or 77 or 79
        or (>= 81 and <= 89) or (>= 91 and <= 99);
}
