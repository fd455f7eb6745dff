using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class AwsSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("aws-access-key-id", static dice => "AKIA" + dice.Of(Dice.Base32, 16)),
        Token("aws-temporary-access-key-id", static dice => "ASIA" + dice.Of(Dice.Base32, 16)),
        Assigned("aws-secret-access-key", "AWS_SECRET_ACCESS_KEY", static dice => dice.Of(Dice.Base64, 40)),
        Token("aws-session-token", static dice => "IQoJb3JpZ2lu" + dice.Of(Dice.Base62, 110)),
        Token("aws-bedrock-api-key", static dice => "ABSKQmVkcm9ja0FQSUtleS" + dice.Of(Dice.Base62, 110)),
        Token("aws-bedrock-short-term-api-key", static dice => "bedrock-api-key-YmVkcm9jay" + dice.Of(Dice.Base62, 100)),
        Token("amazon-marketplace-token", static dice => "amzn.mws." + Uuid(dice)),
        Token("amazon-oauth-client-secret", static dice => "amzn1.oa2-cs.v1." + dice.Of(Dice.Hexadecimal, 64)),
        Assigned("aws-presigned-signature", "X-Amz-Signature", static dice => dice.Of(Dice.Hexadecimal, 64)),
        Token("aws-registry-password", static dice => "eyJwYXlsb2FkIjoi" + dice.Of(Dice.Base62, 300)),
    ];
}
