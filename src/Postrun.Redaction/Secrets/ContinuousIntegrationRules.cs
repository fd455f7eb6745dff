using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Servers that build, test and deploy.</summary>
internal static partial class ContinuousIntegrationRules
{
    private static readonly RuleSource CircleCi = new(RuleCategory.ContinuousIntegration, "https://circleci.com/docs/managing-api-tokens/");
    private static readonly RuleSource Travis = new(RuleCategory.ContinuousIntegration, "https://developer.travis-ci.com/authentication");
    private static readonly RuleSource Buildkite = new(RuleCategory.ContinuousIntegration, "https://buildkite.com/docs/platform/security/tokens");
    private static readonly RuleSource Drone = new(RuleCategory.ContinuousIntegration, "https://docs.drone.io/api/overview/");
    private static readonly RuleSource Jenkins = new(RuleCategory.ContinuousIntegration, "https://www.jenkins.io/doc/book/using/remote-access-api/");
    private static readonly RuleSource TeamCity = new(RuleCategory.ContinuousIntegration, "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html");
    private static readonly RuleSource Codecov = new(RuleCategory.ContinuousIntegration, "https://docs.codecov.com/docs/codecov-tokens");
    private static readonly RuleSource Harness = new(RuleCategory.ContinuousIntegration, "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/");
    private static readonly RuleSource Octopus = new(RuleCategory.ContinuousIntegration, "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key");
    private static readonly RuleSource Semaphore = new(RuleCategory.ContinuousIntegration, "https://docs.semaphoreci.com/reference/api");
    private static readonly RuleSource Sonar = new(RuleCategory.ContinuousIntegration, "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/");
    private static readonly RuleSource AppVeyor = new(RuleCategory.ContinuousIntegration, "https://www.appveyor.com/docs/api/");
    private static readonly RuleSource Bitrise = new(RuleCategory.ContinuousIntegration, "https://docs.bitrise.io/en/bitrise-ci/api/authenticating-with-the-bitrise-api.html");
    private static readonly RuleSource Coveralls = new(RuleCategory.ContinuousIntegration, "https://docs.coveralls.io/api-introduction");
    private static readonly RuleSource Prefect = new(RuleCategory.ContinuousIntegration, "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys");

    internal static IEnumerable<Rule> All =>
    [
        CircleCi.Token("circleci-personal-token", "CircleCI personal token", Severity.Critical, CircleciPersonalToken, ["CCIPAT_"]),
        CircleCi.Token("circleci-project-token", "CircleCI project token", Severity.High, CircleciProjectToken, ["CCIPRJ_"]),
        CircleCi.Assigned("circleci-legacy-token", "CircleCI token of the older form", Severity.Critical, CircleciLegacyToken,
            ["circleci_", "circle_t", "circle-t", "circle_ci_t"]),
        Travis.Assigned("travis-access-token", "Travis CI access token", Severity.High, TravisAccessToken,
            ["travis_t", "travis-t", "travis_api", "travis_access"], Strength.Random),
        Buildkite.Token("buildkite-user-token", "Buildkite API token", Severity.Critical, BuildkiteUserToken, ["bkua_"]),
        Buildkite.Assigned("buildkite-agent-token", "Buildkite agent token", Severity.High, BuildkiteAgentToken,
            ["buildkite_agent", "buildkite-agent"]),
        Drone.Assigned("drone-token", "Drone token", Severity.Critical, DroneToken, ["drone_t", "drone-t", "droneci", "drone_api"], Strength.Random),
        Jenkins.Assigned("jenkins-api-token", "Jenkins API token", Severity.Critical, JenkinsApiToken, ["jenkins"]),
        Jenkins.Assigned("jenkins-crumb", "Jenkins crumb", Severity.Medium, JenkinsCrumb, ["jenkins-crumb"]),
        TeamCity.Token("teamcity-access-token", "TeamCity access token", Severity.Critical, TeamcityAccessToken,
            ["eyJ0eXAiOiAiVENWMiJ9"], Strength.Verified),
        Codecov.Assigned("codecov-token", "Codecov token", Severity.Medium, CodecovToken, ["codecov"]),
        Harness.Assigned("harness-api-key", "Harness API key", Severity.Critical, HarnessApiKey, ["harness", "x-api-key"]),
        Octopus.Token("octopus-api-key", "Octopus Deploy API key", Severity.Critical, OctopusApiKey, ["API-"], Strength.Random),
        Semaphore.Assigned("semaphore-api-token", "Semaphore API token", Severity.Critical, SemaphoreApiToken,
            ["semaphore_a", "semaphoreci", "semaphore_t"], Strength.MixedCase),
        Sonar.Token("sonarqube-user-token", "SonarQube token", Severity.High, SonarqubeUserToken, ["squ_", "sqp_", "sqa_"]),
        AppVeyor.Assigned("appveyor-api-token", "AppVeyor API token", Severity.High, AppveyorApiToken, ["appveyor"], Strength.Random),
        Bitrise.Assigned("bitrise-access-token", "Bitrise access token", Severity.Critical, BitriseAccessToken, ["bitrise"]),
        Coveralls.Assigned("coveralls-repository-token", "Coveralls repository token", Severity.Medium, CoverallsRepositoryToken,
            ["coveralls"], Strength.Random),
        Prefect.Token("prefect-api-key", "Prefect API key", Severity.High, PrefectApiKey, ["pnu_", "pnb_"]),
    ];

    [GeneratedRegex("CCIPAT_[0-9A-Za-z]{22}_[0-9a-f]{40}")]
    private static partial Regex CircleciPersonalToken { get; }

    [GeneratedRegex("CCIPRJ_[0-9A-Za-z]{22}_[0-9a-f]{40}")]
    private static partial Regex CircleciProjectToken { get; }

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex CircleciLegacyToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{22}")]
    private static partial Regex TravisAccessToken { get; }

    [GeneratedRegex("bkua_[0-9a-f]{40}")]
    private static partial Regex BuildkiteUserToken { get; }

    [GeneratedRegex("[0-9a-z]{50}")]
    private static partial Regex BuildkiteAgentToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{32}")]
    private static partial Regex DroneToken { get; }

    [GeneratedRegex("11[0-9a-f]{32}")]
    private static partial Regex JenkinsApiToken { get; }

    [GeneratedRegex("[0-9a-f]{64}|[0-9a-f]{32}")]
    private static partial Regex JenkinsCrumb { get; }

    [GeneratedRegex(@"eyJ0eXAiOiAiVENWMiJ9\.[0-9A-Za-z_-]{36}\.[0-9A-Za-z_-]{48}")]
    private static partial Regex TeamcityAccessToken { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex CodecovToken { get; }

    [GeneratedRegex(@"[ps]at\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}")]
    private static partial Regex HarnessApiKey { get; }

    [GeneratedRegex("API-[0-9A-Z]{25,32}")]
    private static partial Regex OctopusApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{20,40}")]
    private static partial Regex SemaphoreApiToken { get; }

    [GeneratedRegex("sq[upa]_[0-9a-f]{40}")]
    private static partial Regex SonarqubeUserToken { get; }

    [GeneratedRegex(@"(?:v2\.)?[0-9a-z]{20}")]
    private static partial Regex AppveyorApiToken { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{86}")]
    private static partial Regex BitriseAccessToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{32,37}")]
    private static partial Regex CoverallsRepositoryToken { get; }

    [GeneratedRegex("pn[ub]_[0-9A-Za-z]{36}")]
    private static partial Regex PrefectApiKey { get; }
}
