using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Amazon Web Services.</summary>
internal static partial class AwsRules
{
    private static readonly RuleSource Aws = new(RuleCategory.Cloud, "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html");
    private static readonly RuleSource Bedrock = new(RuleCategory.Cloud, "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html");
    private static readonly RuleSource Amazon = new(RuleCategory.Cloud, "https://developer.amazon.com/docs/login-with-amazon/security-profile.html");

    internal static IEnumerable<Rule> All =>
    [
        Aws.Token("aws-access-key-id", "AWS access key id", Severity.High, AwsAccessKeyId, ["AKIA", "ABIA", "ACCA"], AwsAccount.Judge),
        Aws.Token("aws-temporary-access-key-id", "AWS access key id of a session", Severity.High, AwsTemporaryAccessKeyId,
            ["ASIA"], AwsAccount.Judge),
        Aws.Assigned("aws-secret-access-key", "AWS secret access key", Severity.Critical, AwsSecretAccessKey,
            ["aws_secret", "aws-secret", "awssecret", "secretaccesskey", "secret_access_key", "secret-access-key", "aws.secret"], Strength.MixedCase),
        Aws.Token("aws-session-token", "AWS session token", Severity.High, AwsSessionToken,
            ["IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz", "AQoDYXdz", "FQoDYXdz"], Strength.Verified),
        Bedrock.Token("aws-bedrock-api-key", "Amazon Bedrock API key", Severity.Critical, AwsBedrockApiKey,
            ["ABSKQmVkcm9ja0FQSUtleS"], Strength.Verified),
        Bedrock.Token("aws-bedrock-short-term-api-key", "Amazon Bedrock API key of a session", Severity.High, AwsBedrockShortTermApiKey,
            ["bedrock-api-key-YmVkcm9jay"], Strength.Verified),
        Amazon.Token("amazon-marketplace-token", "Amazon Marketplace token", Severity.Critical, AmazonMarketplaceToken, ["amzn.mws."]),
        Amazon.Token("amazon-oauth-client-secret", "Amazon OAuth client secret", Severity.High, AmazonOauthClientSecret, ["amzn1.oa2-cs.v1."]),
        Aws.Assigned("aws-presigned-signature", "Signature of a presigned AWS URL", Severity.High, AwsPresignedSignature, ["x-amz-signature"]),
        Aws.Token("aws-registry-password", "Password of an AWS container registry", Severity.High, AwsRegistryPassword,
            ["eyJwYXlsb2FkIjoi"], Strength.Verified),
    ];

    [GeneratedRegex("A(?:KI|BI|CC)A[0-9A-Z]{16}")]
    private static partial Regex AwsAccessKeyId { get; }

    [GeneratedRegex("ASIA[0-9A-Z]{16}")]
    private static partial Regex AwsTemporaryAccessKeyId { get; }

    [GeneratedRegex("[0-9A-Za-z/+]{40}")]
    private static partial Regex AwsSecretAccessKey { get; }

    [GeneratedRegex("(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz|[AF]QoDYXdz)[0-9A-Za-z/+%_-]{60,}={0,2}")]
    private static partial Regex AwsSessionToken { get; }

    [GeneratedRegex("ABSKQmVkcm9ja0FQSUtleS[0-9A-Za-z/+]{80,120}={0,2}")]
    private static partial Regex AwsBedrockApiKey { get; }

    [GeneratedRegex("bedrock-api-key-YmVkcm9jay[0-9A-Za-z/+]{60,}={0,2}")]
    private static partial Regex AwsBedrockShortTermApiKey { get; }

    [GeneratedRegex(@"amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AmazonMarketplaceToken { get; }

    [GeneratedRegex(@"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}")]
    private static partial Regex AmazonOauthClientSecret { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex AwsPresignedSignature { get; }

    [GeneratedRegex("eyJwYXlsb2FkIjoi[0-9A-Za-z/+]{200,}={0,2}")]
    private static partial Regex AwsRegistryPassword { get; }
}
