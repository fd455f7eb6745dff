using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class CloudSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("digitalocean-personal-access-token", static dice => "dop_v1_" + dice.Of(Dice.Hexadecimal, 64)),
        Token("digitalocean-oauth-token", static dice => "doo_v1_" + dice.Of(Dice.Hexadecimal, 64)),
        Token("digitalocean-refresh-token", static dice => "dor_v1_" + dice.Of(Dice.Hexadecimal, 64)),
        Token("digitalocean-spaces-access-key", static dice => "DO00" + dice.Of(Dice.Upper + Dice.Digits, 16)),
        Assigned("linode-api-token", "LINODE_TOKEN", static dice => dice.Of(Dice.Hexadecimal, 64)),
        Assigned("vultr-api-key", "VULTR_API_KEY", static dice => dice.Of(Dice.Upper + Dice.Digits, 36)),
        Token("scaleway-access-key", static dice => "SCW" + dice.Of(Dice.Upper + Dice.Digits, 17)),
        Assigned("scaleway-secret-key", "SCW_SECRET_KEY", static dice => Uuid(dice)),
        Assigned("hetzner-api-token", "HCLOUD_TOKEN", static dice => dice.Of(Dice.Base62, 64)),
        Assigned("ovh-application-secret", "OVH_APPLICATION_SECRET", static dice => dice.Of(Dice.Base62, 32)),
        Token("alibaba-access-key-id", static dice => "LTAI" + dice.Of(Dice.Base62, 20)),
        Assigned("alibaba-access-key-secret", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", static dice => dice.Of(Dice.Base62, 30)),
        Token("tencent-secret-id", static dice => "AKID" + dice.Of(Dice.Base62, 32)),
        Assigned("tencent-secret-key", "TENCENTCLOUD_SECRET_KEY", static dice => dice.Of(Dice.Base62, 32)),
        Assigned("ibm-cloud-api-key", "IBMCLOUD_API_KEY", static dice => dice.Of(Dice.Base62, 44)),
        Token("yandex-api-key", static dice => "AQVN" + dice.Of(Dice.Base62, 36)),
        Token("yandex-iam-token", static dice => "t1.9eu" + dice.Of(Dice.Base62, 80) + "." + dice.Of(Dice.Base62, 86)),
        Token("yandex-oauth-token", static dice => "y0_" + dice.Of(Dice.Base62, 55)),
        Token("yandex-static-access-key-id", static dice => "YCAJE" + dice.Of(Dice.Base62, 20)),
        Assigned("huawei-cloud-secret-key", "HUAWEICLOUD_SDK_SK", static dice => dice.Of(Dice.Base62, 40)),
        Token("exoscale-api-key", static dice => "EXO" + dice.Of(Dice.Hexadecimal, 24)),
        Assigned("exoscale-secret", "EXOSCALE_SECRET", static dice => dice.Of(Dice.Base62, 43)),
        Token("backblaze-application-key", static dice => "K004" + dice.Of(Dice.Base62, 27)),
        Assigned("wasabi-secret-key", "WASABI_SECRET_KEY", static dice => dice.Of(Dice.Base62, 40)),
        Token("k3s-node-token", static dice => "K10" + dice.Of(Dice.Hexadecimal, 64) + "::server:" + dice.Of(Dice.Hexadecimal, 32)),
    ];
}
