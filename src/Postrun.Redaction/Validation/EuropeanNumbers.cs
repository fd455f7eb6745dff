using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers that European states give to persons, by their check digits and letters.</summary>
internal static class EuropeanNumbers
{
    /// <summary>Spain, NIF and NIE: the remainder by 23 chooses the letter; X, Y and Z in front are 0, 1 and 2.</summary>
    internal static Verdict SpanishNif(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[9];
        if (Digits.ReadWithLetters(value, taken) != 9)
            return Verdict.Rejected;
        var number = taken[0] is >= (byte)'X' and <= (byte)'Z' ? taken[0] - 'X' : taken[0] - '0';
        for (var i = 1; i < 8; i++)
            number = (number * 10) + taken[i] - '0';
        return Digits.Verified(number > 0 && "TRWAGMYFPDXBNJZSQVHLCKE"u8[number % 23] == taken[8]);
    }

    /// <summary>Portugal, NIF: nine digits, the last modulo 11 with weights 9 to 2; the first is not 0 or 4, but for 45.</summary>
    internal static Verdict PortugueseNif(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[9];
        if (Digits.Read(value, digits) != 9 || digits[0] == 0 || (digits[0] == 4 && digits[1] != 5))
            return Verdict.Rejected;
        var remainder = Digits.Weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return Digits.Verified((remainder < 2 ? 0 : 11 - remainder) == digits[8]);
    }

    /// <summary>Portugal, NISS: eleven digits from 1 or 2 on; primes from 29 down weigh ten of them, and 9 less the last digit of the sum is the last.</summary>
    internal static Verdict PortugueseNiss(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        return Digits.Verified(Digits.Read(value, digits) == 11 && digits[0] is 1 or 2
            && 9 - (Digits.Weighed(digits, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) == digits[10]);
    }

    /// <summary>Portugal, Cartão de Cidadão: eight digits, a digit, two letters or digits, a digit; letters count from 10 on, and the sum is as that of Luhn.</summary>
    internal static Verdict PortugueseCard(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[12];
        if (Digits.ReadWithLetters(value, taken) != 12)
            return Verdict.Rejected;
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var each = taken[i] <= '9' ? taken[i] - '0' : taken[i] - 'A' + 10;
            sum += i % 2 != 0 ? each : each < 5 ? each * 2 : (each * 2) - 9;
        }
        return Digits.Verified(sum % 10 == 0);
    }

    /// <summary>France, NIR: sex, year, month, place, order, and 97 less the remainder by 97 of all that; 2A and 2B of Corsica count as 19 and 18.</summary>
    internal static Verdict FrenchNir(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[15];
        if (Digits.ReadWithLetters(value, taken) != 15 || taken[0] is not ((byte)'1' or (byte)'2'))
            return Verdict.Rejected;
        if (taken[5] == '2' && taken[6] is (byte)'A' or (byte)'B')
            (taken[5], taken[6]) = ((byte)'1', (byte)(taken[6] == 'A' ? '9' : '8'));
        if (taken.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return Verdict.Rejected;
        var number = 0L;
        foreach (var each in taken[..13])
            number = (number * 10) + each - '0';
        var month = Two(taken, 3);
        return Digits.Verified(month is (>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99) && 97 - (number % 97) == Two(taken, 13));

        static int Two(ReadOnlySpan<byte> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
    }

    /// <summary>Germany, Steuer-ID: of the first ten digits exactly one stands twice or three times; the eleventh is that of ISO 7064, modulo 11 and 10.</summary>
    internal static Verdict GermanTaxId(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        if (Digits.Read(value, digits) != 11 || digits[0] == 0)
            return Verdict.Rejected;
        Span<int> counts = stackalloc int[10];
        var product = 10;
        foreach (var each in digits[..10])
        {
            counts[each]++;
            var sum = (each + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        var repeated = 0;
        foreach (var count in counts)
            repeated += count > 1 ? 1 : 0;
        return Digits.Verified(repeated == 1 && !counts.ContainsAnyInRange(4, 10) && (11 - product) % 10 == digits[10]);
    }

    /// <summary>Germany, Personalausweis: nine letters and digits without vowels, and a digit: weights 7, 3, 1, letters from 10 on, modulo 10. Without that digit there is nothing to check.</summary>
    internal static Verdict GermanIdCard(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[10];
        var count = Digits.ReadWithLetters(value, taken);
        if (count is not (9 or 10) || !taken[..9].ContainsAnyInRange((byte)'0', (byte)'9'))
            return Verdict.Rejected;
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            if ("ABDEIOQSU"u8.Contains(taken[i]))
                return Verdict.Rejected;
            sum += (taken[i] <= '9' ? taken[i] - '0' : taken[i] - 'A' + 10) * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }
        return count == 9 ? Verdict.Plausible : Digits.Verified(sum % 10 == taken[9] - '0');
    }

    /// <summary>Italy, codice fiscale: the last letter is the sum of values by position modulo 26.</summary>
    internal static Verdict ItalianFiscalCode(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[16];
        if (Digits.ReadWithLetters(value, taken) != 16)
            return Verdict.Rejected;
        ReadOnlySpan<byte> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var each = taken[i] <= '9' ? taken[i] - '0' : taken[i] - 'A';
            sum += i % 2 == 0 ? odd[each] : each;
        }
        return Digits.Verified("ABCDEHLMPRST"u8.Contains(taken[8]) && 'A' + (sum % 26) == taken[15]);
    }
}
