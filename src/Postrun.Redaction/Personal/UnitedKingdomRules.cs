using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Numbers of the United Kingdom.</summary>
internal static class UnitedKingdomRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "uk-nhs-number",
            Name = "NHS number",
            Reference = "https://www.datadictionary.nhs.uk/attributes/nhs_number.html",
            Severity = Severity.High,
            Category = RuleCategory.PersonalUnitedKingdom,
            Detector = new MatchDetector(new NumberMatcher(BritishNumbers.Nhs)
            {
                Named = ["dddddddddd", "ddd ddd dddd", "ddd-ddd-dddd"],
                Words = ["nhs*", "patient*"],
            }.TryFind)
            { Shape = Shape.TenDigits },
        },
        new()
        {
            Id = "uk-national-insurance-number",
            Name = "National Insurance number",
            Reference = "https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110",
            Severity = Severity.High,
            Category = RuleCategory.PersonalUnitedKingdom,
            Detector = new MatchDetector(new NumberMatcher(BritishNumbers.NationalInsurance)
            {
                Named = ["AAddddddA", "AA dd dd dd A", "AA-dd-dd-dd-A", "AA dddddd A"],
            }.TryFind)
            { Literals = ["insurance", "nino", "ni number", "ni no"], IgnoreCase = true },
        },
        new()
        {
            Id = "uk-driving-licence",
            Name = "UK driving licence",
            Reference = "https://www.gov.uk/view-driving-licence",
            Severity = Severity.High,
            Category = RuleCategory.PersonalUnitedKingdom,
            Detector = new MatchDetector(new NumberMatcher(BritishNumbers.DrivingLicence)
            {
                Named = ["xxxxxddddddxxdAA", "xxxxxddddddxxxAA"],
            }.TryFind)
            { Literals = ["driving", "dvla", "driver lic", "driver_lic", "driver's lic", "drivers lic", "licence n"], IgnoreCase = true },
        },
        new()
        {
            Id = "uk-postcode",
            Name = "UK postcode",
            Reference = "https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema",
            Severity = Severity.Low,
            Category = RuleCategory.PersonalUnitedKingdom,
            Detector = new MatchDetector(new NumberMatcher(static value => Verdict.Plausible)
            {
                Named = ["Ad dAA", "Add dAA", "AAd dAA", "AAdd dAA", "AdA dAA", "AAdA dAA"],
            }.TryFind)
            { Literals = ["postcode", "post code", "post_code", "postal"], IgnoreCase = true },
        },
    ];
}
