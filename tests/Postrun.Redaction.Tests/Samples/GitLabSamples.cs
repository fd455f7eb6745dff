using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class GitLabSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("gitlab-personal-access-token", static dice => dice.Next(2) == 0 ? "glpat-" + dice.Of(Dice.Base62, 20) : "glpat-" + dice.Of(Dice.Base62, 40) + ".01." + dice.Of(Dice.Lower + Dice.Digits, 9)),
        Token("gitlab-deploy-token", static dice => "gldt-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-runner-token", static dice => "glrt-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-runner-registration-token", static dice => "glrtr-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-legacy-runner-token", static dice => "GR1348941" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-job-token", static dice => "glcbt-" + dice.Of(Dice.Hexadecimal, 2) + "_" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-trigger-token", static dice => "glptt-" + dice.Of(Dice.Hexadecimal, 40)),
        Token("gitlab-feed-token", static dice => "glft-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-incoming-mail-token", static dice => "glimt-" + dice.Of(Dice.Base62, 25)),
        Token("gitlab-agent-token", static dice => "glagent-" + dice.Of(Dice.Base62, 50)),
        Token("gitlab-scim-token", static dice => "glsoat-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-feature-flags-token", static dice => "glffct-" + dice.Of(Dice.Base62, 20)),
        Token("gitlab-oauth-application-secret", static dice => "gloas-" + dice.Of(Dice.Base62, 64)),
        Assigned("gitlab-session-cookie", "_gitlab_session", static dice => dice.Of(Dice.Hexadecimal, 32)),
    ];
}
