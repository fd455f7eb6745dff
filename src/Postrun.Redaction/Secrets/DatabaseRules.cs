using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Databases as a service, and stores of vectors.</summary>
internal static partial class DatabaseRules
{
    private static readonly RuleSource PlanetScale = new(RuleCategory.Database, "https://planetscale.com/docs/api/reference/service-tokens");
    private static readonly RuleSource Neon = new(RuleCategory.Database, "https://neon.com/docs/manage/api-keys");
    private static readonly RuleSource Supabase = new(RuleCategory.Database, "https://supabase.com/docs/guides/api/api-keys");
    private static readonly RuleSource Databricks = new(RuleCategory.Database, "https://docs.databricks.com/dev-tools/auth/pat");
    private static readonly RuleSource Atlas = new(RuleCategory.Database, "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/");
    private static readonly RuleSource Elastic = new(RuleCategory.Database, "https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys");
    private static readonly RuleSource ClickHouse = new(RuleCategory.Database, "https://clickhouse.com/docs/cloud/manage/openapi");
    private static readonly RuleSource Cockroach = new(RuleCategory.Database, "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access");
    private static readonly RuleSource Upstash = new(RuleCategory.Database, "https://upstash.com/docs/redis/features/restapi");
    private static readonly RuleSource Confluent = new(RuleCategory.Database, "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html");
    private static readonly RuleSource Pinecone = new(RuleCategory.Database, "https://docs.pinecone.io/guides/projects/manage-api-keys");
    private static readonly RuleSource Qdrant = new(RuleCategory.Database, "https://qdrant.tech/documentation/cloud/authentication/");
    private static readonly RuleSource Weaviate = new(RuleCategory.Database, "https://docs.weaviate.io/cloud/manage-clusters/authentication");
    private static readonly RuleSource Influx = new(RuleCategory.Database, "https://docs.influxdata.com/influxdb/v2/admin/tokens/");
    private static readonly RuleSource Astra = new(RuleCategory.Database, "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html");
    private static readonly RuleSource Aiven = new(RuleCategory.Database, "https://aiven.io/docs/platform/concepts/authentication-tokens");
    private static readonly RuleSource Tigris = new(RuleCategory.Database, "https://www.tigrisdata.com/docs/iam/manage-access-key/");
    private static readonly RuleSource Xata = new(RuleCategory.Database, "https://xata.io/docs");
    private static readonly RuleSource Fauna = new(RuleCategory.Database, "https://docs.fauna.com/fauna/current/learn/security/keys/");
    private static readonly RuleSource Tinybird = new(RuleCategory.Database, "https://www.tinybird.co/docs/forward/administration/tokens");
    private static readonly RuleSource Meilisearch = new(RuleCategory.Database, "https://www.meilisearch.com/docs/learn/security/basic_security");

    internal static IEnumerable<Rule> All =>
    [
        PlanetScale.Token("planetscale-service-token", "PlanetScale service token", Severity.Critical, PlanetscaleServiceToken, ["pscale_tkn_"]),
        PlanetScale.Token("planetscale-password", "PlanetScale password", Severity.Critical, PlanetscalePassword, ["pscale_pw_"]),
        PlanetScale.Token("planetscale-oauth-token", "PlanetScale OAuth token", Severity.Critical, PlanetscaleOauthToken, ["pscale_oauth_"]),
        Neon.Token("neon-api-key", "Neon API key", Severity.Critical, NeonApiKey, ["napi_"]),
        Neon.Token("neon-password", "Neon password", Severity.Critical, NeonPassword, ["npg_"]),
        Supabase.Token("supabase-access-token", "Supabase access token", Severity.Critical, SupabaseAccessToken, ["sbp_"]),
        Supabase.Token("supabase-secret-key", "Supabase secret key", Severity.Critical, SupabaseSecretKey, ["sb_secret_"]),
        Supabase.Token("supabase-publishable-key", "Supabase publishable key", Severity.Low, SupabasePublishableKey, ["sb_publishable_"]),
        Databricks.Token("databricks-token", "Databricks personal access token", Severity.Critical, DatabricksToken, ["dapi"]),
        Databricks.Token("databricks-oauth-secret", "Databricks OAuth secret", Severity.Critical, DatabricksOauthSecret, ["dose"]),
        Atlas.Token("mongodb-atlas-service-account-secret", "MongoDB Atlas service account secret", Severity.Critical, MongodbAtlasServiceAccountSecret,
            ["mdb_sa_sk_"]),
        Elastic.Token("elastic-cloud-api-key", "Elastic Cloud API key", Severity.Critical, ElasticCloudApiKey, ["essu_"]),
        ClickHouse.Assigned("clickhouse-cloud-api-key", "ClickHouse Cloud API key", Severity.Critical, ClickhouseCloudApiKey, ["clickhouse"]),
        Cockroach.Token("cockroachdb-cloud-api-key", "CockroachDB Cloud API key", Severity.Critical, CockroachdbCloudApiKey, ["CCDB1_"]),
        Upstash.Assigned("upstash-token", "Upstash token", Severity.Critical, UpstashToken, ["upstash"], Strength.MixedCase),
        Confluent.Assigned("confluent-cloud-api-secret", "Confluent Cloud API secret", Severity.Critical, ConfluentCloudApiSecret,
            ["confluent", "sasl.password", "sasl_password"], Strength.MixedCase),
        Pinecone.Token("pinecone-api-key", "Pinecone API key", Severity.Critical, PineconeApiKey, ["pcsk_"]),
        Pinecone.Assigned("pinecone-legacy-api-key", "Pinecone API key of the older form", Severity.Critical, PineconeLegacyApiKey, ["pinecone"]),
        Qdrant.Assigned("qdrant-api-key", "Qdrant API key", Severity.Critical, QdrantApiKey, ["qdrant"], Strength.MixedCase),
        Weaviate.Assigned("weaviate-api-key", "Weaviate API key", Severity.Critical, WeaviateApiKey,
            ["weaviate", "wcd_api", "wcs_api"], Strength.MixedCase),
        Influx.Assigned("influxdb-token", "InfluxDB token", Severity.Critical, InfluxdbToken, ["influx"]),
        Astra.Token("astra-db-token", "Astra DB token", Severity.Critical, AstraDbToken, ["AstraCS:"]),
        Aiven.Token("aiven-service-password", "Aiven service password", Severity.Critical, AivenServicePassword, ["AVNS_"]),
        Tigris.Token("tigris-secret-key", "Tigris secret key", Severity.Critical, TigrisSecretKey, ["tsec_"]),
        Xata.Token("xata-api-key", "Xata API key", Severity.Critical, XataApiKey, ["xau_"], Strength.Random),
        Fauna.Token("fauna-secret", "Fauna secret", Severity.Critical, FaunaSecret, ["fnAE", "fnAF"]),
        Tinybird.Token("tinybird-token", "Tinybird token", Severity.High, TinybirdToken, ["p.eyJ1Ijog"], Strength.Verified),
        Meilisearch.Assigned("meilisearch-api-key", "Meilisearch API key", Severity.High, MeilisearchApiKey, ["meili_", "meilisearch"]),
    ];

