using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class RegistrySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("npm-access-token", static dice => GitHub(dice, "npm_", 30)),
        Assigned("npm-legacy-token", "//registry.npmjs.org/:_authToken", static dice => Uuid(dice)),
        Token("pypi-api-token", static dice => "pypi-AgEIcHlwaS5vcmc" + dice.Of(Dice.Base62, 70)),
        Token("test-pypi-api-token", static dice => "pypi-AgENdGVzdC5weXBpLm9yZw" + dice.Of(Dice.Base62, 70)),
        Token("nuget-api-key", static dice => "oy2" + dice.Of(Dice.Lower + "234567", 43)),
        Token("rubygems-api-key", static dice => "rubygems_" + dice.Of(Dice.Hexadecimal, 48)),
        Token("crates-api-token", static dice => "cio" + dice.Of(Dice.Base62, 32)),
        Token("docker-personal-access-token", static dice => "dckr_pat_" + dice.Of(Dice.Base62, 27)),
        Token("docker-organization-token", static dice => "dckr_oat_" + dice.Of(Dice.Base62, 32)),
        Token("artifactory-api-key", static dice => "AKCp" + dice.Of(Dice.Base62, 69)),
        Token("artifactory-reference-token", static dice => "cmVmdGtu" + dice.Of(Dice.Base62, 56)),
        Assigned("quay-token", "QUAY_ROBOT_TOKEN", static dice => dice.Of(Dice.Upper + Dice.Digits, 64)),
        Assigned("cloudsmith-api-key", "CLOUDSMITH_API_KEY", static dice => dice.Of(Dice.Hexadecimal, 40)),
        Token("packagist-token", static dice => "packagist_uut_" + dice.Of(Dice.Hexadecimal, 68)),
        Token("clojars-deploy-token", static dice => "CLOJARS_" + dice.Of(Dice.Hexadecimal, 60)),
        Assigned("hex-api-key", "HEX_API_KEY", static dice => dice.Of(Dice.Hexadecimal, 32)),
        Assigned("anaconda-token", "ANACONDA_TOKEN", static dice => "an-" + Uuid(dice)),
        Token("open-vsx-token", static dice => "ovsxp_" + Uuid(dice)),
        Assigned("packagecloud-token", "PACKAGECLOUD_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 48)),
        Assigned("chocolatey-api-key", "CHOCOLATEY_API_KEY", static dice => Uuid(dice)),
    ];
}
