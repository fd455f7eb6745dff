namespace Postrun.Redaction.Tests.Samples;

internal static class DatabaseAddressSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Address("mongodb", "mongodb+srv"), Address("postgresql", "postgresql+psycopg2"), Address("mysql", "mysql"), Address("redis", "rediss"),
        Address("amqp", "amqp"), Address("sqlserver", "mssql+pyodbc"), Address("clickhouse", "clickhouse"), Address("cockroachdb", "cockroachdb"),
        Address("neo4j", "neo4j+s"), Address("snowflake", "snowflake"), Address("message-queue", "nats"),
        new("connection-string-password",
            [
                static dice => $"\"Server=db.test;Database=runs;User Id=sa;Password=⟦{dice.Of(Dice.Base62, 12)}!⟧;Encrypt=true\"",
                static dice => $"DRIVER={{ODBC Driver 18}};SERVER=db;UID=sa;PWD={{⟦{dice.Of(Dice.Base62, 12)}⟧}}",
                static dice => $"host=db dbname=runs user=me password=⟦{dice.Of(Dice.Base62, 12)}⟧ sslmode=require",
            ],
            [
                static _ => "Server=db;User Id=sa;Password=${PASSWORD}",
                static _ => "password=abcdef12 alone",
                static _ => "connect(host=db, password=settings.password)",
            ]),
        new("jdbc-password",
            [static dice => $"url=jdbc:postgresql://db/runs?user=me&password=⟦{dice.Of(Dice.Base62, 12)}⟧&ssl=true"],
            [static _ => "url=jdbc:postgresql://db/runs?user=me", static _ => "url=jdbc:mysql://db/runs?password=${PASSWORD}"]),
        new("jdbc-oracle-password",
            [static dice => $"jdbc:oracle:thin:scott/⟦{dice.Of(Dice.Base62, 12)}⟧@db.test:1521:orcl"],
            [static _ => "jdbc:oracle:thin:@db.test:1521:orcl", static _ => "jdbc:oracle:thin:@//db.test:1521/orcl"]),
    ];

    private static RuleSample Address(string id, string scheme) => new($"{id}-url-password",
        [
            dice => $"DATABASE_URL={scheme}://user:⟦{dice.Of(Dice.Base62, 16)}⟧@db.test:1234/runs",
            dice => $"connect(\"{scheme}://:⟦{dice.Of(Dice.Base62, 12)}!⟧@db.test\")",
        ],
        [
            _ => $"{scheme}://db.test:1234/runs",
            _ => $"{scheme}://user:password@db.test",
            _ => $"{scheme}://user:${{PASSWORD}}@db.test",
        ]);
}
