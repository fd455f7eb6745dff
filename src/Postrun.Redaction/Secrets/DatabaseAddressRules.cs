using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>How databases and queues are reached, with the password in it.</summary>
internal static class DatabaseAddressRules
{
    private static readonly RuleSource AdoNet = new(RuleCategory.Database, "https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax");
    private static readonly RuleSource Jdbc = new(RuleCategory.Database, "https://docs.oracle.com/javase/tutorial/jdbc/basics/connecting.html");

    internal static IEnumerable<Rule> All =>
    [
        Address("mongodb", "MongoDB", "https://www.mongodb.com/docs/manual/reference/connection-string/", "mongodb://", "mongodb+srv://"),
        Address("postgresql", "PostgreSQL", "https://www.postgresql.org/docs/current/libpq-connect.html", "postgres://", "postgresql://", "postgresql+", "postgis://"),
        Address("mysql", "MySQL or MariaDB", "https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html", "mysql://", "mysql2://", "mysql+", "mariadb://", "mariadb+"),
        Address("redis", "Redis or Valkey", "https://redis.io/docs/latest/develop/tools/cli/", "redis://", "rediss://", "valkey://", "redis+"),
        Address("amqp", "AMQP", "https://www.rabbitmq.com/docs/uri-spec", "amqp://", "amqps://"),
        Address("sqlserver", "SQL Server", "https://docs.sqlalchemy.org/en/20/dialects/mssql.html", "mssql://", "sqlserver://", "mssql+"),
        Address("clickhouse", "ClickHouse", "https://clickhouse.com/docs/interfaces/cli", "clickhouse://", "clickhouses://", "clickhouse+"),
        Address("cockroachdb", "CockroachDB", "https://www.cockroachlabs.com/docs/stable/connection-parameters", "cockroachdb://", "cockroach://"),
        Address("neo4j", "Neo4j", "https://neo4j.com/docs/operations-manual/current/", "neo4j://", "neo4j+s://", "bolt://"),
        Address("snowflake", "Snowflake", "https://docs.snowflake.com/en/developer-guide/python-connector/sqlalchemy", "snowflake://"),
        Address("message-queue", "NATS, MQTT, Kafka or STOMP", "https://docs.nats.io/using-nats/developer/connecting", "nats://", "mqtt://", "mqtts://", "kafka://", "stomp://"),
        AdoNet.Matched("connection-string-password", "Password in a connection string", Severity.Critical, ConnectionString.TryFindPassword,
            ["password=", "pwd=", "password ="], ignoreCase: true),
        Jdbc.Matched("jdbc-password", "Password in an address of JDBC", Severity.Critical, ConnectionString.TryFindJdbc, ["jdbc:"]),
        Jdbc.Matched("jdbc-oracle-password", "Password in an address of Oracle", Severity.Critical, ConnectionString.TryFindOracle,
            ["jdbc:oracle:thin:", "jdbc:oracle:oci:"]),
    ];

    private static Rule Address(string id, string name, string reference, params string[] schemes) =>
        new RuleSource(RuleCategory.Database, reference)
            .Matched($"{id}-url-password", $"Password in an address of {name}", Severity.Critical, UrlSecret.TryFindAfterScheme, schemes);
}
