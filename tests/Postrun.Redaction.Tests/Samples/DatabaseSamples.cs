using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class DatabaseSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("planetscale-service-token", static dice => "pscale_tkn_" + dice.Of(Dice.Base62, 43)),
        Token("planetscale-password", static dice => "pscale_pw_" + dice.Of(Dice.Base62, 43)),
        Token("planetscale-oauth-token", static dice => "pscale_oauth_" + dice.Of(Dice.Base62, 43)),
        Token("neon-api-key", static dice => "napi_" + dice.Of(Dice.Lower + Dice.Digits, 64)),
        Token("neon-password", static dice => "npg_" + dice.Of(Dice.Base62, 12)),
        Token("supabase-access-token", static dice => "sbp_" + dice.Of(Dice.Hexadecimal, 40)),
        Token("supabase-secret-key", static dice => "sb_secret_" + dice.Of(Dice.Base62, 31)),
        Token("supabase-publishable-key", static dice => "sb_publishable_" + dice.Of(Dice.Base62, 31)),
        Token("databricks-token", static dice => "dapi" + dice.Of(Dice.Hexadecimal, 32)),
        Token("databricks-oauth-secret", static dice => "dose" + dice.Of(Dice.Hexadecimal, 32)),
        Token("mongodb-atlas-service-account-secret", static dice => "mdb_sa_sk_" + dice.Of(Dice.Base62, 40)),
        Token("elastic-cloud-api-key", static dice => "essu_" + dice.Of(Dice.Base62, 80)),
        Assigned("clickhouse-cloud-api-key", "CLICKHOUSE_CLOUD_KEY_SECRET", static dice => "4b1d" + dice.Of(Dice.Base62, 38)),
        Token("cockroachdb-cloud-api-key", static dice => "CCDB1_" + dice.Of(Dice.Base62, 22) + "_" + dice.Of(Dice.Base62, 40)),
        Assigned("upstash-token", "UPSTASH_REDIS_REST_TOKEN", static dice => dice.Of(Dice.Base62, 56)),
        Assigned("confluent-cloud-api-secret", "CONFLUENT_CLOUD_API_SECRET", static dice => "cflt" + dice.Of(Dice.Base64, 60)),
        Token("pinecone-api-key", static dice => "pcsk_" + dice.Of(Dice.Base62, 6) + "_" + dice.Of(Dice.Base62, 63)),
        Assigned("pinecone-legacy-api-key", "PINECONE_API_KEY", static dice => Uuid(dice)),
        Assigned("qdrant-api-key", "QDRANT_API_KEY", static dice => dice.Of(Dice.Base62, 54)),
        Assigned("weaviate-api-key", "WEAVIATE_API_KEY", static dice => dice.Of(Dice.Base62, 36)),
        Assigned("influxdb-token", "INFLUX_TOKEN", static dice => dice.Of(Dice.Base62, 86) + "=="),
        Token("astra-db-token", static dice => "AstraCS:" + dice.Of(Dice.Base62, 24) + ":" + dice.Of(Dice.Hexadecimal, 64)),
        Token("aiven-service-password", static dice => "AVNS_" + dice.Of(Dice.Base62, 19)),
        Token("tigris-secret-key", static dice => "tsec_" + dice.Of(Dice.Base62, 60)),
        Token("xata-api-key", static dice => "xau_" + dice.Of(Dice.Base62, 37)),
        Token("fauna-secret", static dice => "fnAE" + dice.Of(Dice.Base62, 36)),
        Token("tinybird-token", static dice => "p.eyJ1Ijog" + dice.Of(Dice.Base62, 90) + "." + dice.Of(Dice.Base62, 43)),
        Assigned("meilisearch-api-key", "MEILI_MASTER_KEY", static dice => dice.Of(Dice.Hexadecimal, 64)),
    ];
}
