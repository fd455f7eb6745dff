using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts of Git repositories.</summary>
internal static partial class SourceControlRules
{
    private static readonly RuleSource GitHub = new(RuleCategory.SourceControl, "https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github");
    private static readonly RuleSource Bitbucket = new(RuleCategory.SourceControl, "https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens/");
    private static readonly RuleSource Gitea = new(RuleCategory.SourceControl, "https://docs.gitea.com/development/api-usage");
    private static readonly RuleSource AzureDevOps = new(RuleCategory.SourceControl, "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate");
    private static readonly RuleSource Sourcegraph = new(RuleCategory.SourceControl, "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token");
    private static readonly RuleSource Phabricator = new(RuleCategory.SourceControl, "https://we.phorge.it/conduit/");
    private static readonly RuleSource Gitee = new(RuleCategory.SourceControl, "https://gitee.com/api/v5/swagger");

    internal static IEnumerable<Rule> All =>
    [
        GitHub.Token("github-personal-access-token", "GitHub personal access token", Severity.Critical, GithubPersonalAccessToken,
            ["ghp_"], GitHubToken.Judge),
        GitHub.Token("github-oauth-token", "GitHub OAuth token", Severity.Critical, GithubOauthToken, ["gho_"], GitHubToken.Judge),
        GitHub.Token("github-user-token", "GitHub user token of an app", Severity.High, GithubUserToken, ["ghu_"], GitHubToken.Judge),
        GitHub.Token("github-server-token", "GitHub installation token of an app", Severity.High, GithubServerToken, ["ghs_"], GitHubToken.Judge),
        GitHub.Token("github-refresh-token", "GitHub refresh token", Severity.Critical, GithubRefreshToken, ["ghr_"], GitHubToken.Judge),
        GitHub.Token("github-signed-server-token", "GitHub installation token with a signature", Severity.High, GithubSignedServerToken, ["ghs_"]),
        GitHub.Token("github-fine-grained-token", "GitHub fine-grained personal access token", Severity.Critical, GithubFineGrainedToken,
            ["github_pat_"], GitHubFineGrainedToken.Judge),
        GitHub.Assigned("github-legacy-token", "GitHub token of the older form", Severity.Critical, GithubLegacyToken,
            ["github_token", "github-token", "githubtoken", "github_api", "github_pat", "github_oauth", "gh_token", "github_secret", "github_client_secret"]),
        Bitbucket.Token("bitbucket-access-token", "Bitbucket access token", Severity.Critical, BitbucketAccessToken, ["ATCTT3xFfG"]),
        Bitbucket.Token("bitbucket-app-password", "Bitbucket app password", Severity.Critical, BitbucketAppPassword, ["ATBB"]),
        Bitbucket.Assigned("bitbucket-client-secret", "Bitbucket client secret", Severity.High, BitbucketClientSecret,
            ["bitbucket"], Strength.MixedCase),
        Gitea.Assigned("gitea-access-token", "Gitea or Forgejo access token", Severity.Critical, GiteaAccessToken,
            ["gitea_t", "gitea_a", "gitea-t", "forgejo_t", "forgejo_a", "codeberg_t", "codeberg_a"]),
        Gitee.Assigned("gitee-access-token", "Gitee access token", Severity.Critical, GiteeAccessToken, ["gitee"]),
        AzureDevOps.Token("azure-devops-signed-token", "Azure DevOps personal access token", Severity.Critical, AzureDevopsSignedToken,
            ["AZDO"], Strength.Verified, lead: 76),
        AzureDevOps.Assigned("azure-devops-token", "Azure DevOps personal access token of the older form", Severity.Critical, AzureDevopsToken,
            ["azure_devops", "azuredevops", "azure-devops", "vsts_", "vss_nuget", "ado_pat", "azdo", "ado_token"]),
        Sourcegraph.Token("sourcegraph-access-token", "Sourcegraph access token", Severity.Critical, SourcegraphAccessToken, ["sgp_"]),
        Sourcegraph.Token("sourcegraph-license-token", "Sourcegraph gateway token", Severity.High, SourcegraphLicenseToken, ["slk_"]),
        Phabricator.Assigned("phabricator-conduit-token", "Phabricator API token", Severity.Critical, PhabricatorConduitToken,
            ["phabricator", "phorge", "conduit"]),
    ];

    [GeneratedRegex("ghp_[0-9A-Za-z]{36}")]
    private static partial Regex GithubPersonalAccessToken { get; }

    [GeneratedRegex("gho_[0-9A-Za-z]{36}")]
    private static partial Regex GithubOauthToken { get; }

    [GeneratedRegex("ghu_[0-9A-Za-z]{36}")]
    private static partial Regex GithubUserToken { get; }

    [GeneratedRegex("ghs_[0-9A-Za-z]{36}")]
    private static partial Regex GithubServerToken { get; }

    [GeneratedRegex("ghr_(?:[0-9A-Za-z]{76}|[0-9A-Za-z]{36})")]
    private static partial Regex GithubRefreshToken { get; }

    [GeneratedRegex(@"ghs_[0-9]+_eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{20,}")]
    private static partial Regex GithubSignedServerToken { get; }

    [GeneratedRegex("github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}")]
    private static partial Regex GithubFineGrainedToken { get; }

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex GithubLegacyToken { get; }

    [GeneratedRegex("ATCTT3xFfG[0-9A-Za-z+/=_-]{150,190}")]
    private static partial Regex BitbucketAccessToken { get; }

    [GeneratedRegex("ATBB[0-9A-Za-z]{32}")]
    private static partial Regex BitbucketAppPassword { get; }

    [GeneratedRegex("[0-9A-Za-z]{32,64}")]
    private static partial Regex BitbucketClientSecret { get; }

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex GiteaAccessToken { get; }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex GiteeAccessToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{52}JQQJ99[0-9A-Za-z]{18}AZDO[0-9A-Za-z]{4}")]
    private static partial Regex AzureDevopsSignedToken { get; }

    [GeneratedRegex("[a-z2-7]{52}")]
    private static partial Regex AzureDevopsToken { get; }

    [GeneratedRegex("sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}")]
    private static partial Regex SourcegraphAccessToken { get; }

    [GeneratedRegex("slk_[0-9a-f]{64}")]
    private static partial Regex SourcegraphLicenseToken { get; }

    [GeneratedRegex("(?:api|cli)-[0-9a-z]{28}")]
    private static partial Regex PhabricatorConduitToken { get; }
}
