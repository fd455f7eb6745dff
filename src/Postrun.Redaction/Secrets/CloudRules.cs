using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Providers of machines beside the three largest.</summary>
internal static partial class CloudRules
{
    private static readonly RuleSource DigitalOcean = new(RuleCategory.Cloud, "https://docs.digitalocean.com/reference/api/create-personal-access-token/");
    private static readonly RuleSource Linode = new(RuleCategory.Cloud, "https://techdocs.akamai.com/linode-api/reference/api");
    private static readonly RuleSource Vultr = new(RuleCategory.Cloud, "https://www.vultr.com/api/");
    private static readonly RuleSource Scaleway = new(RuleCategory.Cloud, "https://www.scaleway.com/en/docs/iam/concepts/");
    private static readonly RuleSource Hetzner = new(RuleCategory.Cloud, "https://docs.hetzner.cloud/");
    private static readonly RuleSource Ovh = new(RuleCategory.Cloud, "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api");
    private static readonly RuleSource Alibaba = new(RuleCategory.Cloud, "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair");
    private static readonly RuleSource Tencent = new(RuleCategory.Cloud, "https://www.tencentcloud.com/document/product/598");
    private static readonly RuleSource Ibm = new(RuleCategory.Cloud, "https://cloud.ibm.com/docs/account?topic=account-userapikey");
    private static readonly RuleSource Yandex = new(RuleCategory.Cloud, "https://yandex.cloud/en/docs/iam/concepts/authorization/");
    private static readonly RuleSource Huawei = new(RuleCategory.Cloud, "https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html");
    private static readonly RuleSource Exoscale = new(RuleCategory.Cloud, "https://community.exoscale.com/platform/api/");
    private static readonly RuleSource Backblaze = new(RuleCategory.Cloud, "https://www.backblaze.com/docs/cloud-storage-application-keys");
    private static readonly RuleSource Wasabi = new(RuleCategory.Cloud, "https://docs.wasabi.com/docs/access-keys-1");
    private static readonly RuleSource K3s = new(RuleCategory.Cloud, "https://docs.k3s.io/cli/token");

    internal static IEnumerable<Rule> All =>
    [
        DigitalOcean.Token("digitalocean-personal-access-token", "DigitalOcean personal access token", Severity.Critical, DigitaloceanPersonalAccessToken,
            ["dop_v1_"]),
        DigitalOcean.Token("digitalocean-oauth-token", "DigitalOcean OAuth token", Severity.High, DigitaloceanOauthToken, ["doo_v1_"]),
        DigitalOcean.Token("digitalocean-refresh-token", "DigitalOcean refresh token", Severity.High, DigitaloceanRefreshToken, ["dor_v1_"]),
        DigitalOcean.Token("digitalocean-spaces-access-key", "DigitalOcean Spaces access key", Severity.High, DigitaloceanSpacesAccessKey,
            ["DO00", "DO801"]),
        Linode.Assigned("linode-api-token", "Linode API token", Severity.Critical, LinodeApiToken, ["linode"]),
        Vultr.Assigned("vultr-api-key", "Vultr API key", Severity.Critical, VultrApiKey, ["vultr"]),
        Scaleway.Token("scaleway-access-key", "Scaleway access key", Severity.High, ScalewayAccessKey, ["SCW"], Strength.Random),
        Scaleway.Assigned("scaleway-secret-key", "Scaleway secret key", Severity.Critical, ScalewaySecretKey,
            ["scw_secret", "scw-secret", "scaleway_secret", "scaleway_api"]),
        Hetzner.Assigned("hetzner-api-token", "Hetzner Cloud API token", Severity.Critical, HetznerApiToken, ["hcloud", "hetzner"]),
        Ovh.Assigned("ovh-application-secret", "OVHcloud application secret", Severity.Critical, OvhApplicationSecret,
            ["ovh_app", "ovh_consumer", "ovh-app", "ovh_secret", "ovhcloud"]),
        Alibaba.Token("alibaba-access-key-id", "Alibaba Cloud access key id", Severity.High, AlibabaAccessKeyId, ["LTAI"]),
        Alibaba.Assigned("alibaba-access-key-secret", "Alibaba Cloud access key secret", Severity.Critical, AlibabaAccessKeySecret,
            ["alibaba", "aliyun", "alicloud"], Strength.Random),
        Tencent.Token("tencent-secret-id", "Tencent Cloud secret id", Severity.High, TencentSecretId, ["AKID"]),
        Tencent.Assigned("tencent-secret-key", "Tencent Cloud secret key", Severity.Critical, TencentSecretKey, ["tencent"], Strength.Random),
        Ibm.Assigned("ibm-cloud-api-key", "IBM Cloud API key", Severity.Critical, IbmCloudApiKey,
            ["ibmcloud", "ibm_cloud", "ibm-cloud", "ibm_api", "iam_apikey", "watson"], Strength.Random),
        Yandex.Token("yandex-api-key", "Yandex Cloud API key", Severity.Critical, YandexApiKey, ["AQVN"]),
        Yandex.Token("yandex-iam-token", "Yandex Cloud IAM token", Severity.High, YandexIamToken, ["t1.9eu"]),
        Yandex.Token("yandex-oauth-token", "Yandex OAuth token", Severity.High, YandexOauthToken, ["y0_"]),
        Yandex.Token("yandex-static-access-key-id", "Yandex Cloud static access key id", Severity.High, YandexStaticAccessKeyId, ["YCAJE"]),
        Huawei.Assigned("huawei-cloud-secret-key", "Huawei Cloud secret key", Severity.Critical, HuaweiCloudSecretKey,
            ["huaweicloud", "huawei_cloud", "hw_secret"], Strength.Random),
        Exoscale.Token("exoscale-api-key", "Exoscale API key", Severity.High, ExoscaleApiKey, ["EXO"]),
        Exoscale.Assigned("exoscale-secret", "Exoscale secret", Severity.Critical, ExoscaleSecret, ["exoscale"], Strength.Random),
        Backblaze.Token("backblaze-application-key", "Backblaze application key", Severity.High, BackblazeApplicationKey,
            ["K001", "K002", "K003", "K004", "K005"], Strength.MixedCase),
        Wasabi.Assigned("wasabi-secret-key", "Wasabi secret key", Severity.Critical, WasabiSecretKey, ["wasabi"], Strength.MixedCase),
        K3s.Token("k3s-node-token", "Token of a K3s cluster", Severity.Critical, K3sNodeToken, ["::server:", "::node:"], Strength.Verified, lead: 67),
    ];