    [GeneratedRegex("pscale_tkn_[0-9A-Za-z_=.-]{32,64}")]
    private static partial Regex PlanetscaleServiceToken { get; }

    [GeneratedRegex("pscale_pw_[0-9A-Za-z_=.-]{32,64}")]
    private static partial Regex PlanetscalePassword { get; }

    [GeneratedRegex("pscale_oauth_[0-9A-Za-z_=.-]{32,64}")]
    private static partial Regex PlanetscaleOauthToken { get; }

    [GeneratedRegex("napi_[0-9a-z]{64}")]
    private static partial Regex NeonApiKey { get; }

    [GeneratedRegex("npg_[0-9A-Za-z]{12,24}")]
    private static partial Regex NeonPassword { get; }

    [GeneratedRegex("sbp_[0-9a-f]{40}")]
    private static partial Regex SupabaseAccessToken { get; }

    [GeneratedRegex("sb_secret_[0-9A-Za-z_-]{31}")]
    private static partial Regex SupabaseSecretKey { get; }

    [GeneratedRegex("sb_publishable_[0-9A-Za-z_-]{31}")]
    private static partial Regex SupabasePublishableKey { get; }

    [GeneratedRegex("dapi[0-9a-f]{32}(?:-[0-9])?")]
    private static partial Regex DatabricksToken { get; }

    [GeneratedRegex("dose[0-9a-f]{32}")]
    private static partial Regex DatabricksOauthSecret { get; }

    [GeneratedRegex("mdb_sa_sk_[0-9A-Za-z_-]{40}")]
    private static partial Regex MongodbAtlasServiceAccountSecret { get; }

    [GeneratedRegex("essu_[0-9A-Za-z+/]{50,}={0,2}")]
    private static partial Regex ElasticCloudApiKey { get; }

    [GeneratedRegex("4b1d[0-9A-Za-z]{38}")]
    private static partial Regex ClickhouseCloudApiKey { get; }

    [GeneratedRegex("CCDB1_[0-9A-Za-z]{22}_[0-9A-Za-z]{40}")]
    private static partial Regex CockroachdbCloudApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{36,120}={0,2}")]
    private static partial Regex UpstashToken { get; }

    [GeneratedRegex("(?:cflt)?[0-9A-Za-z+/]{60}(?:[0-9A-Za-z+/]{4})?")]
    private static partial Regex ConfluentCloudApiSecret { get; }

    [GeneratedRegex("pcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{50,64}")]
    private static partial Regex PineconeApiKey { get; }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex PineconeLegacyApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{54}")]
    private static partial Regex QdrantApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z]{36}")]
    private static partial Regex WeaviateApiKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{86}==")]
    private static partial Regex InfluxdbToken { get; }

    [GeneratedRegex("AstraCS:[0-9A-Za-z]{24}:[0-9a-f]{64}")]
    private static partial Regex AstraDbToken { get; }

    [GeneratedRegex("AVNS_[0-9A-Za-z_-]{15,24}")]
    private static partial Regex AivenServicePassword { get; }

    [GeneratedRegex("tsec_[0-9A-Za-z+_-]{40,70}")]
    private static partial Regex TigrisSecretKey { get; }

    [GeneratedRegex("xau_[0-9A-Za-z]{32,44}")]
    private static partial Regex XataApiKey { get; }

    [GeneratedRegex("fnA[EF][0-9A-Za-z_-]{36}")]
    private static partial Regex FaunaSecret { get; }

    [GeneratedRegex(@"p\.eyJ1Ijog[0-9A-Za-z_-]{40,}\.[0-9A-Za-z_-]{43}")]
    private static partial Regex TinybirdToken { get; }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex MeilisearchApiKey { get; }
}
