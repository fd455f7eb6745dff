using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers that the United States give to persons and employers. None has a check digit: only what is never given is rejected.</summary>
internal static class AmericanNumbers
{
    /// <summary>Social Security number: the area is not 000, 666 or 900 and more, the group not 00, the serial not 0000.</summary>
    internal static Verdict SocialSecurity(ReadOnlySpan<byte> value) =>
        TryRead(value, out var area, out var group, out var serial) && area is not (0 or 666) && area < 900 && group != 0 && serial != 0
            // What was printed on cards that wallets were sold with.
            && (area, group, serial) is not ((78, 5, 1120) or (219, 9, 9999)) ? Verdict.Plausible : Verdict.Rejected;

    /// <summary>Taxpayer number of those who have none of the former: from 900 on, with a group from 50 to 65, 70 to 88, 90 to 92 or 94 to 99.</summary>
    internal static Verdict IndividualTaxpayer(ReadOnlySpan<byte> value) =>
        TryRead(value, out var area, out var group, out _) && area >= 900
            && group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99) ? Verdict.Plausible : Verdict.Rejected;

    /// <summary>Employer number: two digits of a campus that gives them, and seven.</summary>
    internal static Verdict Employer(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[9];
        if (Digits.Read(value, digits) != 9 || Digits.AreAlike(digits))
            return Verdict.Rejected;
        var campus = (digits[0] * 10) + digits[1];
        return campus is 0 or 7 or 8 or 9 or (>= 17 and <= 19) or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97 ? Verdict.Rejected : Verdict.Plausible;
    }

    /// <summary>Telephone number of North America: area and exchange begin with 2 to 9 and are no service codes.</summary>
    internal static Verdict Phone(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[10];
        return Digits.Read(value, digits) == 10 && IsCode(digits) && IsCode(digits[3..]) && digits[1] != 9 && !Digits.AreAlike(digits)
            ? Verdict.Plausible : Verdict.Rejected;

        static bool IsCode(ReadOnlySpan<byte> digits) => digits[0] >= 2 && !(digits[1] == 1 && digits[2] == 1);
    }

    private static bool TryRead(ReadOnlySpan<byte> value, out int area, out int group, out int serial)
    {
        Span<byte> digits = stackalloc byte[9];
        var nine = Digits.Read(value, digits) == 9;
        area = Digits.Weighed(digits, [100, 10, 1]);
        group = Digits.Weighed(digits[3..], [10, 1]);
        serial = (Digits.Weighed(digits[5..], [100, 10, 1]) * 10) + digits[8];
        return nine && !Digits.AreAlike(digits);
    }
}
