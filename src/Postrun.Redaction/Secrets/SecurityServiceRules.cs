using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Services that know networks and threats, and gateways to chains of blocks.</summary>
internal static partial class SecurityServiceRules
{
    private static readonly RuleSource Shodan = new(RuleCategory.Service, "https://developer.shodan.io");
    private static readonly RuleSource Censys = new(RuleCategory.Service, "https://docs.censys.com/reference/get-started");
    private static readonly RuleSource Virustotal = new(RuleCategory.Service, "https://docs.virustotal.com/reference/authentication");
    private static readonly RuleSource MaxmindLicense = new(RuleCategory.Service, "https://support.maxmind.com/hc/en-us/articles/4407116112539");
    private static readonly RuleSource Etherscan = new(RuleCategory.Service, "https://docs.etherscan.io");
    private static readonly RuleSource Infura = new(RuleCategory.Service, "https://docs.metamask.io/services/");
    private static readonly RuleSource Alchemy = new(RuleCategory.Service, "https://www.alchemy.com/docs/create-an-api-key");
    private static readonly RuleSource Pinata = new(RuleCategory.Service, "https://docs.pinata.cloud");
    private static readonly RuleSource BlockfrostProject = new(RuleCategory.Service, "https://docs.blockfrost.io");

    internal static IEnumerable<Rule> All =>
    [
        Shodan.Named("shodan-api-key", "Shodan API key", Severity.High, SharedForms.Alphanumeric32, ["shodan"], Strength.Random),
        Censys.Token("censys-token", "Censys token", Severity.High, CensysToken, ["censys_"]),
        Virustotal.Named("virustotal-api-key", "VirusTotal API key", Severity.High, SharedForms.Hexadecimal64, ["virustotal", "vt_api"]),
        MaxmindLicense.Token("maxmind-license-key", "MaxMind license key", Severity.High, MaxmindLicenseKey, ["_mmk"], lead: 36),
        Etherscan.Named("etherscan-api-key", "Etherscan API key", Severity.Medium, EtherscanApiKey, ["etherscan"], Strength.Random),
        Infura.Named("infura-key", "Infura key", Severity.High, SharedForms.Hexadecimal32, ["infura"]),
        Infura.Following("infura-address-key", "Infura key in an address", Severity.High, InfuraAddressKeyContext, SharedForms.Hexadecimal32,
            [".infura.io/"]),
        Alchemy.Named("alchemy-api-key", "Alchemy API key", Severity.High, SharedForms.Base64Url32, ["alchemy"], Strength.Random),
        Alchemy.Following("alchemy-address-key", "Alchemy key in an address", Severity.High, AlchemyAddressKeyContext, SharedForms.Base64Url32,
            [".alchemy.com/", ".alchemyapi.io/"]),
        Pinata.Named("pinata-secret-key", "Pinata secret key", Severity.High, SharedForms.Hexadecimal64, ["pinata"]),
        BlockfrostProject.Named("blockfrost-project-key", "Blockfrost key of a project", Severity.High, BlockfrostProjectKey, ["blockfrost"]),
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
