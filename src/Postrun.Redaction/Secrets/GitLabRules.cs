using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>GitLab, whose tokens each have a prefix of their own.</summary>
internal static partial class GitLabRules
{
    private static readonly RuleSource GitLab = new(RuleCategory.SourceControl, "https://docs.gitlab.com/security/tokens/");

    internal static IEnumerable<Rule> All =>
    [
        GitLab.Token("gitlab-personal-access-token", "GitLab personal access token", Severity.Critical, GitlabPersonalAccessToken, ["glpat-"]),
        GitLab.Token("gitlab-deploy-token", "GitLab deploy token", Severity.Critical, GitlabDeployToken, ["gldt-"]),
        GitLab.Token("gitlab-runner-token", "GitLab runner token", Severity.Critical, GitlabRunnerToken, ["glrt-"]),
        GitLab.Token("gitlab-runner-registration-token", "GitLab runner registration token", Severity.Critical, GitlabRunnerRegistrationToken,
            ["glrtr-"]),
        GitLab.Token("gitlab-legacy-runner-token", "GitLab runner registration token of the older form", Severity.Critical, GitlabLegacyRunnerToken,
            ["GR1348941"]),
        GitLab.Token("gitlab-job-token", "GitLab job token", Severity.High, GitlabJobToken, ["glcbt-"]),
        GitLab.Token("gitlab-trigger-token", "GitLab pipeline trigger token", Severity.High, GitlabTriggerToken, ["glptt-"]),
        GitLab.Token("gitlab-feed-token", "GitLab feed token", Severity.Medium, GitlabFeedToken, ["glft-"]),
        GitLab.Token("gitlab-incoming-mail-token", "GitLab incoming mail token", Severity.High, GitlabIncomingMailToken, ["glimt-"]),
        GitLab.Token("gitlab-agent-token", "GitLab agent token", Severity.Critical, GitlabAgentToken, ["glagent-"]),
        GitLab.Token("gitlab-scim-token", "GitLab SCIM token", Severity.Critical, GitlabScimToken, ["glsoat-"]),
        GitLab.Token("gitlab-feature-flags-token", "GitLab feature flags token", Severity.High, GitlabFeatureFlagsToken, ["glffct-"]),
        GitLab.Token("gitlab-oauth-application-secret", "GitLab OAuth application secret", Severity.Critical, GitlabOauthApplicationSecret,
            ["gloas-"]),
        GitLab.Assigned("gitlab-session-cookie", "GitLab session", Severity.High, GitlabSessionCookie, ["_gitlab_session"]),
    ];

    [GeneratedRegex(@"glpat-(?:[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{9}|[0-9A-Za-z_-]{27,300}\.[0-9a-z]{9}|[0-9A-Za-z_-]{20})")]
    private static partial Regex GitlabPersonalAccessToken { get; }

    [GeneratedRegex("gldt-[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabDeployToken { get; }

    [GeneratedRegex(@"glrt-(?:t[0-9]_[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{9}|(?:t[0-9]_)?[0-9A-Za-z_-]{20})")]
    private static partial Regex GitlabRunnerToken { get; }

    [GeneratedRegex("glrtr-[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabRunnerRegistrationToken { get; }

    [GeneratedRegex("GR1348941[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabLegacyRunnerToken { get; }

    [GeneratedRegex("glcbt-(?:[0-9A-Za-z]{1,5}_)?[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabJobToken { get; }

    [GeneratedRegex("glptt-[0-9a-f]{40}")]
    private static partial Regex GitlabTriggerToken { get; }

    [GeneratedRegex("glft-[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabFeedToken { get; }

    [GeneratedRegex("glimt-[0-9A-Za-z_-]{25}")]
    private static partial Regex GitlabIncomingMailToken { get; }

    [GeneratedRegex("glagent-[0-9A-Za-z_-]{50}")]
    private static partial Regex GitlabAgentToken { get; }

    [GeneratedRegex("glsoat-[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabScimToken { get; }

    [GeneratedRegex("glffct-[0-9A-Za-z_-]{20}")]
    private static partial Regex GitlabFeatureFlagsToken { get; }

    [GeneratedRegex("gloas-[0-9A-Za-z_-]{64}")]
    private static partial Regex GitlabOauthApplicationSecret { get; }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex GitlabSessionCookie { get; }
}
