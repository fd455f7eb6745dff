namespace Postrun.Redaction.Tests.Samples;

internal static class UnitedStatesSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("us-social-security-number",
            [
                static dice => $"employee ⟦{Area(dice)}-{Group(dice)}-{Serial(dice)}⟧ hired",
                static dice => $"ssn=⟦{Area(dice)}{Group(dice)}{Serial(dice)}⟧",
                static dice => $"Social Security: ⟦{Area(dice)} {Group(dice)} {Serial(dice)}⟧",
            ],
            [
                static dice => $"{dice.Pick("000", "666", "900", "987")}-{Group(dice)}-{Serial(dice)}",
                static dice => $"{Area(dice)}-00-{Serial(dice)} {Area(dice)}-{Group(dice)}-0000 078-05-1120",
                static dice => $"read {Area(dice)}{Group(dice)}{Serial(dice)} bytes on 2026-11-24",
                static dice => $"sku 12-{Area(dice)}-{Group(dice)}-{Serial(dice)}",
            ]),
        new("us-itin",
            [
                static dice => $"⟦9{dice.Of(Dice.Digits, 2)}-{50 + dice.Next(16)}-{Serial(dice)}⟧",
                static dice => $"ITIN: ⟦9{dice.Of(Dice.Digits, 2)}{70 + dice.Next(19)}{Serial(dice)}⟧",
            ],
            [static dice => $"9{dice.Of(Dice.Digits, 2)}-{dice.Pick(10, 49, 66, 69, 89, 93)}-{Serial(dice)}", static dice => $"{Area(dice)}-70-{Serial(dice)}"]),
        new("us-employer-number",
            [static dice => $"EIN: ⟦12-{BrazilSamples.Body(dice, 7)}⟧", static dice => $"employer identification number ⟦45-{BrazilSamples.Body(dice, 7)}⟧"],
            [static dice => $"EIN: 07-{dice.Of(Dice.Digits, 7)}", static dice => $"part 12-{dice.Of(Dice.Digits, 7)}", static dice => $"protein: x 1-{dice.Of(Dice.Digits, 7)}"]),
        new("us-phone",
            [
                static dice => $"call ⟦212-{Exchange(dice)}-{Serial(dice)}⟧ now",
                static dice => $"⟦(415) {Exchange(dice)}-{Serial(dice)}⟧",
                static dice => $"1-⟦800-{Exchange(dice)}-{Serial(dice)}⟧",
                static dice => $"\"phone\": \"⟦212{Exchange(dice)}{Serial(dice)}⟧\"",
                static dice => $"Tel. ⟦303.{Exchange(dice)}.{Serial(dice)}⟧",
            ],
            [
                static dice => $"112-{Exchange(dice)}-{Serial(dice)} 212-1{dice.Of(Dice.Digits, 2)}-{Serial(dice)} 911-{Exchange(dice)}-{Serial(dice)}",
                static dice => $"epoch {1_764_000_000 + dice.Next(1_000_000)} phone",
                static dice => $"mlp-512-256-{dice.Of("123", 4)} 512.256.{dice.Of("123", 4)} [512 256 {dice.Of("123", 4)}]",
                static dice => $"bytes 4294967{dice.Of("123", 3)}",
            ]),
    ];

    private static string Area(Dice dice) => $"{100 + dice.Next(566)}";

    private static string Group(Dice dice) => $"{10 + dice.Next(90)}";

    private static string Serial(Dice dice) => $"{1000 + dice.Next(9000)}";

    private static string Exchange(Dice dice) => dice.Of("23456", 1) + dice.Of("23456789", 2);
}
