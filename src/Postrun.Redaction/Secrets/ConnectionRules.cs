using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>What programs show to one another: addresses with passwords, headers, cookies, command lines, hashes of passwords.</summary>
internal static partial class ConnectionRules
{
    private static readonly RuleSource Url = new(RuleCategory.Connection, "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1");
    private static readonly RuleSource Http = new(RuleCategory.Connection, "https://www.rfc-editor.org/rfc/rfc9110#name-authorization");
    private static readonly RuleSource Cookie = new(RuleCategory.Connection, "https://www.rfc-editor.org/rfc/rfc6265");
    private static readonly RuleSource Jwt = new(RuleCategory.Identity, "https://www.rfc-editor.org/rfc/rfc7519");
    private static readonly RuleSource Curl = new(RuleCategory.Connection, "https://curl.se/docs/manpage.html#-u");
    private static readonly RuleSource MySql = new(RuleCategory.Connection, "https://dev.mysql.com/doc/refman/8.4/en/command-line-options.html");
    private static readonly RuleSource Ssh = new(RuleCategory.Connection, "https://man.archlinux.org/man/sshpass.1");
    private static readonly RuleSource Redis = new(RuleCategory.Connection, "https://redis.io/docs/latest/develop/tools/cli/");
    private static readonly RuleSource Docker = new(RuleCategory.Registry, "https://docs.docker.com/reference/cli/docker/login/");
    private static readonly RuleSource Netrc = new(RuleCategory.Connection, "https://everything.curl.dev/usingcurl/netrc.html");
    private static readonly RuleSource Pgpass = new(RuleCategory.Connection, "https://www.postgresql.org/docs/current/libpq-pgpass.html");
    private static readonly RuleSource Crypt = new(RuleCategory.Connection, "https://man.archlinux.org/man/crypt.5");

    internal static IEnumerable<Rule> All =>
    [
        Url.Shaped("url-password", "Password in an address", Severity.High, UrlSecret.TryFindPassword, Shape.At),
        Url.Shaped("url-token", "Token in an address", Severity.High, UrlSecret.TryFindToken, Shape.At),
        Http.Matched("authorization-basic", "Name and password of HTTP", Severity.High, HeaderSecret.TryFindBasic, ["basic "], ignoreCase: true),
        Http.Matched("authorization-bearer", "Bearer token of HTTP", Severity.High, HeaderSecret.TryFindBearer, ["bearer "], ignoreCase: true),
        Http.Matched("authorization-header", "Authorization header", Severity.High, HeaderSecret.TryFindOther, ["authorization"], ignoreCase: true),
        Http.Assigned("api-key-header", "Header with a key", Severity.High, ApiKeyHeader,
            [
                "x-api-key", "x-auth-token", "x-access-token", "x-vault-token", "private-token", "job-token", "deploy-token", "x-functions-key", "x-api-token",
                "x-auth-key", "x-session-token",
            ],
            Strength.Random),
        Cookie.Matched("session-cookie", "Cookie of a session", Severity.High, HeaderSecret.TryFindCookie,
            ["cookie:", "cookie\":", "cookie\\\":", "cookie':"], ignoreCase: true),
        Jwt.Matched("json-web-token", "JSON web token", Severity.High, JsonWebToken.TryFind, ["eyJ"]),
        Curl.Matched("curl-password", "Password in a command of curl", Severity.High, CommandSecret.TryFindCurl, ["curl "]),
        MySql.Matched("mysql-command-password", "Password in a command of MySQL", Severity.High, CommandSecret.TryFindMySql,
            ["mysql ", "mysqldump ", "mysqladmin ", "mariadb "]),
        Ssh.Matched("sshpass-password", "Password in a command of sshpass", Severity.High, CommandSecret.TryFindPassword, ["sshpass "]),
        Redis.Matched("redis-command-password", "Password in a command of Redis", Severity.High, CommandSecret.TryFindRedis, ["redis-cli "]),
        Docker.Matched("docker-login-password", "Password in a login to a registry of images", Severity.High, CommandSecret.TryFindPassword,
            ["docker login ", "podman login "]),
        Docker.Matched("docker-authorization", "Login to a registry of images", Severity.Critical, DockerAuthorization.TryFind, ["\"auth", "_auth"]),
        Netrc.Matched("netrc-password", "Password of a .netrc", Severity.High, CommandSecret.TryFindNetrc, [" login "]),
        Pgpass.Matched("pgpass-password", "Password of a .pgpass", Severity.High, CommandSecret.TryFindPgpass, [":5432:", ":5433:", ":6432:"]),
        Crypt.Token("crypt-hash", "Hash of a password", Severity.High, CryptHash,
            ["$apr1$", "$1$", "$5$", "$6$", "$2a$", "$2b$", "$2y$", "$y$"], Strength.Verified),
        Crypt.Token("argon2-hash", "Argon2 hash of a password", Severity.High, Argon2Hash, ["$argon2"], Strength.Verified),
        Crypt.Token("ldap-hash", "Hash of a password in a directory", Severity.High, LdapHash, ["{SSHA", "{SHA"], Strength.Verified),
    ];

    [GeneratedRegex("[0-9A-Za-z_.+/=~-]{16,}")]
    private static partial Regex ApiKeyHeader { get; }

    [GeneratedRegex(@"\$(?:(?:apr1|1)\$[0-9A-Za-z./]{1,8}\$[0-9A-Za-z./]{22}|[56]\$(?:rounds=[0-9]{1,9}\$)?[0-9A-Za-z./]{1,16}\$[0-9A-Za-z./]{43,86}|2[aby]\$[0-9]{2}\$[0-9A-Za-z./]{53}|y\$[0-9A-Za-z./]{1,8}\$[0-9A-Za-z./]{1,86}\$[0-9A-Za-z./]{43})")]
    private static partial Regex CryptHash { get; }

    [GeneratedRegex(@"\$argon2(?:id|i|d)\$v=[0-9]{1,3}\$m=[0-9]{1,9},t=[0-9]{1,9},p=[0-9]{1,9}\$[0-9A-Za-z+/]{11,86}\$[0-9A-Za-z+/]{22,172}")]
    private static partial Regex Argon2Hash { get; }

    [GeneratedRegex(@"\{S?SHA(?:256|384|512)?\}[0-9A-Za-z+/]{26,}={0,2}")]
    private static partial Regex LdapHash { get; }
}
