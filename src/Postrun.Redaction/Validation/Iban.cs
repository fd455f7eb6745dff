using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>IBAN (ISO 13616): the length of its country, and 1 modulo 97 with the first four bytes at the end and letters from 10 on.</summary>
internal static class Iban
{
    private const int Longest = 34;

    /// <summary>Country codes of two letters, each with a length of two digits.</summary>
    private static ReadOnlySpan<byte> Countries =>
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18"u8
        + "FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21"u8
        + "LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24"u8
        + "SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30"u8;

    /// <summary>The length of the numbers of a country; 0 where it gives none.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> country)
    {
        for (var i = 0; i < Countries.Length; i += 4)
            if (Countries.Slice(i, 2).SequenceEqual(country[..2]))
                return ((Countries[i + 2] - '0') * 10) + Countries[i + 3] - '0';
        return 0;
    }

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> taken = stackalloc byte[Longest];
        var count = Digits.ReadWithLetters(value, taken);
        if (count < 5 || count != LengthOf(taken))
            return Verdict.Rejected;
        var remainder = 0;
        for (var i = 0; i < count; i++)
        {
            var each = taken[(i + 4) % count];
            remainder = each <= '9' ? ((remainder * 10) + each - '0') % 97 : ((remainder * 100) + each - 'A' + 10) % 97;
        }
        return Digits.Verified(remainder == 1);
    }
}
