namespace Postrun.Redaction.Tests.Samples;

internal static class BrazilSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("br-cpf",
            [
                static dice => $"customer ⟦{Marked(Cpf(dice))}⟧ bought",
                static dice => $$"""{"cpf": "⟦{{Cpf(dice)}}⟧", "age": 31}""",
                static dice => $"clienteCpf=⟦{Cpf(dice)}⟧;",
                static dice => Cpf(dice) is var cpf ? $"CPF n. ⟦{cpf[..9]}-{cpf[9..]}⟧" : "",
            ],
            [
                static dice => $"customer {Marked(CheckDigits.Broken(Cpf(dice)))}",
                static dice => $"cpf={CheckDigits.Broken(Cpf(dice))}",
                static dice => $"bytes={Cpf(dice)} read",
                static dice => $"cpf {dice.Pick("111.111.111-11", "00000000000")}",
            ]),
        new("br-cnpj",
            [
                static dice => $"sold by ⟦{Company(Cnpj(dice, Dice.Digits))}⟧.",
                static dice => $"sold by ⟦{Company(Cnpj(dice, Dice.Digits + Dice.Upper))}⟧.",
                static dice => $"'cnpj': '⟦{Cnpj(dice, Dice.Digits + Dice.Upper)}⟧'",
            ],
            [
                static dice => $"cnpj {Company(CheckDigits.Broken(Cnpj(dice, Dice.Digits)))}",
                static dice => $"sum {Cnpj(dice, Dice.Digits)}",
                static _ => "cnpj 00.000.000/0000-00",
            ]),
        new("br-pis",
            [
                static dice => Pis(dice) is var pis ? $"⟦{pis[..3]}.{pis[3..8]}.{pis[8..10]}-{pis[10..]}⟧ is new" : "",
                static dice => $"PIS/PASEP: ⟦{Pis(dice)}⟧",
                static dice => $"nis=⟦{Pis(dice)}⟧",
            ],
            [
                static dice => $"pis={CheckDigits.Broken(Pis(dice))}",
                static dice => $"tennis {Pis(dice)}",
            ]),
        new("br-cnh",
            [static dice => $"CNH: ⟦{CheckDigits.Cnh(Body(dice, 9))}⟧", static dice => $"carteira de habilitação ⟦{CheckDigits.Cnh(Body(dice, 9))}⟧"],
            [static dice => $"CNH: {CheckDigits.Broken(CheckDigits.Cnh(Body(dice, 9)))}", static dice => $"read {CheckDigits.Cnh(Body(dice, 9))} bytes"]),
        new("br-renavam",
            [static dice => $"RENAVAM ⟦{CheckDigits.Renavam(Body(dice, 10))}⟧", static dice => $"\"renavam\":\"⟦{CheckDigits.Renavam(Body(dice, 10))}⟧\""],
            [static dice => $"renavam {CheckDigits.Broken(CheckDigits.Renavam(Body(dice, 10)))}", static dice => $"id {CheckDigits.Renavam(Body(dice, 10))}"]),
        new("br-voter-title",
            [
                static dice => $"título de eleitor: ⟦{Title(dice)}⟧",
                static dice => Title(dice) is var title ? $"titulo_eleitor=\"⟦{title[..4]} {title[4..8]} {title[8..]}⟧\"" : "",
            ],
            [static dice => $"eleitor {CheckDigits.Broken(Title(dice))}", static dice => $"offset {Title(dice)}"]),
        new("br-cns",
            [
                static dice => $"cartão SUS ⟦{Cns(dice)}⟧",
                static dice => Cns(dice) is var cns ? $"CNS: ⟦{cns[..3]} {cns[3..7]} {cns[7..11]} {cns[11..]}⟧" : "",
            ],
            [static dice => $"CNS {CheckDigits.Broken(Cns(dice))}", static dice => $"trace {Cns(dice)}"]),
        new("br-rg",
            [
                static dice => CheckDigits.Rg(Body(dice, 8)) is var rg ? $"RG ⟦{rg[..2]}.{rg[2..5]}.{rg[5..8]}-{rg[8..]}⟧ SSP/SP" : "",
                static dice => $"identidade: ⟦{dice.Next(10)}.{dice.Of(Dice.Digits, 3)}.{dice.Of(Dice.Digits, 3)}-{dice.Next(10)}⟧",
            ],
            [static dice => $"part {dice.Of(Dice.Digits, 2)}.{dice.Of(Dice.Digits, 3)}.{dice.Of(Dice.Digits, 3)}-1", static _ => "RG 1.234.567,00", static dice => $"org 12.345.{dice.Of(Dice.Digits, 3)}-1"]),
        new("br-cep",
            [static dice => $"CEP: ⟦{dice.Of(Dice.Digits, 5)}-{dice.Of(Dice.Digits, 3)}⟧", static dice => $"{{'cep': '⟦{dice.Of(Dice.Digits, 5)}-{dice.Of(Dice.Digits, 3)}⟧'}}"],
            [static dice => $"rows {dice.Of(Dice.Digits, 5)}-{dice.Of(Dice.Digits, 3)}", static dice => $"except {dice.Of(Dice.Digits, 5)}-{dice.Of(Dice.Digits, 3)}", static dice => $"cep {dice.Of(Dice.Digits, 5)}-{dice.Of(Dice.Digits, 4)}"]),
        new("br-phone",
            [
                static dice => $"ligar para ⟦({Area(dice)}) {Mobile(dice)}⟧ hoje",
                static dice => $"⟦({Area(dice)}) 3{dice.Of(Dice.Digits, 3)}-{dice.Of(Dice.Digits, 4)}⟧",
                static dice => $"⟦{Area(dice)} {Mobile(dice)}⟧,",
                static dice => $"telefone=⟦{Area(dice)}{Mobile(dice).Replace("-", "", StringComparison.Ordinal)}⟧",
            ],
            [
                static dice => $"({dice.Pick("20", "23", "25", "26", "29", "52", "72", "90")}) {Mobile(dice)}",
                static dice => $"epoch ({dice.Of(Dice.Digits, 2)}) 1/{dice.Of(Dice.Digits, 5)}",
                static dice => $"tensor ({Area(dice)}) {dice.Of(Dice.Digits, 4)}",
                static dice => $"ids {Area(dice)}{Mobile(dice).Replace("-", "", StringComparison.Ordinal)}",
            ]),
        new("br-pix-key",
            [static dice => $"chave pix: ⟦{Uuid(dice, '4')}⟧", static dice => $$"""{"pix_key":"⟦{{Uuid(dice, '4')}}⟧"}"""],
            [static dice => $"request {Uuid(dice, '4')}", static dice => $"pix: {Uuid(dice, '1')}", static dice => $"pixel {Uuid(dice, '4')}"]),
        new("br-pix-code",
            [static dice => $"copia e cola: ⟦{Pix(dice)}⟧", static dice => $"\"qr\":\"⟦{Pix(dice)}⟧\""],
            [static _ => "the name br.gov.bcb.pix is fixed", static dice => $"00020126br.gov.bcb.pix{dice.Of(Dice.Digits, 4)}"]),
    ];

    internal static string Body(Dice dice, int length) => dice.Pick("1", "2", "3", "4", "5", "6", "7", "8") + dice.Of(Dice.Digits, length - 2) + "9";

    private static string Cpf(Dice dice) => CheckDigits.Cpf(Body(dice, 9));

    private static string Marked(string cpf) => $"{cpf[..3]}.{cpf[3..6]}.{cpf[6..9]}-{cpf[9..]}";

    private static string Cnpj(Dice dice, string alphabet) => CheckDigits.Cnpj("1" + dice.Of(alphabet, 7) + "0001");

    private static string Company(string cnpj) => $"{cnpj[..2]}.{cnpj[2..5]}.{cnpj[5..8]}/{cnpj[8..12]}-{cnpj[12..]}";

    private static string Pis(Dice dice) => CheckDigits.Pis(Body(dice, 10));

    private static string Title(Dice dice) => CheckDigits.VoterTitle(Body(dice, 8), 1 + dice.Next(28));

    private static string Cns(Dice dice)
    {
        while (true)
            if (CheckDigits.Cns("7" + dice.Of(Dice.Digits, 13)) is { } cns)
                return cns;
    }

    private static string Area(Dice dice) => dice.Pick("11", "21", "31", "48", "51", "61", "71", "81", "85", "91");

    private static string Mobile(Dice dice) => $"9{dice.Of(Dice.Digits, 4)}-{dice.Of("12345678", 3)}9";

    private static string Uuid(Dice dice, char version) =>
        $"{dice.Of(Dice.Hexadecimal, 8)}-{dice.Of(Dice.Hexadecimal, 4)}-{version}{dice.Of(Dice.Hexadecimal, 3)}-{dice.Of("89ab", 1)}{dice.Of(Dice.Hexadecimal, 3)}-{dice.Of(Dice.Hexadecimal, 12)}";

    private static string Pix(Dice dice)
    {
        var account = "0014br.gov.bcb.pix0136" + Uuid(dice, '4');
        var text = $"00020126{account.Length}{account}52040000530398654041.005802BR5905MARIA6006RECIFE62070503***6304";
        return text + CheckDigits.Crc16(text);
    }
}
