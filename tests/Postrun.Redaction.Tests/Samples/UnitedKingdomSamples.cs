namespace Postrun.Redaction.Tests.Samples;

internal static class UnitedKingdomSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("uk-nhs-number",
            [
                static dice => Nhs(dice) is var nhs ? $"NHS number ⟦{nhs[..3]} {nhs[3..6]} {nhs[6..]}⟧" : "",
                static dice => $"nhs_no=⟦{Nhs(dice)}⟧",
                static dice => Nhs(dice) is var nhs ? $"patient ⟦{nhs[..3]}-{nhs[3..6]}-{nhs[6..]}⟧ seen" : "",
            ],
            [static dice => $"NHS {CheckDigits.Broken(Nhs(dice))}", static dice => $"epoch {Nhs(dice)}", static dice => $"NHS 1{Nhs(dice)}"]),
        new("uk-national-insurance-number",
            [
                static dice => $"National Insurance ⟦{Letters(dice)}{dice.Of(Dice.Digits, 6)}{dice.Of("ABCD", 1)}⟧",
                static dice => $"NINO: ⟦{Letters(dice)} {dice.Of(Dice.Digits, 2)} {dice.Of(Dice.Digits, 2)} {dice.Of(Dice.Digits, 2)} {dice.Of("ABCD", 1)}⟧",
            ],
            [
                static dice => $"insurance {dice.Pick("QQ", "BG", "ZZ", "DA")}{dice.Of(Dice.Digits, 6)}A",
                static dice => $"nino {Letters(dice)}{dice.Of(Dice.Digits, 6)}E",
                static dice => $"part {Letters(dice)}{dice.Of(Dice.Digits, 6)}A",
            ]),
        new("uk-driving-licence",
            [
                static dice => $"driving licence ⟦MORGA{dice.Next(10)}0{1 + dice.Next(9)}1{dice.Next(10)}{dice.Next(10)}SM{dice.Of(Dice.Digits, 1)}{dice.Of(Dice.Upper, 2)}⟧",
                static dice => $"DVLA: ⟦LEE99{dice.Next(10)}5{1 + dice.Next(9)}1{dice.Next(10)}{dice.Next(10)}A9{dice.Of(Dice.Digits, 1)}{dice.Of(Dice.Upper, 2)}⟧",
            ],
            [static dice => $"driving licence MORGA6{dice.Pick("13", "35", "63", "00")}{1 + dice.Next(2)}54SM9IJ", static _ => "id MORGA657054SM9IJ"]),
        new("uk-postcode",
            [
                static dice => $"postcode: ⟦SW1A {dice.Next(10)}{dice.Of(Dice.Upper, 2)}⟧",
                static dice => $"\"post_code\":\"⟦M{1 + dice.Next(9)} {dice.Next(10)}{dice.Of(Dice.Upper, 2)}⟧\"",
            ],
            [static dice => $"model SW1A {dice.Next(10)}AA", static dice => $"postcode {dice.Of(Dice.Digits, 5)}"]),
    ];

    private static string Nhs(Dice dice)
    {
        while (true)
            if (CheckDigits.Nhs(BrazilSamples.Body(dice, 9)) is { } nhs)
                return nhs;
    }

    private static string Letters(Dice dice) => dice.Of("ABCEHJLMPRSW", 1) + dice.Of("ACEHJLMPRSWX", 1);
}
