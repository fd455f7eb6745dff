using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers that the United Kingdom gives to persons.</summary>
internal static class BritishNumbers
{
    /// <summary>NHS number: ten digits, the last modulo 11 with weights 10 to 2, where 11 is 0 and 10 is never given.</summary>
    internal static Verdict Nhs(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[10];
        return Digits.Verified(Digits.Read(value, digits) == 10 && !Digits.AreAlike(digits)
            && (11 - (Digits.Weighed(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == digits[9]);
    }

    /// <summary>National Insurance number: two letters that are given, six digits, and A to D. There is no check digit.</summary>
    internal static Verdict NationalInsurance(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[9];
        var given = Digits.ReadWithLetters(value, taken) == 9
            && !"DFIQUV"u8.Contains(taken[0]) && !"DFIOQUV"u8.Contains(taken[1]) && taken[8] is >= (byte)'A' and <= (byte)'D'
            && !(taken[..2] is [(byte)'B', (byte)'G'] or [(byte)'G', (byte)'B'] or [(byte)'K', (byte)'N'] or [(byte)'N', (byte)'K']
                or [(byte)'N', (byte)'T'] or [(byte)'T', (byte)'N'] or [(byte)'Z', (byte)'Z']);
        return given ? Verdict.Plausible : Verdict.Rejected;
    }

    /// <summary>Driving licence: five bytes of the surname, the year and the day of birth around the month, which for women is 50 more, initials and two check bytes.</summary>
    internal static Verdict DrivingLicence(ReadOnlySpan<byte> value)
    {
        var (month, day) = (Two(value, 6), Two(value, 8));
        var surname = value[..5];
        return month % 50 is >= 1 and <= 12 && day is >= 1 and <= 31 && !surname.TrimEnd((byte)'9').ContainsAnyInRange((byte)'0', (byte)'9')
            && !surname.StartsWith("9"u8) ? Verdict.Plausible : Verdict.Rejected;

        static int Two(ReadOnlySpan<byte> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
    }
}
