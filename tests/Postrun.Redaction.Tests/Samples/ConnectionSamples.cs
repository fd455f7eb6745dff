using System.Text;
using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class ConnectionSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("url-password",
            [
                static dice => $"GET https://user:⟦{dice.Of(Dice.Base62, 12)}⟧@host.example/path 200",
                static dice => $"url='ftp://run:⟦{dice.Of(Dice.Base62, 6)}@{dice.Of(Dice.Base62, 4)}⟧@10.0.0.1:21/'",
            ],
            [
                static _ => "https://user:password@host/",
                static _ => "https://user:${PASSWORD}@host/",
                static _ => "ssh://git@github.com:22/owner/name",
                static dice => $"https://host:8080/mail?to=a{dice.Next(9)}@b.test",
                static _ => "from http://host:80 to user@host",
                static _ => "https://user:[REDACTED:url-password:0123456789abcdef]@host/",
            ]),
        new("url-token",
            [
                static dice => $"remote = https://⟦{dice.Of(Dice.Base62, 32)}⟧@git.test/owner/name.git",
                static dice => $"clone https://⟦{dice.Of(Dice.Hexadecimal, 40)}⟧:x-oauth-basic@git.test/",
            ],
            [static _ => "https://continuous-integration-user@git.test/", static dice => $"https://{dice.Of(Dice.Base62, 8)}@git.test/"]),
        new("authorization-basic",
            [
                static dice => $"Authorization: Basic ⟦{Pair(dice)}⟧",
                static dice => $"-H 'authorization: basic ⟦{Pair(dice)}⟧' https://host",
            ],
            [
                static _ => "basic functionality, and Basic support",
                static dice => $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(dice.Of(Dice.Lower, 20)))}",
            ]),
        new("authorization-bearer",
            [
                static dice => $"\"Authorization\": \"Bearer ⟦{dice.Of(Dice.Base64Url, 40)}q⟧\"",
                static dice => $"curl -H 'authorization: bearer ⟦{dice.Of(Dice.Hexadecimal, 32)}⟧'",
            ],
            [static _ => "the bearer authentication-middleware", static _ => "f\"Bearer {access_token_of_user}\"", static _ => "Bearer $ACCESS_TOKEN"]),
        new("authorization-header",
            [
                static dice => $"Authorization: Token ⟦{dice.Of(Dice.Hexadecimal, 40)}⟧",
                static dice => $"{{\"authorization\":\"⟦{dice.Of(Dice.Base62, 40)}⟧\"}}",
                static dice => $"Proxy-Authorization: Token token=\"⟦{dice.Of(Dice.Base62, 24)}⟧\"",
            ],
            [
                static _ => "Authorization: required",
                static _ => "authorization = request.headers.get_authorization_header(self)",
                static dice => $"Authorization: AWS4-HMAC-SHA256 Credential={dice.Of(Dice.Upper, 20)}",
            ]),
        Assigned("api-key-header", "X-Api-Key", static dice => dice.Of(Dice.Base62, 31)),
        new("session-cookie",
            [
                static dice => $"Set-Cookie: lang=en; sessionid=⟦{dice.Of(Dice.Hexadecimal, 32)}⟧; HttpOnly",
                static dice => $"\"cookie\": \"theme=dark; connect.sid=⟦{dice.Of(Dice.Base62, 40)}⟧\"",
                static dice => $"{{\"headers\": \"{{\\\"cookie\\\": \\\"session=⟦{dice.Of(Dice.Base62, 40)}⟧\\\"}}\"}}",
            ],
            [static dice => $"Cookie: theme={dice.Of(Dice.Base62, 30)}", static dice => $"sessionid={dice.Of(Dice.Base62, 30)} no header"]),
        new("json-web-token",
            [
                static dice => $"token ⟦{Jwt(dice, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}⟧ accepted",
                static dice => $"access_token=⟦{Jwt(dice, "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"1\"}")}⟧&state=1",
            ],
            [
                static dice => $"token {Jwt(dice, "{\"typ\":\"JWT\",\"kid\":\"1\"}")} has no algorithm",
                static dice => Jwt(dice, "{\"alg\":\"HS256\"}").Split('.')[0] + ".json",
            ]),
        new("curl-password",
            [
                static dice => $"+ curl -s -u admin:⟦{dice.Of(Dice.Base62, 10)}⟧ https://host/",
                static dice => $"curl --user \"ci:⟦{dice.Of(Dice.Base62, 10)}⟧\" https://host/",
            ],
            [static _ => "curl -u admin https://host/", static _ => "curl -u admin:$PASSWORD https://host/", static _ => "curl --user-agent tool/1.0 https://host"]),
        new("mysql-command-password",
            [static dice => $"mysql -h db -u root -p⟦{dice.Of(Dice.Base62, 10)}⟧ runs"],
            [static _ => "mysql -h db -u root -p runs", static _ => "mysql -u root -p$PASSWORD", static _ => "the mysql server listens"]),
        new("sshpass-password",
            [static dice => $"sshpass -p '⟦{dice.Of(Dice.Base62, 10)}⟧' ssh host", static dice => $"sshpass -p⟦{dice.Of(Dice.Base62, 10)}⟧ ssh host"],
            [static _ => "sshpass -p \"$PASSWORD\" ssh host", static _ => "sshpass -e ssh host"]),
        new("redis-command-password",
            [static dice => $"redis-cli -h cache -a ⟦{dice.Of(Dice.Base62, 16)}⟧ ping"],
            [static _ => "redis-cli -h cache ping", static _ => "redis-cli -a ${REDIS} ping"]),
        new("docker-login-password",
            [static dice => $"docker login -u ci -p ⟦{dice.Of(Dice.Base62, 16)}⟧ registry.test"],
            [static _ => "docker login -u ci --password-stdin", static _ => "docker login -u ci -p $TOKEN"]),
        new("docker-authorization",
            [
                static dice => $"{{\"auths\": {{\"registry.test\": {{\"auth\": \"⟦{Pair(dice)}⟧\"}}}}}}",
                static dice => $"//registry.test/:_auth=⟦{Pair(dice)}⟧",
            ],
            [static _ => "{\"auth\": \"required\"}", static dice => $"{{\"auth\": \"{dice.Of(Dice.Base62, 40)}\"}}"]),
        new("netrc-password",
            [static dice => $"machine api.test login user password ⟦{dice.Of(Dice.Base62, 40)}⟧"],
            [static _ => "machine learning needs a login and a password for each", static _ => "Failed login for user password expired"]),
        new("pgpass-password",
            [
                static dice => $"db.test:5432:runs:user:⟦{dice.Of(Dice.Base62, 12)}⟧",
                static dice => $"echo \"db.test:5432:runs:user:⟦{dice.Of(Dice.Base62, 12)}⟧\" > .pgpass",
            ],
            [static dice => $"db.test:5432:{dice.Next(9)} is open", static _ => "postgres listens on 0.0.0.0:5432: ok: yes: go on"]),
        new("crypt-hash",
            [
                static dice => $"user:⟦$apr1${dice.Of(Dice.Base62, 8)}${dice.Of(Dice.Base62, 22)}⟧",
                static dice => $"password_hash = '⟦$2b$12${dice.Of(Dice.Base62, 53)}⟧'",
                static dice => $"root:⟦$6${dice.Of(Dice.Base62, 16)}${dice.Of(Dice.Base62, 86)}⟧:19000:0:99999:7:::",
            ],
            [static dice => $"$2b$12${dice.Of(Dice.Base62, 30)}", static _ => "costs $1$ or $5$ or $6$"]),
        new("argon2-hash",
            [static dice => $"⟦$argon2id$v=19$m=65536,t=3,p=4${dice.Of(Dice.Base62, 22)}${dice.Of(Dice.Base62, 43)}⟧"],
            [static _ => "$argon2id$v=19$m=65536,t=3,p=4$"]),
        new("ldap-hash",
            [static dice => $"userPassword: ⟦{{SSHA}}{dice.Of(Dice.Base62, 38)}⟧"],
            [static _ => "the scheme {SSHA} is salted"]),
    ];

    private static string Pair(Dice dice) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"user:{dice.Of(Dice.Base62, 14, 20)}"));

    private static string Jwt(Dice dice, string header) =>
        $"{Convert.ToBase64String(Encoding.ASCII.GetBytes(header)).TrimEnd('=')}.eyJ{dice.Of(Dice.Base64Url, 80)}.{dice.Of(Dice.Base64Url, 42)}a";
}
