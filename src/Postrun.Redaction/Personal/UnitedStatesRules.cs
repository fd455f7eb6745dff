using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Numbers of the United States.</summary>
internal static class UnitedStatesRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "us-social-security-number",
            Name = "US Social Security number",
            Reference = "https://www.ssa.gov/employer/randomization.html",
            Severity = Severity.Critical,
            Category = RuleCategory.PersonalUnitedStates,
            Detector = new MatchDetector(new NumberMatcher(AmericanNumbers.SocialSecurity)
            {
                Alone = ["ddd-dd-dddd"],
                Named = ["ddddddddd", "ddd dd dddd"],
                Words = ["ssn", "ssns", "social*", "security", "taxpayer*"],
            }.TryFind)
            { Shape = Shape.NineDigits },
        },
        new()
        {
            Id = "us-itin",
            Name = "US individual taxpayer number",
            Reference = "https://www.irs.gov/individuals/individual-taxpayer-identification-number",
            Severity = Severity.High,
            Category = RuleCategory.PersonalUnitedStates,
            Detector = new MatchDetector(new NumberMatcher(AmericanNumbers.IndividualTaxpayer)
            {
                Alone = ["ddd-dd-dddd"],
                Named = ["ddddddddd", "ddd dd dddd"],
                Words = ["itin", "taxpayer*", "tin", "tax"],
            }.TryFind)
            { Shape = Shape.NineDigits },
        },
        new()
        {
            Id = "us-employer-number",
            Name = "US employer identification number",
            Reference = "https://www.irs.gov/businesses/small-businesses-self-employed/employer-id-numbers",
            Severity = Severity.Medium,
            Category = RuleCategory.PersonalUnitedStates,
            Detector = new MatchDetector(new NumberMatcher(AmericanNumbers.Employer)
            {
                Named = ["dd-ddddddd"],
            }.TryFind)
            { Literals = ["employer i", "employer_i", "fein", "\"ein\"", "ein:", "ein=", "ein #", "ein no", "ein is", "tax id", "taxid", "tax_id", "(ein)"], IgnoreCase = true },
        },
        new()
        {
            Id = "us-phone",
            Name = "North American telephone number",
            Reference = "https://www.nationalnanpa.com",
            Severity = Severity.High,
            Category = RuleCategory.PersonalUnitedStates,
            Detector = new MatchDetector(new NumberMatcher(AmericanNumbers.Phone)
            {
                Alone = ["ddd-ddd-dddd", "(ddd) ddd-dddd", "(ddd)ddd-dddd"],
                Named = ["dddddddddd", "ddd.ddd.dddd", "ddd ddd dddd"],
                Words = ["phone*", "tel", "tele*", "mobile", "cell*", "call", "fax", "contact*", "telephone", "whatsapp", "sms"],
                Trunk = (byte)'1',
            }.TryFind)
            { Shape = Shape.TenDigits },
        },
    ];
}
