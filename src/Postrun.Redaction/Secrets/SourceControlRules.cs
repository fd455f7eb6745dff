using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Hosts of Git repositories.</summary>
internal static partial class SourceControlRules
{
    internal static IEnumerable<Rule> All =>
    [
        new()
        {
            Id = "github-personal-access-token",
            Name = "GitHub personal access token",
            Reference = "https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
            Severity = Severity.Critical,
            Category = RuleCategory.SourceControl,
            Detector = new TokenDetector(GitHubPersonalAccessToken) { Literals = ["ghp_"], Validator = GitHubToken.Judge },
        },
    ];

    [GeneratedRegex("ghp_[0-9A-Za-z]{36}")]
    private static partial Regex GitHubPersonalAccessToken { get; }
}