    [GeneratedRegex("dop_v1_[0-9a-f]{64}")]
    private static partial Regex DigitaloceanPersonalAccessToken { get; }

    [GeneratedRegex("doo_v1_[0-9a-f]{64}")]
    private static partial Regex DigitaloceanOauthToken { get; }

    [GeneratedRegex("dor_v1_[0-9a-f]{64}")]
    private static partial Regex DigitaloceanRefreshToken { get; }

    [GeneratedRegex("DO(?:00|801)[0-9A-Z]{15,16}")]
    private static partial Regex DigitaloceanSpacesAccessKey { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex LinodeApiToken { get; }

    [GeneratedRegex("[0-9A-Z]{36}")]
    private static partial Regex VultrApiKey { get; }

    [GeneratedRegex("SCW[0-9A-Z]{17}")]
    private static partial Regex ScalewayAccessKey { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex ScalewaySecretKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{64}")]
    private static partial Regex HetznerApiToken { get; }

    [GeneratedRegex("[0-9A-Za-z]{32}")]
    private static partial Regex OvhApplicationSecret { get; }

    [GeneratedRegex("LTAI[0-9A-Za-z]{12,20}")]
    private static partial Regex AlibabaAccessKeyId { get; }

    [GeneratedRegex("[0-9A-Za-z]{30}")]
    private static partial Regex AlibabaAccessKeySecret { get; }

    [GeneratedRegex("AKID[0-9A-Za-z]{32}")]
    private static partial Regex TencentSecretId { get; }

    [GeneratedRegex("[0-9A-Za-z]{32}")]
    private static partial Regex TencentSecretKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{44}")]
    private static partial Regex IbmCloudApiKey { get; }

    [GeneratedRegex("AQVN[0-9A-Za-z_-]{35,38}")]
    private static partial Regex YandexApiKey { get; }

    [GeneratedRegex(@"t1\.9eu[0-9A-Za-z_-]{20,}={0,2}\.[0-9A-Za-z_-]{86}={0,2}")]
    private static partial Regex YandexIamToken { get; }

    [GeneratedRegex("y0_[0-9A-Za-z_-]{54,60}")]
    private static partial Regex YandexOauthToken { get; }

    [GeneratedRegex("YCAJE[0-9A-Za-z_-]{20}")]
    private static partial Regex YandexStaticAccessKeyId { get; }

    [GeneratedRegex("[0-9A-Za-z]{40}")]
    private static partial Regex HuaweiCloudSecretKey { get; }

    [GeneratedRegex("EXO[0-9a-f]{24}")]
    private static partial Regex ExoscaleApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{43}")]
    private static partial Regex ExoscaleSecret { get; }

    [GeneratedRegex("K00[1-5][0-9A-Za-z/+]{27}")]
    private static partial Regex BackblazeApplicationKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{40}")]
    private static partial Regex WasabiSecretKey { get; }

    [GeneratedRegex("K10[0-9a-f]{64}::(?:server|node):[0-9a-z]{32}")]
    private static partial Regex K3sNodeToken { get; }
}
