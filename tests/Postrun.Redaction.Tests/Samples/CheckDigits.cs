namespace Postrun.Redaction.Tests.Samples;

/// <summary>Check digits, computed the way that they are taught: samples are made with them, and validators held against them.</summary>
internal static class CheckDigits
{
    internal static string Cpf(string nine)
    {
        var first = Sum(nine, 10) % 11 is var a && a < 2 ? 0 : 11 - a;
        var second = Sum(nine + first, 11) % 11 is var b && b < 2 ? 0 : 11 - b;
        return $"{nine}{first}{second}";

        static int Sum(string digits, int weight) => digits.Sum(digit => (digit - '0') * weight--);
    }

    internal static string Cnpj(string twelve)
    {
        var first = Check(twelve);
        return twelve + first + Check(twelve + first);

        static int Check(string taken)
        {
            var weight = 2;
            var sum = 0;
            foreach (var each in taken.Reverse())
            {
                sum += (each - 48) * weight;
                weight = weight == 9 ? 2 : weight + 1;
            }
            return sum % 11 < 2 ? 0 : 11 - (sum % 11);
        }
    }

    internal static string Pis(string ten)
    {
        var sum = ten.Zip([3, 2, 9, 8, 7, 6, 5, 4, 3, 2], static (digit, weight) => (digit - '0') * weight).Sum();
        return ten + (11 - (sum % 11) is var check && check >= 10 ? 0 : check);
    }

    internal static string Renavam(string ten) => Pis(ten);

    internal static string Cnh(string nine)
    {
        var first = nine.Select(static (digit, index) => (digit - '0') * (9 - index)).Sum() % 11;
        var carry = first == 10 ? 2 : 0;
        var second = nine.Select(static (digit, index) => (digit - '0') * (1 + index)).Sum() % 11 - carry;
        if (second < 0)
            second += 11;
        return $"{nine}{(first == 10 ? 0 : first)}{(second >= 10 ? 0 : second)}";
    }

    internal static string VoterTitle(string eight, int state)
    {
        var first = Check(eight.Select(static (digit, index) => (digit - '0') * (index + 2)).Sum(), state);
        return $"{eight}{state:00}{first}{Check((state / 10 * 7) + (state % 10 * 8) + (first * 9), state)}";

        static int Check(int sum, int state) => (sum % 11) switch { 0 when state <= 2 => 1, 10 => 0, var rest => rest };
    }

    /// <summary>Null where no last digit fits.</summary>
    internal static string? Cns(string fourteen)
    {
        var sum = fourteen.Select(static (digit, index) => (digit - '0') * (15 - index)).Sum();
        return Enumerable.Range(0, 10).Where(last => (sum + last) % 11 == 0).Select(last => fourteen + last).SingleOrDefault();
    }

    internal static string Rg(string eight)
    {
        var sum = eight.Select(static (digit, index) => (digit - '0') * (index + 2)).Sum();
        var last = (11 - (sum % 11)) % 11;
        return eight + (last == 10 ? "X" : last);
    }

    internal static string Luhn(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[^(i + 1)] - '0';
            sum += i % 2 == 1 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }
        return body + ((10 - (sum % 10)) % 10);
    }

    internal static string Iban(string country, string account)
    {
        var digits = string.Concat((account + country + "00").Select(static each => char.IsAsciiDigit(each) ? $"{each}" : $"{each - 55}"));
        return $"{country}{98 - (int)(System.Numerics.BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 97):00}{account}";
    }

    internal static string SpanishLetter(int number) => $"{"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}";

    internal static string PortugueseNif(string eight)
    {
        var rest = eight.Select(static (digit, index) => (digit - '0') * (9 - index)).Sum() % 11;
        return eight + (rest < 2 ? 0 : 11 - rest);
    }

    internal static string PortugueseNiss(string ten)
    {
        var sum = ten.Zip([29, 23, 19, 17, 13, 11, 7, 5, 3, 2], static (digit, prime) => (digit - '0') * prime).Sum();
        return ten + (9 - (sum % 10));
    }

    internal static string FrenchNir(string thirteen) =>
        $"{thirteen}{97 - (long.Parse(thirteen.Replace("2A", "19", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) % 97):00}";

    internal static string GermanTaxId(string ten)
    {
        var product = 10;
        foreach (var digit in ten)
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        var check = 11 - product;
        return ten + (check == 10 ? 0 : check);
    }

    internal static string GermanIdCard(string nine)
    {
        int[] weights = [7, 3, 1];
        return nine + (nine.Select((each, index) => (char.IsAsciiDigit(each) ? each - '0' : each - 55) * weights[index % 3]).Sum() % 10);
    }

    /// <summary>Null where the check digit would be 10, which is never given.</summary>
    internal static string? Nhs(string nine)
    {
        var check = 11 - (nine.Select(static (digit, index) => (digit - '0') * (10 - index)).Sum() % 11);
        return check == 10 ? null : nine + (check == 11 ? 0 : check);
    }

    internal static string Crc16(string text)
    {
        var register = 0xFFFFu;
        foreach (var bit in System.Text.Encoding.ASCII.GetBytes(text).SelectMany(static each => Enumerable.Range(0, 8).Select(i => (uint)(each >> (7 - i)) & 1)))
        {
            var high = (register >> 15) ^ bit;
            register = (register << 1) & 0xFFFF;
            if (high == 1)
                register ^= 0x1021;
        }
        return register.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The last digit is another: no check digit holds any more.</summary>
    internal static string Broken(string number) => number[..^1] + (number[^1] is >= '0' and <= '8' ? (char)(number[^1] + 1) : number[^1] == '9' ? '0' : number[^1] == 'Z' ? 'A' : (char)(number[^1] + 1));
}
