using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class ContinuousIntegrationSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("circleci-personal-token", static dice => "CCIPAT_" + dice.Of(Dice.Base62, 22) + "_" + dice.Of(Dice.Hexadecimal, 40)),
        Token("circleci-project-token", static dice => "CCIPRJ_" + dice.Of(Dice.Base62, 22) + "_" + dice.Of(Dice.Hexadecimal, 40)),
        Assigned("circleci-legacy-token", "CIRCLECI_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 40)),
        Assigned("travis-access-token", "TRAVIS_TOKEN", static dice => dice.Of(Dice.Base62, 22)),
        Token("buildkite-user-token", static dice => "bkua_" + dice.Of(Dice.Hexadecimal, 40)),
        Assigned("buildkite-agent-token", "BUILDKITE_AGENT_TOKEN", static dice => dice.Of(Dice.Lower + Dice.Digits, 50)),
        Assigned("drone-token", "DRONE_TOKEN", static dice => dice.Of(Dice.Base62, 32)),
        Assigned("jenkins-api-token", "JENKINS_API_TOKEN", static dice => "11" + dice.Of(Dice.Hexadecimal, 32)),
        Assigned("jenkins-crumb", "Jenkins-Crumb", static dice => dice.Of(Dice.Hexadecimal, 32)),
        Token("teamcity-access-token", static dice => "eyJ0eXAiOiAiVENWMiJ9." + dice.Of(Dice.Base62, 36) + "." + dice.Of(Dice.Base62, 48)),
        Assigned("codecov-token", "CODECOV_TOKEN", static dice => Uuid(dice)),
        Assigned("harness-api-key", "HARNESS_API_KEY", static dice => "pat." + dice.Of(Dice.Base62, 22) + "." + dice.Of(Dice.Hexadecimal, 24) + "." + dice.Of(Dice.Base62, 20)),
        Token("octopus-api-key", static dice => "API-" + dice.Of(Dice.Upper + Dice.Digits, 26)),
        Assigned("semaphore-api-token", "SEMAPHORE_API_TOKEN", static dice => dice.Of(Dice.Base62, 20)),
        Token("sonarqube-user-token", static dice => "squ_" + dice.Of(Dice.Hexadecimal, 40)),
        Assigned("appveyor-api-token", "APPVEYOR_TOKEN", static dice => "v2." + dice.Of(Dice.Lower + Dice.Digits, 20)),
        Assigned("bitrise-access-token", "BITRISE_TOKEN", static dice => dice.Of(Dice.Base62, 86)),
        Assigned("coveralls-repository-token", "COVERALLS_REPO_TOKEN", static dice => dice.Of(Dice.Base62, 33)),
        Token("prefect-api-key", static dice => "pnu_" + dice.Of(Dice.Base62, 36)),
    ];
}
