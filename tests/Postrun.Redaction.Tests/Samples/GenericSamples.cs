namespace Postrun.Redaction.Tests.Samples;

internal static class GenericSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("generic-password",
            [
                static dice => $"password: {"⟦"}Summer{dice.Next(1000):D4}!⟧",
                static dice => $"senha: ⟦{dice.Of(Dice.Base62, 11)}7⟧",
                static dice => $"DB_PASSWORD=⟦{dice.Of(Dice.Base62, 11)}7⟧",
                static dice => $"String passwd = \"⟦{dice.Of(Dice.Base62, 9)}4⟧\";",
                static dice => $"    self.login(user, password='⟦{dice.Of(Dice.Base62, 9)}#1⟧')",
                static dice => $"--db-password ⟦{dice.Of(Dice.Base62, 12)}3⟧ --verbose",
                static dice => $"<password>⟦{dice.Of(Dice.Base62, 12)}3⟧</password>",
                static dice => $"<add key=\"Password\" value=\"⟦{dice.Of(Dice.Base62, 12)}3⟧\"/>",
                static dice => $"props.put(\"db.password\", \"⟦{dice.Of(Dice.Base62, 12)}3⟧\");",
                static dice => $"builder.withPassword(\"⟦{dice.Of(Dice.Base62, 12)}3⟧\")",
                static dice => $"password: str = \"⟦{dice.Of(Dice.Base62, 12)}3⟧\"",
                static dice => $"{{\\\"password\\\": \\\"⟦{dice.Of(Dice.Base62, 12)}3⟧\\\"}}",
            ],
            [
                static _ => "password = get_password()", static _ => "password = os.environ[\"DB_PASSWORD\"]", static _ => "password=self.password,",
                static _ => "password: null", static _ => "password: \"password\"", static _ => "password=${DB_PASSWORD}", static _ => "password: <your password>",
                static _ => "password_file: /run/secrets/db", static _ => "password_length = 16", static _ => "Failed password for root from 10.0.0.1 port 22",
                static _ => "password=[REDACTED:generic-password:0123456789abcdef]", static _ => "[REDACTED:generic-password:0123456789abcdef]",
                static _ => "PWD=/home/user/run7", static _ => "passwordHasher = new PasswordHasher()", static _ => "password = config.get('password')",
                static _ => "senha: obrigatória", static _ => "this.password = password;", static _ => "password: required", static _ => "passed: 12, pass: 3",
            ]),
        Key("generic-secret", "client_secret", static dice => dice.Of(Dice.Base62, 31) + "5"),
        Key("generic-token", "auth_token", static dice => dice.Of(Dice.Base62, 31) + "5"),
        Key("generic-api-key", "SERVICE_API_KEY", static dice => dice.Of(Dice.Hexadecimal, 30) + "5a"),
        Key("generic-access-key", "access_key", static dice => dice.Of(Dice.Base62, 31) + "5"),
        Key("generic-credential", "credential", static dice => dice.Of(Dice.Base62, 31) + "5"),
        Key("generic-encryption-key", "encryption_key", static dice => dice.Of(Dice.Hexadecimal, 30) + "5a"),
        Key("generic-authentication-key", "consumer_key", static dice => dice.Of(Dice.Base62, 24) + "5"),
        Key("generic-salt", "salt", static dice => dice.Of(Dice.Hexadecimal, 30) + "5a"),
    ];

    private static RuleSample Key(string rule, string name, Func<Dice, string> value) => new(rule,
        [
            dice => $"{name} = \"⟦{value(dice)}⟧\"",
            dice => $"{name}=⟦{value(dice)}⟧",
            dice => $"  {name}: ⟦{value(dice)}⟧",
            dice => $"{{'{name}': '⟦{value(dice)}⟧', 'step': {dice.Next(90)}}}",
            dice => $"{name} := `⟦{value(dice)}⟧`",
            dice => $"GET /path?{name}=⟦{value(dice)}⟧&page=2 HTTP/1.1",
            dice => $"tool --{name.Replace('_', '-')} ⟦{value(dice)}⟧ run".Replace("api-key", "api_key", StringComparison.Ordinal),
        ],
        [
            _ => $"{name} = get_from_store(\"name\")", _ => $"{name} = os.environ[\"X\"]", _ => $"{name}: true", _ => $"{name}: 4096",
            _ => $"{name} = settings.{name}", _ => $"{name}={name}", _ => $"{name}: /etc/store/{name}", _ => $"{name}: ${{{name}}}",
            _ => $"{name} = \"my-test-value\"", _ => $"{name}_name = \"run-7f3a9c-store\"", _ => $"{name}: 2026-01-02T03:04:05Z", _ => $"the {name} is missing",
            _ => $"{name}=[REDACTED:{rule}:0123456789abcdef]", _ => $"[REDACTED:{rule}:0123456789abcdef]", _ => $"\"{name}\": \"[REDACTED:{rule}:0123456789abcdef]\"",
            _ => $"{name}=YOUR_{name}_HERE1", _ => $"{name} = response.json()['{name}']",
        ]);
}
