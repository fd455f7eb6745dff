using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Registries of packages and of images.</summary>
internal static partial class RegistryRules
{
    private static readonly RuleSource Npm = new(RuleCategory.Registry, "https://docs.npmjs.com/about-access-tokens");
    private static readonly RuleSource PyPi = new(RuleCategory.Registry, "https://pypi.org/help/#apitoken");
    private static readonly RuleSource NuGet = new(RuleCategory.Registry, "https://learn.microsoft.com/nuget/nuget-org/publish-a-package");
    private static readonly RuleSource RubyGems = new(RuleCategory.Registry, "https://guides.rubygems.org/api-key-scopes/");
    private static readonly RuleSource Crates = new(RuleCategory.Registry, "https://doc.rust-lang.org/cargo/reference/publishing.html");
    private static readonly RuleSource Docker = new(RuleCategory.Registry, "https://docs.docker.com/security/access-tokens/");
    private static readonly RuleSource Artifactory = new(RuleCategory.Registry, "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens");
    private static readonly RuleSource Quay = new(RuleCategory.Registry, "https://docs.quay.io/api/");
    private static readonly RuleSource Cloudsmith = new(RuleCategory.Registry, "https://help.cloudsmith.io/docs/api-key");
    private static readonly RuleSource Packagist = new(RuleCategory.Registry, "https://packagist.com/docs/access-permissions");
    private static readonly RuleSource Clojars = new(RuleCategory.Registry, "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens");
    private static readonly RuleSource Hex = new(RuleCategory.Registry, "https://hex.pm/docs/publish");
    private static readonly RuleSource Anaconda = new(RuleCategory.Registry, "https://www.anaconda.com/docs/tools/anaconda-org/user-guide/tokens");
    private static readonly RuleSource OpenVsx = new(RuleCategory.Registry, "https://github.com/eclipse/openvsx/wiki/Publishing-Extensions");
    private static readonly RuleSource PackageCloud = new(RuleCategory.Registry, "https://packagecloud.io/docs/api");
    private static readonly RuleSource Chocolatey = new(RuleCategory.Registry, "https://docs.chocolatey.org/en-us/create/create-packages/");

    internal static IEnumerable<Rule> All =>
    [
        Npm.Token("npm-access-token", "npm access token", Severity.Critical, NpmAccessToken, ["npm_"], GitHubToken.Judge),
        Npm.Assigned("npm-legacy-token", "npm token of the older form", Severity.Critical, NpmLegacyToken, ["_authtoken", "npm_token", "npm_auth"]),
        PyPi.Token("pypi-api-token", "PyPI API token", Severity.Critical, PypiApiToken, ["pypi-AgEIcHlwaS5vcmc"], Strength.Verified),
        PyPi.Token("test-pypi-api-token", "TestPyPI API token", Severity.High, TestPypiApiToken, ["pypi-AgENdGVzdC5weXBpLm9yZw"], Strength.Verified),
        NuGet.Token("nuget-api-key", "NuGet API key", Severity.Critical, NugetApiKey, ["oy2"]),
        RubyGems.Token("rubygems-api-key", "RubyGems API key", Severity.Critical, RubygemsApiKey, ["rubygems_"]),
        Crates.Token("crates-api-token", "crates.io API token", Severity.Critical, CratesApiToken, ["cio"], Strength.MixedCase),
        Docker.Token("docker-personal-access-token", "Docker Hub personal access token", Severity.Critical, DockerPersonalAccessToken, ["dckr_pat_"]),
        Docker.Token("docker-organization-token", "Docker Hub organization access token", Severity.Critical, DockerOrganizationToken, ["dckr_oat_"]),
        Artifactory.Token("artifactory-api-key", "Artifactory API key", Severity.Critical, ArtifactoryApiKey, ["AKCp"]),
        Artifactory.Token("artifactory-reference-token", "Artifactory reference token", Severity.Critical, ArtifactoryReferenceToken,
            ["cmVmdGtu"], Strength.Verified),
        Quay.Assigned("quay-token", "Quay token", Severity.Critical, QuayToken, ["quay"], Strength.Random),
        Cloudsmith.Assigned("cloudsmith-api-key", "Cloudsmith API key", Severity.Critical, CloudsmithApiKey, ["cloudsmith"]),
        Packagist.Token("packagist-token", "Private Packagist token", Severity.Critical, PackagistToken, ["packagist_"]),
        Clojars.Token("clojars-deploy-token", "Clojars deploy token", Severity.Critical, ClojarsDeployToken, ["CLOJARS_"]),
        Hex.Assigned("hex-api-key", "Hex API key", Severity.Critical, HexApiKey, ["hex_api", "hexpm"]),
        Anaconda.Assigned("anaconda-token", "Anaconda token", Severity.High, AnacondaToken, ["anaconda", "conda_t"]),
        OpenVsx.Token("open-vsx-token", "Open VSX token", Severity.Critical, OpenVsxToken, ["ovsxat_", "ovsxp_"]),
        PackageCloud.Assigned("packagecloud-token", "packagecloud token", Severity.High, PackagecloudToken, ["packagecloud"]),
        Chocolatey.Assigned("chocolatey-api-key", "Chocolatey API key", Severity.Critical, ChocolateyApiKey, ["chocolatey", "choco_"]),
    ];

    [GeneratedRegex("npm_[0-9A-Za-z]{36}")]
    private static partial Regex NpmAccessToken { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex NpmLegacyToken { get; }

    [GeneratedRegex("pypi-AgEIcHlwaS5vcmc[0-9A-Za-z_-]{50,}")]
    private static partial Regex PypiApiToken { get; }

    [GeneratedRegex("pypi-AgENdGVzdC5weXBpLm9yZw[0-9A-Za-z_-]{50,}")]
    private static partial Regex TestPypiApiToken { get; }

    [GeneratedRegex("oy2[a-z2-7]{43}")]
    private static partial Regex NugetApiKey { get; }

    [GeneratedRegex("rubygems_[0-9a-f]{48}")]
    private static partial Regex RubygemsApiKey { get; }

    [GeneratedRegex("cio[0-9A-Za-z]{32}")]
    private static partial Regex CratesApiToken { get; }

    [GeneratedRegex("dckr_pat_[0-9A-Za-z_-]{27}")]
    private static partial Regex DockerPersonalAccessToken { get; }

    [GeneratedRegex("dckr_oat_[0-9A-Za-z_-]{32}")]
    private static partial Regex DockerOrganizationToken { get; }

    [GeneratedRegex("AKCp[0-9A-Za-z]{69}")]
    private static partial Regex ArtifactoryApiKey { get; }

    [GeneratedRegex("cmVmdGtu[0-9A-Za-z]{56}")]
    private static partial Regex ArtifactoryReferenceToken { get; }

    [GeneratedRegex("[0-9A-Z]{64}|[0-9A-Za-z]{40}")]
    private static partial Regex QuayToken { get; }

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex CloudsmithApiKey { get; }

    [GeneratedRegex("packagist_[a-z]{3}_[0-9a-f]{68}")]
    private static partial Regex PackagistToken { get; }

    [GeneratedRegex("CLOJARS_[0-9a-z]{60}")]
    private static partial Regex ClojarsDeployToken { get; }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex HexApiKey { get; }

    [GeneratedRegex("(?:an-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AnacondaToken { get; }

    [GeneratedRegex("ovsx(?:at|p)_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex OpenVsxToken { get; }

    [GeneratedRegex("[0-9a-f]{48}")]
    private static partial Regex PackagecloudToken { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex ChocolateyApiKey { get; }
}
