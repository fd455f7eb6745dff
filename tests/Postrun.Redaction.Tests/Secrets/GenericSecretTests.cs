using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Secrets;

/// <summary>How program code and configuration write secrets of no issuer, and what else they write in such places.</summary>
public sealed class GenericSecretTests
{
    private static readonly Rule[] s_generic = [.. BuiltInRules.All.Where(static rule => rule.Category == RuleCategory.Generic)];

    private static readonly Func<Dice, string>[] s_secrets =
    [
        static dice => $"DB_PASS={dice.Of(Dice.Base62, 10)}8",
        static dice => $"MYSQL_ROOT_PASSWORD: {dice.Of(Dice.Base62, 9)}8",
        static dice => $"      password: '{dice.Of(Dice.Base62, 8)}'",
        static dice => $"spring.datasource.password={dice.Of(Dice.Base62, 8)}1",
        static dice => $"const char *password = \"{dice.Of(Dice.Base62, 12)}\";",
        static dice => $"<property name=\"password\" value=\"{dice.Of(Dice.Base62, 12)}\"/>",
        static dice => $"$db_password = '{dice.Of(Dice.Base62, 7)}!{dice.Of(Dice.Digits, 2)}';",
        static dice => $"define('DB_PASSWORD', '{dice.Of(Dice.Base62, 12)}');",
        static dice => $"  \"ClientSecret\": \"{Sampled.Uuid(dice)}\",",
        static dice => $"app.secret_key = '{dice.Of(Dice.Base62, 24)}'",
        static dice => $"SECRET_KEY = \"{dice.Of(Dice.Base62, 20)}!@{dice.Of(Dice.Lower, 10)}\"",
        static dice => $"let apiKey = \"{dice.Of(Dice.Hexadecimal, 32)}\";",
        static dice => $"x-apikey: {dice.Of(Dice.Base62, 32)}",
        static dice => $"export AUTH_TOKEN={dice.Of(Dice.Hexadecimal, 40)}",
        static dice => $"accessToken: \"{dice.Of(Dice.Base62, 44)}\"",
        static dice => $"'refresh_token' => '{dice.Of(Dice.Base62, 44)}',",
        static dice => $"val token: String = \"{dice.Of(Dice.Base62, 30)}\"",
        static dice => $"http://host/api?token={dice.Of(Dice.Base62, 24)}&x=1",
        static dice => $"client.login(\"user\", password=\"{dice.Of(Dice.Base62, 10)}9\")",
        static dice => $"private static final String ENCRYPTION_KEY = \"{dice.Of(Dice.Base62, 24)}\";",
        static dice => $"signing_key := []byte(\"{dice.Of(Dice.Base62, 32)}\")",
        static dice => $"[redis] passwd = {dice.Of(Dice.Base62, 12)}7",
        static dice => $"set PGPASSWORD={dice.Of(Dice.Base62, 12)}7",
        static dice => $"--secret={dice.Of(Dice.Base62, 24)}",
        static dice => $"pwd: \"{dice.Of(Dice.Digits, 8)}9\"",
        static dice => $"wpa_passphrase={dice.Of(Dice.Base62, 14)}3",
    ];

    private static readonly string[] s_others =
    [
        "password = request.form['password']", "String password = user.getPassword();", "password: string;", "password: str,", "def login(user, password=None):",
        "if password == '':", "passwordInput = document.getElementById('password')", "\"password\": \"Enter your password\"", "password=prompt_password2()",
        "Password: ${{ secrets.DB_PASSWORD }}", "password: {{ .Values.db.password }}", "password: !vault |", "password: *default_password1",
        "password=$1", "PASSWORD=\"$DB_PASS1\"", "--password-file /run/secrets/pw1", "password_hash = sha256(password)", "password_field = 'id_password2'",
        "secret: my-app-secret", "secretKeyRef: { name: db-secret, key: password1 }", "secretName: tls-cert-2024", "clientSecret: config.clientSecret2,",
        "client_secret = get_client_secret()", "secret = Secrets::get(\"api\")", "\"secret\": true", "secret_manager_project = \"project-1234\"",
        "api_key = settings.API_KEY", "apiKey: process.env.API_KEY2", "api_key: str = Field(...)", "api_key_header = APIKeyHeader(name=\"X-API-Key\")",
        "token = tokens[0]", "token: torch.Tensor", "token = tokenizer.decode(ids[5])", "self.token = token2", "token=args.hf_token,", "use_auth_token=False",
        "token_url=\"https://host/oauth2/token\"", "tokenUrl: /api/v1/login2", "\"token\": \"string\"", "const token = await getToken(user1);", "token : null",
        "access_token = resp.json()[\"access_token\"]", "csrf_token = form.csrf_token", "accessKey = access_key1", "private_key_path: ~/.ssh/id_rsa",
        "credentials: include", "credentials = Credentials(user1)", "\"credential\": { \"type\": \"oauth2\" }", "encryption_key = generate_key(256)",
        "auth: required", "auth=HTTPBasicAuth(user, pw1)", "salt = os.urandom(16)", "pwd: /home/run/work1", "pass: 12, fail: 3", "compass: north-1",
    ];

    [Fact]
    public void Nearly_every_secret_is_found()
    {
        var missed = s_secrets.SelectMany(static line => Enumerable.Range(0, 40).Select(seed => line(new(seed)))).Where(static line => Found(line) == 0).ToArray();
        (missed.Length / (40.0 * s_secrets.Length)).ShouldBeLessThan(0.01, string.Join('\n', missed));
    }

    [Fact]
    public void Code_words_and_templates_are_left()
    {
        var found = s_others.Where(static line => Found(line) > 0).ToArray();
        found.ShouldBeEmpty();
    }

    private static int Found(string line) => ReferenceScanner.Scan(Encoding.UTF8.GetBytes(line), s_generic).Count;
}
