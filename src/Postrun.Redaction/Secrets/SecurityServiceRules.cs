using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that know networks and threats, and gateways to chains of blocks.</summary>
internal static partial class SecurityServiceRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "shodan-api-key",
            Name = "Shodan API key",
            Reference = "https://developer.shodan.io",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Alphanumeric32) { Literals = ["shodan"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "censys-token",
            Name = "Censys token",
            Reference = "https://docs.censys.com/reference/get-started",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(CensysToken) { Literals = ["censys_"] },
        },
        new()
        {
            Id = "virustotal-api-key",
            Name = "VirusTotal API key",
            Reference = "https://docs.virustotal.com/reference/authentication",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["virustotal", "vt_api"], NamesSecret = true },
        },
        new()
        {
            Id = "maxmind-license-key",
            Name = "MaxMind license key",
            Reference = "https://support.maxmind.com/hc/en-us/articles/4407116112539",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new TokenDetector(MaxmindLicenseKey) { Literals = ["_mmk"], Lead = 36 },
        },
        new()
        {
            Id = "etherscan-api-key",
            Name = "Etherscan API key",
            Reference = "https://docs.etherscan.io",
            Severity = Severity.Medium,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(EtherscanApiKey) { Literals = ["etherscan"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "infura-key",
            Name = "Infura key",
            Reference = "https://docs.metamask.io/services/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal32) { Literals = ["infura"], NamesSecret = true },
        },
        new()
        {
            Id = "infura-address-key",
            Name = "Infura key in an address",
            Reference = "https://docs.metamask.io/services/",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(InfuraAddressKeyContext, Forms.Hexadecimal32) { Literals = [".infura.io/"] },
        },
        new()
        {
            Id = "alchemy-api-key",
            Name = "Alchemy API key",
            Reference = "https://www.alchemy.com/docs/create-an-api-key",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Base64Url32) { Literals = ["alchemy"], NamesSecret = true, Validator = Scrambled.Judge },
        },
        new()
        {
            Id = "alchemy-address-key",
            Name = "Alchemy key in an address",
            Reference = "https://www.alchemy.com/docs/create-an-api-key",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new FollowingDetector(AlchemyAddressKeyContext, Forms.Base64Url32) { Literals = [".alchemy.com/", ".alchemyapi.io/"] },
        },
        new()
        {
            Id = "pinata-secret-key",
            Name = "Pinata secret key",
            Reference = "https://docs.pinata.cloud",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(Forms.Hexadecimal64) { Literals = ["pinata"], NamesSecret = true },
        },
        new()
        {
            Id = "blockfrost-project-key",
            Name = "Blockfrost key of a project",
            Reference = "https://docs.blockfrost.io",
            Severity = Severity.High,
            Category = RuleCategory.Service,
            Detector = new AssignedDetector(BlockfrostProjectKey) { Literals = ["blockfrost"], NamesSecret = true },
        },
    ];

    [GeneratedRegex("censys_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}")]
    private static partial Regex CensysToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk")]
    private static partial Regex MaxmindLicenseKey { get; }

    [GeneratedRegex("[0-9A-Z]{34}")]
    private static partial Regex EtherscanApiKey { get; }

    [GeneratedRegex(@"\.infura\.io/(?:ws/)?v3/")]
    private static partial Regex InfuraAddressKeyContext { get; }

    [GeneratedRegex(@"\.alchemy(?:\.com|api\.io)/(?:nft/)?v[23]/")]
    private static partial Regex AlchemyAddressKeyContext { get; }

    [GeneratedRegex("(?:mainnet|preprod|preview)[0-9A-Za-z]{32}")]
    private static partial Regex BlockfrostProjectKey { get; }
}
