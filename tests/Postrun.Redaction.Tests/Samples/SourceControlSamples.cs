using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class SourceControlSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("github-personal-access-token", static dice => GitHub(dice, "ghp_", 30)),
        Token("github-oauth-token", static dice => GitHub(dice, "gho_", 30)),
        Token("github-user-token", static dice => GitHub(dice, "ghu_", 30)),
        Token("github-server-token", static dice => GitHub(dice, "ghs_", 30)),
        Token("github-refresh-token", static dice => GitHub(dice, "ghr_", 30)),
        Token("github-signed-server-token", static dice => "ghs_" + dice.Of(Dice.Digits, 7) + "_eyJ" + dice.Of(Dice.Base62, 40) + ".eyJ" + dice.Of(Dice.Base62, 120) + "." + dice.Of(Dice.Base62, 86)),
        Token("github-fine-grained-token", static dice => "github_pat_" + dice.Of(Dice.Base62, 22) + "_" + dice.Of(Dice.Base62, 59)),
        Assigned("github-legacy-token", "GITHUB_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 40)),
        Token("bitbucket-access-token", static dice => "ATCTT3xFfG" + dice.Of(Dice.Base62, 180)),
        Token("bitbucket-app-password", static dice => "ATBB" + dice.Of(Dice.Base62, 32)),
        Assigned("bitbucket-client-secret", "BITBUCKET_CLIENT_SECRET", static dice => dice.Of(Dice.Base62, 32)),
        Assigned("gitea-access-token", "GITEA_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 40)),
        Assigned("gitee-access-token", "GITEE_ACCESS_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 32)),
        Token("azure-devops-signed-token", static dice => dice.Of(Dice.Base62, 52) + "JQQJ99" + dice.Of(Dice.Base62, 18) + "AZDO" + dice.Of(Dice.Base62, 4)),
        Assigned("azure-devops-token", "AZURE_DEVOPS_EXT_PAT", static dice => dice.Of(Dice.Lower + "234567", 52)),
        Token("sourcegraph-access-token", static dice => "sgp_" + dice.Of(Dice.Hexadecimal, 16) + "_" + dice.Of(Dice.Hexadecimal, 40)),
        Token("sourcegraph-license-token", static dice => "slk_" + dice.Of(Dice.Hexadecimal, 64)),
        Assigned("phabricator-conduit-token", "PHABRICATOR_API_TOKEN", static dice => "api-" + dice.Of(Dice.Lower + Dice.Digits, 28)),
    ];
}
