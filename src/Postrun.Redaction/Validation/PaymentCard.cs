using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers of payment cards: the range of an issuer, the length that it gives, and the check digit.</summary>
internal static class PaymentCard
{
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[19];
        var count = Digits.Read(value, digits);
        if (count < 13)
            return Verdict.Rejected;
        var issuer = 0;
        for (var i = 0; i < 6; i++)
            issuer = (issuer * 10) + digits[i];
        return Digits.Verified(IsIssued(issuer, count) && Luhn.Holds(digits[..count]) && !Digits.AreAlike(digits[..count]));
    }

    /// <summary>Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay, Maestro, Elo and Hipercard.</summary>
    private static bool IsIssued(int issuer, int length) => (issuer / 10_000) switch
    {
        >= 40 and <= 49 => length is 13 or 16 or 19,
        >= 51 and <= 55 => length == 16,
        >= 22 and <= 27 => length == 16 && issuer is >= 222_100 and <= 272_099,
        34 or 37 => length == 15,
        30 => length is 14 or 16 && issuer / 1_000 is (>= 300 and <= 305) or 309,
        36 => length is 14 or 16,
        38 or 39 => length is 14 or 16,
        35 => length == 16 && issuer / 100 is >= 3528 and <= 3589,
        50 or (>= 56 and <= 59) => length == 16,
        60 => length == 16 && (issuer / 100 == 6011 || issuer == 606_282),
        62 => length is 16 or 19,
        63 => length == 16,
        64 => length == 16 && issuer / 1_000 >= 644,
        65 => length == 16,
        67 => length == 16,
        _ => false,
    };
}
