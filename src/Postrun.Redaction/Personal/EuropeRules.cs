using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Numbers of states of Europe.</summary>
internal static class EuropeRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "es-nif",
            Name = "Spanish NIF or NIE",
            Reference = "https://sede.agenciatributaria.gob.es",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.SpanishNif)
            {
                Alone = ["Xddddddd-A", "Yddddddd-A", "Zddddddd-A", "XdddddddA", "YdddddddA", "ZdddddddA"],
                Named = ["ddddddddA", "dddddddd-A"],
                Words = ["dni", "nif", "nie", "identidad", "identi*", "fiscal", "documento", "spanish", "espa*", "tax"],
            }.TryFind)
            { Shape = Shape.DigitsAndLetter },
        },
        new()
        {
            Id = "pt-nif",
            Name = "Portuguese NIF",
            Reference = "https://www.portaldasfinancas.gov.pt",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.PortugueseNif)
            {
                Named = ["ddddddddd", "ddd ddd ddd"],
                Words = ["nif", "contribuinte", "nipc", "fiscal", "finan*"],
            }.TryFind)
            { Shape = Shape.NineDigits, Literals = ["contribuinte"], IgnoreCase = true },
        },
        new()
        {
            Id = "pt-niss",
            Name = "Portuguese NISS",
            Reference = "https://www.seg-social.pt",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.PortugueseNiss)
            {
                Named = ["ddddddddddd"],
                Words = ["niss", "seguran*", "social"],
            }.TryFind)
            { Shape = Shape.ElevenDigits },
        },
        new()
        {
            Id = "pt-citizen-card",
            Name = "Portuguese citizen card",
            Reference = "https://www.autenticacao.gov.pt",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.PortugueseCard)
            {
                Named = ["dddddddd d xxd", "dddddddd-d-xxd", "dddddddddxxd", "dddddddd dxxd"],
            }.TryFind)
            { Literals = ["cidad", "citizen"], IgnoreCase = true },
        },
        new()
        {
            Id = "fr-nir",
            Name = "French NIR",
            Reference = "https://www.insee.fr/fr/metadonnees/definition/c1409",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.FrenchNir)
            {
                Alone = ["d dd dd dd ddd ddd dd", "d dd dd dA ddd ddd dd"],
                Named = ["ddddddddddddddd", "ddddddddddddd dd"],
                Words = ["nir", "insee", "secu", "securite", "curit*", "social*", "assur*", "vitale", "nss"],
            }.TryFind)
            { Shape = Shape.FifteenDigits, Literals = ["sociale", "insee"], IgnoreCase = true },
        },
        new()
        {
            Id = "de-tax-id",
            Name = "German Steuer-ID",
            Reference = "https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.GermanTaxId)
            {
                Named = ["ddddddddddd", "dd ddd ddd ddd"],
                Words = ["steuer*", "idnr", "tin", "tax", "idno", "identifikation*"],
            }.TryFind)
            { Shape = Shape.ElevenDigits },
        },
        new()
        {
            Id = "de-id-card",
            Name = "German identity card",
            Reference = "https://www.personalausweisportal.de",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.GermanIdCard)
            {
                Named = ["Axxxxxxxxd", "Axxxxxxxx"],
            }.TryFind)
            { Literals = ["ausweis"], IgnoreCase = true },
        },
        new()
        {
            Id = "it-fiscal-code",
            Name = "Italian codice fiscale",
            Reference = "https://www.agenziaentrate.gov.it",
            Severity = Severity.High,
            Category = RuleCategory.PersonalEurope,
            Detector = new MatchDetector(new NumberMatcher(EuropeanNumbers.ItalianFiscalCode)
            {
                Alone = ["AAAAAAddAddAdddA"],
            }.TryFind)
            { Shape = Shape.FiscalCode },
        },
    ];
}
