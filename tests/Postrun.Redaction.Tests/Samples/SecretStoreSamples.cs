using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class SecretStoreSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("vault-service-token", static dice => "hvs." + dice.Of(Dice.Base62, 24, 40)),
        Token("vault-batch-token", static dice => "hvb." + dice.Of(Dice.Base62, 140)),
        Token("vault-recovery-token", static dice => "hvr." + dice.Of(Dice.Base62, 24)),
        Assigned("vault-legacy-token", "VAULT_TOKEN", static dice => "s." + dice.Of(Dice.Base62, 24)),
        Token("terraform-cloud-token", static dice => dice.Of(Dice.Base62, 14) + ".atlasv1." + dice.Of(Dice.Base62, 67)),
        Token("pulumi-access-token", static dice => "pul-" + dice.Of(Dice.Hexadecimal, 40)),
        Assigned("spacelift-api-key-secret", "SPACELIFT_API_KEY_SECRET", static dice => dice.Of(Dice.Hexadecimal, 64)),
        Token("doppler-personal-token", static dice => "dp.pt." + dice.Of(Dice.Base62, 43)),
        Token("doppler-service-token", static dice => "dp.st.prd." + dice.Of(Dice.Base62, 43)),
        Token("doppler-service-account-token", static dice => "dp.sa." + dice.Of(Dice.Base62, 43)),
        Token("doppler-other-token", static dice => "dp.ct." + dice.Of(Dice.Base62, 43)),
        Assigned("infisical-service-token", "INFISICAL_TOKEN", static dice => "st." + dice.Of(Dice.Hexadecimal, 24) + "." + dice.Of(Dice.Hexadecimal, 32) + "." + dice.Of(Dice.Hexadecimal, 32)),
        Token("onepassword-service-account-token", static dice => "ops_eyJ" + dice.Of(Dice.Base62, 300)),
        Token("onepassword-secret-key", static dice => "A3-" + dice.Of(Dice.Upper + Dice.Digits, 6) + "-" + dice.Of(Dice.Upper + Dice.Digits, 6) + "-" + dice.Of(Dice.Upper + Dice.Digits, 5) + "-" + dice.Of(Dice.Upper + Dice.Digits, 5) + "-" + dice.Of(Dice.Upper + Dice.Digits, 5) + "-" + dice.Of(Dice.Upper + Dice.Digits, 5)),
        Assigned("bitwarden-access-token", "BWS_ACCESS_TOKEN", static dice => "0." + Uuid(dice) + "." + dice.Of(Dice.Base62, 30) + ":" + dice.Of(Dice.Base62, 22) + "=="),
    ];
}
