namespace Postrun.Redaction.Tests.Samples;

internal static class InternationalSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("payment-card",
            [
                static dice => Visa(dice) is var card ? $"paid with ⟦{Grouped(card, ' ')}⟧ today" : "",
                static dice => Visa(dice) is var card ? $"⟦{Grouped(card, '-')}⟧" : "",
                static dice => $"card_number=⟦{Visa(dice)}⟧",
                static dice => Amex(dice) is var card ? $"amex ⟦{card[..4]} {card[4..10]} {card[10..]}⟧ 12/29" : "",
                static dice => $"credit card: ⟦{Amex(dice)}⟧",
            ],
            [
                static dice => $"paid with {Grouped(CheckDigits.Broken(Visa(dice)), ' ')}",
                static dice => $"trace {Visa(dice)} done",
                static dice => $"{Grouped(Visa(dice), ' ')} {dice.Of(Dice.Hexadecimal, 4)} 54A1",
                static dice => $"0x40: 54a1 {Grouped(Visa(dice), ' ')} {dice.Of(Dice.Digits, 4)}",
                static dice => $"card {CheckDigits.Luhn("1" + dice.Of(Dice.Digits, 14))}",
                static dice => $"uuid {Visa(dice)[..8]}-{dice.Of(Dice.Digits, 4)}-{dice.Of(Dice.Digits, 4)}-{dice.Of(Dice.Digits, 4)}-{dice.Of(Dice.Digits, 12)}",
                static dice => $"time={1_764_000_000_000_000L + dice.Next(1_000_000_000)} card",
            ]),
        new("iban",
            [
                static dice => $"pay to ⟦{German(dice)}⟧ please",
                static dice => $"IBAN ⟦{string.Join(' ', German(dice).Chunk(4).Select(static group => new string(group)))}⟧.",
                static dice => $"iban=⟦{CheckDigits.Iban("NL", "ABNA" + dice.Of(Dice.Digits, 10))}⟧",
                static dice => $"⟦{CheckDigits.Iban("BR", dice.Of(Dice.Digits, 23) + "P1")}⟧",
                static dice => $"iban: ⟦{CheckDigits.Iban("MT", "MALT" + dice.Of(Dice.Digits, 5) + dice.Of(Dice.Digits + Dice.Upper, 18))}⟧",
            ],
            [
                static dice => $"iban {CheckDigits.Broken(German(dice))}",
                static dice => $"iban {German(dice)}1",
                static dice => $"key ZZ{dice.Of(Dice.Digits, 20)}",
            ]),
        new("email-address",
            [
                static dice => $"user ⟦{dice.Of(Dice.Lower, 3, 9)}.{dice.Of(Dice.Lower, 3, 9)}@{dice.Of(Dice.Lower, 3, 9)}.{dice.Pick("com", "com.br", "co.uk", "de", "io", "org")}⟧ logged in",
                static dice => $"<⟦{dice.Of(Dice.Lower, 3, 9)}+{dice.Of(Dice.Lower, 3)}@mail.{dice.Of(Dice.Lower, 4)}.edu⟧>",
                static dice => $"Author: A B <⟦{dice.Of(Dice.Lower, 3, 9)}{dice.Of(Dice.Digits, 2)}@{dice.Of(Dice.Lower, 5)}-{dice.Of(Dice.Lower, 5)}.net⟧>.",
                static dice => $"?to=x%3D⟦{dice.Of(Dice.Lower, 3, 9)}@{dice.Of(Dice.Lower, 5)}.fr⟧&",
                static dice => $"\"a\\n⟦{dice.Of(Dice.Lower, 3, 9)}@{dice.Of(Dice.Lower, 5)}.org⟧\"",
                static dice => $"mailto:⟦{dice.Of(Dice.Lower, 3, 9)}@{dice.Of(Dice.Lower, 5)}.fr⟧",
            ],
            [
                static dice => $"git@github.com:{dice.Of(Dice.Lower, 5)}/repo.git",
                static dice => $"{dice.Of(Dice.Lower, 5)}@localhost and {dice.Of(Dice.Lower, 5)}@example.com",
                static dice => $"installed {dice.Of(Dice.Lower, 5)}@1.{dice.Next(20)}.3",
                static _ => "noreply@github.com",
                static dice => $"\"client_email\": \"{dice.Of(Dice.Lower, 5)}@{dice.Of(Dice.Lower, 5)}.iam.gserviceaccount.com\"",
                static dice => $"icon@{dice.Next(4)}x.png started getty@tty{dice.Next(9)}.service",
                static dice => $"postgres://{dice.Of(Dice.Lower, 5)}:{dice.Of(Dice.Lower, 9)}@db.{dice.Of(Dice.Lower, 5)}.com/data",
                static dice => $"y = {dice.Of(Dice.Lower, 1)}@w.T + b",
            ]),
        new("phone-number",
            [
                static dice => $"call ⟦+55 11 9{dice.Of(Dice.Digits, 4)}-{dice.Of("12345678", 3)}9⟧",
                static dice => $"tel:⟦+4420{dice.Of("34567", 4)}{dice.Of(Dice.Digits, 4)}⟧;",
                static dice => $"⟦+1 (212) {dice.Of("23456", 3)}-{dice.Of(Dice.Digits, 4)}⟧",
                static dice => $"⟦+1 212 {dice.Of("23456", 3)} {dice.Of(Dice.Digits, 4)}⟧ 42 (7)",
                static dice => $"\"phone\":\"⟦+49 30 {dice.Of(Dice.Digits, 8)}⟧\"",
            ],
            [
                static dice => $"lr=1e+0{dice.Next(9)} at +0{dice.Next(9)}00",
                static dice => $"delta +{dice.Of("12345", 5)} rows",
                static dice => $"+55 11 {dice.Of("12345", 3)}",
                static dice => $"+1{dice.Of(Dice.Digits, 12)}",
            ]),
        new("ipv4-address",
            [
                static dice => $"⟦{Public(dice)}⟧ - - [24/Nov/2026:12:00:00 +0000] \"GET / HTTP/1.1\" 200",
                static dice => $"connect to http://⟦{Public(dice)}⟧:8080/",
                static dice => $"client=⟦{Public(dice)}⟧,",
            ],
            [
                static dice => $"10.{dice.Next(256)}.0.1 192.168.{dice.Next(256)}.5 172.{16 + dice.Next(16)}.3.4 100.{64 + dice.Next(64)}.1.1 127.0.0.1 169.254.{dice.Next(256)}.7",
                static dice => $"192.0.2.{dice.Next(256)} 198.51.100.{dice.Next(256)} 203.0.113.{dice.Next(256)} 224.0.0.251 255.255.255.255 0.0.0.0 8.8.8.8 1.1.1.1",
                static dice => $"version {1 + dice.Next(200)}.{dice.Next(200)}.1.2",
                static dice => $"nvidia-cudnn-cu12==9.{1 + dice.Next(9)}.0.70",
                static dice => $"Chrome/92.{dice.Next(9)}.4.15 cudnn-8.9.2.{dice.Next(99)}",
                static dice => $"1.2.3.{dice.Next(99)}.5 and 54.{300 + dice.Next(99)}.1.1 and 8.09.1.1",
            ]),
        new("ipv6-address",
            [
                static dice => $"from ⟦2a02:{dice.Of("1234567", 4)}:{dice.Of("abcdef", 4)}::{dice.Of("12345", 2)}⟧ port 22",
                static dice => $"[⟦2804:14c:{dice.Of("123456789", 2)}:{dice.Of("123456789abc", 4)}:{dice.Of("123456789abc", 4)}:{dice.Of("123456789abc", 4)}:{dice.Of("123456789abc", 4)}:1⟧]:443",
            ],
            [
                static dice => $"2001:db8::{dice.Of(Dice.Hexadecimal, 4)} fe80::{dice.Of("123456789abcde", 4)} fd00::1 ::1",
                static dice => $"2026:11:24 12:{10 + dice.Next(50)}:00 2001:4860:4860::8888",
                static dice => $"2a02:{dice.Of(Dice.Hexadecimal, 4)}:{dice.Of(Dice.Hexadecimal, 4)}:1:2:3",
            ]),
        new("mac-address",
            [
                static dice => $"eth0: link/ether ⟦{Mac(dice, ':')}⟧ brd ff:ff:ff:ff:ff:ff",
                static dice => $"Physical Address: ⟦{Mac(dice, '-').ToUpperInvariant()}⟧",
            ],
            [
                static _ => "00:00:00:00:00:00 ff:ff:ff:ff:ff:ff 33:33:00:00:00:01 00:00:5e:00:53:01",
                static dice => $"docker 02:42:{dice.Of(Dice.Hexadecimal, 2)}:11:00:02",
                static dice => $"SHA256 {Mac(dice, ':')}:{Mac(dice, ':')}",
                static dice => $"24-11-26-12-{10 + dice.Next(50)}-00 12:00:00:{10 + dice.Next(50)}",
            ]),
        new("geo-coordinates",
            [
                static dice => $"\"latitude\": ⟦-23.{dice.Of(Dice.Digits, 5)}⟧",
                static dice => $"coordinates: ⟦{dice.Next(90)}.{dice.Of(Dice.Digits, 4)}, -{dice.Next(180)}.{dice.Of(Dice.Digits, 6)}⟧",
                static dice => $"lat=⟦{dice.Next(90)}.{dice.Of(Dice.Digits, 6)}⟧&long=x",
            ],
            [
                static dice => $"lat=12.{dice.Of(Dice.Digits, 4)}ms",
                static dice => $"lat: 12.{dice.Of(Dice.Digits, 6)} seconds",
                static dice => $"flat=0.{dice.Of(Dice.Digits, 6)} long",
                static dice => $"latitude 23.{dice.Of(Dice.Digits, 2)} and 200.{dice.Of(Dice.Digits, 6)}",
            ]),
        new("date-of-birth",
            [
                static dice => $"\"date_of_birth\": \"⟦19{10 + dice.Next(90)}-0{1 + dice.Next(9)}-{10 + dice.Next(20)}⟧\"",
                static dice => $"DOB: ⟦{1 + dice.Next(28)}/{1 + dice.Next(12)}/19{10 + dice.Next(90)}⟧",
                static dice => $"data de nascimento ⟦{1 + dice.Next(28)} de março de 19{10 + dice.Next(90)}⟧",
                static dice => $"was born on ⟦March {1 + dice.Next(28)}, 19{10 + dice.Next(90)}⟧ in",
                static dice => $"geboren am ⟦{1 + dice.Next(28)}. Mai 19{10 + dice.Next(90)}⟧",
                static dice => $"né; date de naissance : ⟦{1 + dice.Next(28)} août 19{10 + dice.Next(90)}⟧",
            ],
            [
                static dice => $"release 2026-11-{10 + dice.Next(20)}",
                static dice => $"seaborn 2024-01-{10 + dice.Next(20)}",
                static dice => $"birth 1{dice.Of("89", 1)}{dice.Next(10)} and born 0.13.2",
            ]),
        new("passport-number",
            [
                static dice => $"passport no. ⟦{dice.Of(Dice.Upper, 2)}{BrazilSamples.Body(dice, 6)}⟧",
                static dice => $"\"passport_number\": \"⟦{BrazilSamples.Body(dice, 9)}⟧\"",
                static dice => $"passaporte ⟦{dice.Of(Dice.Upper, 1)}{BrazilSamples.Body(dice, 8)}⟧",
            ],
            [
                static dice => $"number {BrazilSamples.Body(dice, 9)}",
                static dice => $"passport {dice.Of(Dice.Lower, 9)} 111111111",
            ]),
    ];

    private static string Visa(Dice dice) => CheckDigits.Luhn("4" + BrazilSamples.Body(dice, 14));

    private static string Amex(Dice dice) => CheckDigits.Luhn("37" + BrazilSamples.Body(dice, 12));

    private static string Grouped(string digits, char mark) => string.Join(mark, digits.Chunk(4).Select(static group => new string(group)));

    private static string German(Dice dice) => CheckDigits.Iban("DE", dice.Of(Dice.Digits, 18));

    private static string Public(Dice dice) => $"{dice.Pick(5, 23, 54, 81, 91, 177, 189, 200, 201)}.{dice.Next(256)}.{dice.Next(256)}.{1 + dice.Next(254)}";

    private static string Mac(Dice dice, char mark) =>
        string.Join(mark, "a4", dice.Of("abcdef", 2), dice.Of(Dice.Hexadecimal, 2), dice.Of(Dice.Hexadecimal, 2), dice.Of(Dice.Hexadecimal, 2), dice.Of(Dice.Hexadecimal, 2));
}
