using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class AzureSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Assigned("azure-storage-account-key", "AccountKey", static dice => dice.Of(Dice.Base64, 86) + "=="),
        Assigned("azure-sas-signature", "https://host/?sv=2024-11-04&sig", static dice => dice.Of(Dice.Base62, 43) + "%3D"),
        Assigned("azure-shared-access-key", "SharedAccessKey", static dice => dice.Of(Dice.Base62, 43) + "="),
        Assigned("azure-connection-access-key", "Endpoint=https://host.service;AccessKey", static dice => dice.Of(Dice.Base62, 43) + "="),
        Token("azure-ad-client-secret", static dice => dice.Of(Dice.Base62, 3) + "8Q~" + dice.Of(Dice.Base62, 34)),
        Assigned("azure-subscription-key", "Ocp-Apim-Subscription-Key", static dice => dice.Of(Dice.Hexadecimal, 32)),
        Assigned("azure-publishing-password", "userPWD", static dice => dice.Of(Dice.Base62, 60)),
    ];
}
