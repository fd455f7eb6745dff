using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Numbers that Brazil gives to persons and companies, by their check digits.</summary>
internal static class BrazilianNumbers
{
    /// <summary>CPF: eleven digits; two are check digits modulo 11, with weights 10 to 2 and 11 to 2, where 10 counts as 0.</summary>
    internal static Verdict Cpf(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        return Digits.Verified(Digits.Read(value, digits) == 11 && !Digits.AreAlike(digits)
            && Digits.Weighed(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[9]
            && Digits.Weighed(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[10]);
    }

    /// <summary>CNPJ, also with letters: a byte counts as its code less that of 0; weights 2 to 9 again and again from the right.</summary>
    internal static Verdict Cnpj(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[14];
        if (Digits.ReadWithLetters(value, taken) != 14 || Digits.AreAlike(taken) || !char.IsAsciiDigit((char)taken[12]) || !char.IsAsciiDigit((char)taken[13]))
            return Verdict.Rejected;
        for (var i = 0; i < taken.Length; i++)
            taken[i] -= (byte)'0';
        return Digits.Verified(Modulo11(Digits.Weighed(taken, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == taken[12]
            && Modulo11(Digits.Weighed(taken, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == taken[13]);
    }

    /// <summary>PIS, PASEP, NIS and NIT: eleven digits, the last a check digit modulo 11.</summary>
    internal static Verdict Pis(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        return Digits.Verified(Digits.Read(value, digits) == 11 && !Digits.AreAlike(digits)
            && Modulo11(Digits.Weighed(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == digits[10]);
    }

    /// <summary>CNH: nine digits and two check digits. Where the first would be 10 it is 0, and 2 is taken from the second.</summary>
    internal static Verdict Cnh(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        if (Digits.Read(value, digits) != 11 || Digits.AreAlike(digits))
            return Verdict.Rejected;
        var first = Digits.Weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
        var carry = first >= 10 ? 2 : 0;
        first = first >= 10 ? 0 : first;
        var second = (Digits.Weighed(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11) - carry;
        second = second < 0 ? second + 11 : second;
        return Digits.Verified(first == digits[9] && (second >= 10 ? 0 : second) == digits[10]);
    }

    /// <summary>Renavam of a vehicle: eleven digits, the last a check digit modulo 11.</summary>
    internal static Verdict Renavam(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        return Digits.Verified(Digits.Read(value, digits) == 11 && !Digits.AreAlike(digits)
            && Digits.Weighed(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == digits[10]);
    }

    /// <summary>Título de eleitor: eight digits, the number of the state from 1 to 28, and two check digits modulo 11, where 10 is 0.</summary>
    /// <remarks>In São Paulo and Minas Gerais, 1 and 2, a remainder of 0 gives 1.</remarks>
    internal static Verdict VoterTitle(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[12];
        if (Digits.Read(value, digits) != 12)
            return Verdict.Rejected;
        var state = (digits[8] * 10) + digits[9];
        var first = Check(Digits.Weighed(digits, [2, 3, 4, 5, 6, 7, 8, 9]) % 11, state);
        return Digits.Verified(state is >= 1 and <= 28 && first == digits[10]
            && Check(((digits[8] * 7) + (digits[9] * 8) + (first * 9)) % 11, state) == digits[11]);

        static int Check(int remainder, int state) => remainder == 0 && state <= 2 ? 1 : remainder % 10;
    }

    /// <summary>CNS of the health service: fifteen digits whose sum with weights 15 to 1 is a multiple of 11; the first is 1, 2, 7, 8 or 9.</summary>
    internal static Verdict Cns(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[15];
        return Digits.Verified(Digits.Read(value, digits) == 15 && digits[0] is 1 or 2 or 7 or 8 or 9
            && Digits.Weighed(digits, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0);
    }

    /// <summary>RG of São Paulo: eight digits with weights 2 to 9, and what is missing to a multiple of 11, where 10 is X. Other states check otherwise or not at all.</summary>
    internal static Verdict Rg(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[9];
        var count = Digits.Read(value, digits);
        var last = value[^1] is (byte)'X' or (byte)'x' ? 10 : digits[Math.Max(0, count - 1)];
        var body = last == 10 ? count : count - 1;
        return body == 8 && (Digits.Weighed(digits, [2, 3, 4, 5, 6, 7, 8, 9]) + (last * 100)) % 11 == 0 ? Verdict.Verified : Verdict.Plausible;
    }

    private static int Modulo11(int sum) => sum % 11 < 2 ? 0 : 11 - (sum % 11);
}
