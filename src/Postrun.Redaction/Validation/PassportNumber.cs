using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers of passports have no check digit of their own: only one digit that is repeated is rejected.</summary>
internal static class PassportNumber
{
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[9];
        var count = Digits.Read(value, digits);
        return count > 0 && Digits.AreAlike(digits[..count]) ? Verdict.Rejected : Verdict.Plausible;
    }
}
