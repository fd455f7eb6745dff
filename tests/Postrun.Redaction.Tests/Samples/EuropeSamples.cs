namespace Postrun.Redaction.Tests.Samples;

internal static class EuropeSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("es-nif",
            [
                static dice => Number(dice, 8) is var number ? $"DNI: ⟦{number}{CheckDigits.SpanishLetter(Value(number))}⟧" : "",
                static dice => Number(dice, 7) is var number ? $"residente ⟦Y{number}{CheckDigits.SpanishLetter(10_000_000 + Value(number))}⟧" : "",
                static dice => Number(dice, 7) is var number ? $"NIE ⟦X{number}-{CheckDigits.SpanishLetter(Value(number))}⟧" : "",
            ],
            [
                static dice => Number(dice, 8) is var number ? $"DNI: {number}{CheckDigits.SpanishLetter(Value(number) + 1)}" : "",
                static dice => Number(dice, 8) is var number ? $"block {number}{CheckDigits.SpanishLetter(Value(number))}" : "",
                static dice => $"20261124T12{dice.Of(Dice.Digits, 4)}Z",
            ]),
        new("pt-nif",
            [static dice => $"NIF ⟦{Portuguese(dice)}⟧", static dice => Portuguese(dice) is var nif ? $"contribuinte n.º ⟦{nif[..3]} {nif[3..6]} {nif[6..]}⟧" : ""],
            [static dice => $"NIF {CheckDigits.Broken(Portuguese(dice))}", static dice => $"id {Portuguese(dice)}", static dice => $"NIF {CheckDigits.PortugueseNif("0" + dice.Of(Dice.Digits, 7))}"]),
        new("pt-niss",
            [static dice => $"NISS: ⟦{CheckDigits.PortugueseNiss("1" + dice.Of(Dice.Digits, 9))}⟧", static dice => $"segurança social ⟦{CheckDigits.PortugueseNiss("2" + dice.Of(Dice.Digits, 9))}⟧"],
            [static dice => $"NISS: {CheckDigits.Broken(CheckDigits.PortugueseNiss("1" + dice.Of(Dice.Digits, 9)))}", static dice => $"id {CheckDigits.PortugueseNiss("1" + dice.Of(Dice.Digits, 9))}"]),
        new("pt-citizen-card",
            // The number of a specimen that the issuer publishes.
            [static _ => "cartão de cidadão ⟦00000000 0 ZZ4⟧", static _ => "citizen card: ⟦000000000ZZ4⟧"],
            [static dice => $"cidadão 00000000 0 ZZ{dice.Pick(1, 2, 3, 5, 6, 7)}", static _ => "part 00000000 0 ZZ4"]),
        new("fr-nir",
            [
                static dice => Nir(dice, "75") is var nir ? $"né: ⟦{nir[..1]} {nir[1..3]} {nir[3..5]} {nir[5..7]} {nir[7..10]} {nir[10..13]} {nir[13..]}⟧" : "",
                static dice => Nir(dice, "2A") is var nir ? $"⟦{nir[..1]} {nir[1..3]} {nir[3..5]} {nir[5..7]} {nir[7..10]} {nir[10..13]} {nir[13..]}⟧" : "",
                static dice => $"numéro de sécurité sociale ⟦{Nir(dice, "69")}⟧",
                static dice => $"nir=⟦{Nir(dice, "13")}⟧",
            ],
            [static dice => $"nir={CheckDigits.Broken(Nir(dice, "75"))}", static dice => $"trace {Nir(dice, "75")}"]),
        new("de-tax-id",
            [
                static dice => $"Steuer-ID: ⟦{Tax(dice)}⟧",
                static dice => Tax(dice) is var tax ? $"IdNr ⟦{tax[..2]} {tax[2..5]} {tax[5..8]} {tax[8..]}⟧" : "",
            ],
            [static dice => $"Steuer-ID: {CheckDigits.Broken(Tax(dice))}", static dice => $"id {Tax(dice)}", static _ => $"IdNr {CheckDigits.GermanTaxId("1234567890")}"]),
        new("de-id-card",
            [
                static dice => $"Personalausweis ⟦{CheckDigits.GermanIdCard("L" + dice.Of("0123456789CFGHJKLMNPRTVWXYZ", 7) + "7")}⟧",
                static dice => $"Ausweisnummer: ⟦T{dice.Of(Dice.Digits, 8)}⟧",
            ],
            [
                static dice => $"Ausweis {CheckDigits.Broken(CheckDigits.GermanIdCard("L" + dice.Of(Dice.Digits, 8)))}",
                static dice => $"Ausweis VERSIONIERT ABC{dice.Of(Dice.Digits, 6)}",
                static dice => $"part L{dice.Of(Dice.Digits, 8)}",
            ]),
        new("it-fiscal-code",
            // The example of the agency's explanation, and one that is used everywhere.
            [static _ => "codice ⟦RSSMRA85T10A562S⟧", static _ => "cf=⟦MRTMTT25D09F205Z⟧"],
            [static dice => $"codice RSSMRA85T10A562{dice.Pick('A', 'B', 'C', 'T', 'Z')}", static dice => $"ABCDEF12G{dice.Of(Dice.Digits, 2)}H345"]),
    ];

    private static string Number(Dice dice, int length) => BrazilSamples.Body(dice, length);

    private static int Value(string number) => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static string Portuguese(Dice dice) => CheckDigits.PortugueseNif(dice.Pick("1", "2") + dice.Of(Dice.Digits, 7));

    private static string Nir(Dice dice, string department) =>
        CheckDigits.FrenchNir($"{1 + dice.Next(2)}{dice.Of(Dice.Digits, 2)}{1 + dice.Next(12):00}{department}{dice.Of(Dice.Digits, 6)}");

    private static string Tax(Dice dice)
    {
        var digits = Enumerable.Range(0, 10).OrderBy(_ => dice.Next(1000)).ToArray();
        digits[9] = digits[3];
        if (digits[0] == 0)
            digits[0] = digits[3] == 0 ? 5 : digits[3];
        return digits.GroupBy(static digit => digit).Count(static group => group.Count() > 1) == 1 ? CheckDigits.GermanTaxId(string.Concat(digits)) : Tax(dice);
    }
}
