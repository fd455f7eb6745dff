using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class AzureSignedSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("azure-signed-key", static dice => dice.Of(Dice.Base62, 52) + "JQQJ99" + dice.Of(Dice.Base62, 26)),
        Token("azure-storage-signed-key", static dice => dice.Of(Dice.Base62, 76) + "+ASt" + dice.Of(Dice.Base62, 6) + "=="),
        Token("azure-cosmos-db-key", static dice => dice.Of(Dice.Base62, 76) + "ACDb" + dice.Of(Dice.Base62, 6) + "=="),
        Token("azure-batch-key", static dice => dice.Of(Dice.Base62, 76) + "+ABa" + dice.Of(Dice.Base62, 6) + "=="),
        Token("azure-machine-learning-key", static dice => dice.Of(Dice.Base62, 76) + "+AMC" + dice.Of(Dice.Base62, 6) + "=="),
        Token("azure-api-management-key", static dice => dice.Of(Dice.Base62, 76) + "APIM" + dice.Of(Dice.Base62, 6) + "=="),
        Token("azure-service-bus-key", static dice => dice.Of(Dice.Base62, 33) + "+ASb" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-event-hubs-key", static dice => dice.Of(Dice.Base62, 33) + "+AEh" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-relay-key", static dice => dice.Of(Dice.Base62, 33) + "+ARm" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-iot-key", static dice => dice.Of(Dice.Base62, 33) + "AIoT" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-event-grid-key", static dice => dice.Of(Dice.Base62, 33) + "AZEG" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-cache-key", static dice => dice.Of(Dice.Base62, 33) + "AzCa" + dice.Of(Dice.Base62, 6) + "="),
        Token("azure-search-key", static dice => dice.Of(Dice.Base62, 42) + "AzSe" + dice.Of(Dice.Base62, 6)),
        Token("azure-container-registry-key", static dice => dice.Of(Dice.Base62, 42) + "+ACR" + dice.Of(Dice.Base62, 6)),
        Token("azure-functions-key", static dice => dice.Of(Dice.Base62, 44) + "AzFu" + dice.Of(Dice.Base62, 6) + "=="),
    ];
}
