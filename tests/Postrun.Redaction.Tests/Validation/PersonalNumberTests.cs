using System.Globalization;
using System.Text;
using CsCheck;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class PersonalNumberTests
{
    [Theory]
    [InlineData("12.ABC.345/01DE-35")]
    [InlineData("11.222.333/0001-81")]
    [InlineData("00.000.000/0001-91")]
    public void Published_company_numbers_of_Brazil_hold(string value) => Of(BrazilianNumbers.Cnpj, value).ShouldBe(Verdict.Verified);

    [Theory]
    [InlineData("12.ABC.345/01DE-36")]
    [InlineData("12.ABD.345/01DE-35")]
    [InlineData("00.000.000/0000-00")]
    [InlineData("12.ABC.345/01DE-3A")]
    public void Company_numbers_with_another_byte_do_not(string value) => Of(BrazilianNumbers.Cnpj, value).ShouldBe(Verdict.Rejected);

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("5555-5555-5555-4444")]
    [InlineData("378282246310005")]
    [InlineData("6011111111111117")]
    [InlineData("3530111333300000")]
    [InlineData("30569309025904")]
    public void Cards_that_issuers_publish_for_tests_hold(string value) => Of(PaymentCard.Judge, value).ShouldBe(Verdict.Verified);

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("1111111111111117")]
    [InlineData("411111111111116")]
    [InlineData("0000000000000000")]
    public void Cards_of_no_issuer_or_with_a_wrong_digit_do_not(string value) => Of(PaymentCard.Judge, value).ShouldBe(Verdict.Rejected);

    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 19")]
    [InlineData("DE89370400440532013000")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("BR1800360305000010009795493C1")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("NO9386011117947")]
    public void Ibans_of_the_registry_hold(string value) => Of(Iban.Judge, value).ShouldBe(Verdict.Verified);

    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 18")]
    [InlineData("DE8937040044053201300")]
    [InlineData("ZZ89370400440532013000")]
    public void Ibans_of_no_country_another_length_or_with_a_wrong_digit_do_not(string value) => Of(Iban.Judge, value).ShouldBe(Verdict.Rejected);

    [Fact]
    public void Published_numbers_of_European_states_hold()
    {
        Of(EuropeanNumbers.SpanishNif, "12345678Z").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.SpanishNif, "X1234567L").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.SpanishNif, "12345678A").ShouldBe(Verdict.Rejected);
        Of(EuropeanNumbers.PortugueseCard, "00000000 0 ZZ4").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.PortugueseCard, "00000000 0 ZZ5").ShouldBe(Verdict.Rejected);
        Of(EuropeanNumbers.GermanTaxId, "86 095 742 719").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.GermanTaxId, "86 095 742 718").ShouldBe(Verdict.Rejected);
        Of(EuropeanNumbers.GermanIdCard, "T220001293").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.GermanIdCard, "T220001294").ShouldBe(Verdict.Rejected);
        Of(EuropeanNumbers.ItalianFiscalCode, "RSSMRA85T10A562S").ShouldBe(Verdict.Verified);
        Of(EuropeanNumbers.ItalianFiscalCode, "RSSMRA85T10A562T").ShouldBe(Verdict.Rejected);
        Of(BritishNumbers.Nhs, "943 476 5919").ShouldBe(Verdict.Verified);
        Of(BritishNumbers.Nhs, "943 476 5918").ShouldBe(Verdict.Rejected);
    }

    [Fact]
    public void The_checksum_of_the_check_string_is_the_published_one() => PixPayload.Crc("123456789"u8).ShouldBe((ushort)0x29B1);

    [Fact]
    public void Numbers_with_the_check_digits_of_the_plain_computations_hold_and_no_other_last_digit_does() => Gen.Int[0, 100_000].Sample(seed =>
    {
        var dice = new Dice(seed);
        Holds(BrazilianNumbers.Cpf, CheckDigits.Cpf(dice.Of(Dice.Digits, 9)));
        Holds(BrazilianNumbers.Cnpj, CheckDigits.Cnpj(dice.Of(Dice.Digits + Dice.Upper, 12)));
        Holds(BrazilianNumbers.Pis, CheckDigits.Pis(dice.Of(Dice.Digits, 10)));
        Holds(BrazilianNumbers.Renavam, CheckDigits.Renavam(dice.Of(Dice.Digits, 10)));
        Holds(BrazilianNumbers.Cnh, CheckDigits.Cnh(dice.Of(Dice.Digits, 9)));
        Holds(BrazilianNumbers.VoterTitle, CheckDigits.VoterTitle(dice.Of(Dice.Digits, 8), 1 + dice.Next(28)));
        Holds(BrazilianNumbers.Cns, CheckDigits.Cns("7" + dice.Of(Dice.Digits, 13)));
        Holds(PaymentCard.Judge, CheckDigits.Luhn("4" + dice.Of(Dice.Digits, 14)));
        Holds(Iban.Judge, CheckDigits.Iban("DE", dice.Of(Dice.Digits, 18)));
        Holds(EuropeanNumbers.PortugueseNif, CheckDigits.PortugueseNif("2" + dice.Of(Dice.Digits, 7)));
        Holds(EuropeanNumbers.PortugueseNiss, CheckDigits.PortugueseNiss("1" + dice.Of(Dice.Digits, 9)));
        Holds(EuropeanNumbers.FrenchNir, CheckDigits.FrenchNir("185" + $"{1 + dice.Next(12):00}" + "2A" + dice.Of(Dice.Digits, 6)));
        Holds(EuropeanNumbers.GermanIdCard, CheckDigits.GermanIdCard("T" + dice.Of(Dice.Digits, 8)));
        Holds(BritishNumbers.Nhs, CheckDigits.Nhs(dice.Of(Dice.Digits, 9)));
    }, iter: 2_000);

    [Fact]
    public void The_check_digit_of_a_Brazilian_identity_raises_what_is_plausible_anyway() => Gen.Int[0, 100_000].Sample(seed =>
    {
        var number = CheckDigits.Rg(new Dice(seed).Of(Dice.Digits, 8));
        Of(BrazilianNumbers.Rg, number).ShouldBe(Verdict.Verified);
        Of(BrazilianNumbers.Rg, number[..8] + (number[8] == 'X' ? "0" : "X")).ShouldBe(Verdict.Plausible);
    }, iter: 500);

    [Fact]
    public void Validators_take_any_bytes() => Gen.Byte.Array[1, 40].Sample(bytes =>
    {
        Validator[] all =
        [
            BrazilianNumbers.Cpf, BrazilianNumbers.Cnpj, BrazilianNumbers.Pis, BrazilianNumbers.Cnh, BrazilianNumbers.VoterTitle, BrazilianNumbers.Cns, BrazilianNumbers.Rg,
            BrazilianPhone.Judge, PaymentCard.Judge, Iban.Judge, PixPayload.Judge, EuropeanNumbers.PortugueseNif, EuropeanNumbers.FrenchNir, EuropeanNumbers.GermanTaxId,
            BritishNumbers.Nhs, AmericanNumbers.SocialSecurity, AmericanNumbers.Phone, InternationalPhone.Judge,
        ];
        foreach (var validator in all)
            Should.NotThrow(() => validator(bytes));
    }, iter: 2_000);

    private static void Holds(Validator validator, string? number)
    {
        if (number is null || number.Distinct().Count() < 2)
            return;
        Of(validator, number).ShouldBe(Verdict.Verified, number);
        for (var last = 0; last < 10; last++)
            if (last != number[^1] - '0')
                Of(validator, number[..^1] + last.ToString(CultureInfo.InvariantCulture)).ShouldBe(Verdict.Rejected, number);
    }

    private static Verdict Of(Validator validator, string value) => validator(Encoding.ASCII.GetBytes(value));
}
