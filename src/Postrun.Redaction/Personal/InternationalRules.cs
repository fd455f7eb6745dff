using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>What identifies persons everywhere.</summary>
internal static class InternationalRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "payment-card",
            Name = "Payment card number",
            Reference = "https://www.iso.org/standard/70484.html",
            Severity = Severity.Critical,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(new NumberMatcher(PaymentCard.Judge)
            {
                Alone = ["dddd dddd dddd dddd", "dddd-dddd-dddd-dddd", "dddd dddddd ddddd", "dddd-dddddd-ddddd", "dddd dddddd dddd", "dddd-dddddd-dddd"],
                Named = ["dddddddddddddddd", "ddddddddddddddd", "dddddddddddddd"],
                Words = ["card*", "credit*", "debit*", "visa", "mastercard", "amex", "american", "discover", "diners", "pan", "cc", "ccn", "ccnum*", "cart*", "tarjeta", "carte", "kreditkarte*", "payment*", "pagamento"],
                StandsInNoRow = true,
            }.TryFind)
            { Shape = Shape.CardNumber },
        },
        new()
        {
            Id = "iban",
            Name = "IBAN",
            Reference = "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
            Severity = Severity.High,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(IbanMatcher.TryFind) { Shape = Shape.BankAccount, Literals = ["iban"], IgnoreCase = true },
        },
        new()
        {
            Id = "email-address",
            Name = "E-mail address",
            Reference = "https://www.rfc-editor.org/rfc/rfc5322",
            Severity = Severity.High,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(MailMatcher.TryFind) { Shape = Shape.At },
        },
        new()
        {
            Id = "phone-number",
            Name = "International telephone number",
            Reference = "https://www.itu.int/rec/T-REC-E.164",
            Severity = Severity.High,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(PhoneMatcher.TryFind) { Shape = Shape.International },
        },
        new()
        {
            Id = "ipv4-address",
            Name = "Public IPv4 address",
            Reference = "https://www.rfc-editor.org/rfc/rfc6890",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(AddressMatcher.TryFindFour) { Shape = Shape.DottedQuad },
        },
        new()
        {
            Id = "ipv6-address",
            Name = "Public IPv6 address",
            Reference = "https://www.rfc-editor.org/rfc/rfc4291",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(AddressMatcher.TryFindSix) { Shape = Shape.Hextets },
        },
        new()
        {
            Id = "mac-address",
            Name = "MAC address",
            Reference = "https://www.rfc-editor.org/rfc/rfc7042",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(AddressMatcher.TryFindDevice) { Shape = Shape.HexPairs },
        },
        new()
        {
            Id = "geo-coordinates",
            Name = "Coordinates of a place",
            Reference = "https://www.rfc-editor.org/rfc/rfc5870",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(CoordinateMatcher.TryFind) { Literals = ["latitude", "longitude", "coordinate", "lat=", "lat:", "lat\"", "lon=", "lon:", "lon\"", "lng=", "lng:", "lng\"", "gps:", "gps=", "geo:"], IgnoreCase = true },
        },
        new()
        {
            Id = "date-of-birth",
            Name = "Date of birth",
            Reference = "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            Severity = Severity.High,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(BirthMatcher.TryFind) { Literals = ["birth", "nascimento", "nascid", "nacimiento", "naissance", "nascita", "geburt", "geboren", "born", "dob:", "dob=", "dob\"", "dob "], IgnoreCase = true },
        },
        new()
        {
            Id = "passport-number",
            Name = "Passport number",
            Reference = "https://www.icao.int/publications/pages/publication.aspx?docnum=9303",
            Severity = Severity.High,
            Category = RuleCategory.PersonalInternational,
            Detector = new MatchDetector(new NumberMatcher(PassportNumber.Judge)
            {
                Named = ["ddddddddd", "Adddddddd", "AAddddddd", "AAdddddd", "AAAdddddd", "dddddddd", "ddAAddddd", "Addddddd", "dddddddA"],
            }.TryFind)
            { Literals = ["passport", "passaporte", "passeport", "pasaporte", "reisepass", "passaporto"], IgnoreCase = true },
        },
    ];
}
