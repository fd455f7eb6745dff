namespace Postrun.Redaction.Validation;

/// <summary>The check digit of cards (ISO/IEC 7812): every second digit from the right is doubled; the sum of all digits is a multiple of ten.</summary>
internal static class Luhn
{
    internal static bool Holds(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] * (1 + (i & 1));
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
