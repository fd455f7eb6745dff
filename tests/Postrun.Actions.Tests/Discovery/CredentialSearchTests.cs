using System.Buffers.Text;
using System.Text;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class CredentialSearchTests : IDisposable
{
    private const string Planted = "plantedplantedplanted0123456789";

    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(4_000_000_000);

    private readonly string home = Directory.CreateTempSubdirectory("postrun-home-").FullName;
    private readonly Dictionary<string, string> variables = [];

    public static TheoryData<string, string, CredentialKind?> Variables() => new()
    {
        { "ACTIONS_ID_TOKEN_REQUEST_TOKEN", Planted, CredentialKind.CiOidcToken },
        { "ACTIONS_ID_TOKEN_REQUEST_URL", "https://pipelines.test/token", null },
        { "CI_JOB_TOKEN", "glcbt-64_" + Planted, CredentialKind.GitLabJobToken },
        { "GITHUB_TOKEN", "ghs_" + Planted, CredentialKind.GitHubInstallation },
        { "GH_TOKEN", "github_pat_" + Planted, CredentialKind.GitHubToken },
        { "VAULT_TOKEN", "s." + Planted, CredentialKind.VaultToken },
        { "WHATEVER", "hvs." + Planted, CredentialKind.VaultToken },
        { "WHATEVER", "hvb." + Planted, CredentialKind.VaultBatchToken },
        { "WHATEVER", "hf_" + Planted, CredentialKind.HuggingFaceToken },
        { "WHATEVER", "glpat-" + Planted, CredentialKind.GitLabToken },
        { "HF_TOKEN", Planted, CredentialKind.HuggingFaceToken },
        { "WANDB_API_KEY", Planted, CredentialKind.WandbKey },
        { "KAGGLE_KEY", Planted, CredentialKind.KaggleKey },
        { "AWS_SECRET_ACCESS_KEY", Planted, CredentialKind.AwsAccessKey },
        { "WHATEVER", Jwt("""{"iss":"https://token.actions.githubusercontent.com"}"""), CredentialKind.CiOidcToken },
        { "ID_TOKEN_OF_JOB", Jwt("""{"iss":"https://gitlab.test","job_id":"1","project_path":"a/b"}"""), CredentialKind.CiOidcToken },
        { "WHATEVER", Jwt("""{"kubernetes.io":{"namespace":"ml"}}"""), CredentialKind.KubernetesToken },
        { "WHATEVER", Jwt("""{"sub":"x"}"""), CredentialKind.Other },
        { "TRACKER_TOKEN", Planted, CredentialKind.Other },
        { "DB_PASSWORD", Planted, CredentialKind.Other },
        { "BLOB", "sv=2024-11-04&se=2096-10-02T07%3A06%3A40Z&sr=c&sig=" + Planted, CredentialKind.AzureSas },
        { "WHATEVER", "hf_short", null },
        { "SSL_PASSWORD", "/run/secrets/password", null },
        { "MAX_TOKEN", "4096", null },
        { "TOKENIZERS_PARALLELISM", "falsefalse", null },
        { "POSTRUN_SIGNING_SECRET", Planted, null },
        { "PATH", "/usr/bin:/bin", null },
    };

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_variable_is_known_by_its_name_and_by_its_form(string name, string value, CredentialKind? kind)
    {
        variables[name] = value;
        Find().SingleOrDefault()?.Kind.ShouldBe(kind ?? default, name);
        Find().Count.ShouldBe(kind is null ? 0 : 1);
    }

    [Fact]
    public void The_token_of_a_job_is_its_job_s()
    {
        variables["GITHUB_ACTIONS"] = "true";
        variables["GITHUB_TOKEN"] = "ghs_" + Planted;
        Find().ShouldHaveSingleItem().Kind.ShouldBe(CredentialKind.GitHubJobToken);
    }

    [Fact]
    public void A_token_says_who_issued_it_and_when_it_ends_without_what_may_be_secret()
    {
        variables["WHATEVER"] = Jwt("""{"iss":"https://me:plantedword@id.test/realms/ml?key=planted","exp":4000000000}""");
        Find().ShouldHaveSingleItem().ShouldSatisfyAllConditions(static found => found.Issuer.ShouldBe("https://id.test/realms/ml"), static found => found.ExpiresAt.ShouldBe(End));
    }

    [Fact]
    public void Of_a_shared_access_signature_the_end_is_read()
    {
        variables["BLOB"] = "sv=2024-11-04&se=2096-10-02T07%3A06%3A40Z&sr=c&sig=" + Planted;
        Find().ShouldHaveSingleItem().ExpiresAt.ShouldBe(End);
    }

    [Theory]
    [InlineData(".vault-token", "hvs." + Planted, CredentialKind.VaultToken, true)]
    [InlineData(".netrc", "machine api.wandb.ai login user password " + Planted, CredentialKind.WandbKey, false)]
    [InlineData(".netrc", "machine host.test\n login me\n password " + Planted, CredentialKind.Other, false)]
    [InlineData(".aws/credentials", "[default]\naws_secret_access_key = " + Planted, CredentialKind.AwsAccessKey, false)]
    [InlineData(".git-credentials", "https://me:ghp_" + Planted + "@github.com", CredentialKind.GitHubToken, false)]
    [InlineData(".config/gcloud/credentials.db", "\0\ufffdSQLite", CredentialKind.Other, false)]
    [InlineData(".docker/config.json", """{"auths":{"registry.test":{"auth":"cGxhbnRlZA=="}}}""", CredentialKind.RegistryToken, false)]
    [InlineData(".cache/huggingface/token", "hf_" + Planted, CredentialKind.HuggingFaceToken, true)]
    [InlineData(".kaggle/kaggle.json", """{"username":"a","key":"planted"}""", CredentialKind.KaggleKey, false)]
    [InlineData(".ssh/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\n", CredentialKind.Other, false)]
    [InlineData(".kube/config", "users:\n- name: a\n  user:\n    token: x\n", CredentialKind.Other, false)]
    public void A_file_is_known_by_its_place(string place, string text, CredentialKind kind, bool isWhole)
    {
        var path = Write(place, text);
        Find().ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Kind.ShouldBe(kind), found => found.IsWhole.ShouldBe(isWhole), found => found.Where.ShouldBe(new ValueSource(IsFile: true, path)));
    }

    [Theory]
    [InlineData(".docker/config.json", """{"credsStore":"desktop"}""")]
    [InlineData(".ssh/id_ed25519.pub", "ssh-ed25519 AAAA")]
    [InlineData(".ssh/known_hosts", "host.test ssh-ed25519 AAAA")]
    [InlineData(".npmrc", "registry=https://registry.test")]
    [InlineData(".vault-token", "")]
    public void A_file_without_a_credential_is_none(string place, string text)
    {
        Write(place, text);
        Find().ShouldBeEmpty();
    }

    [Fact]
    public void Where_a_variable_names_the_file_it_is_there_and_nowhere_else()
    {
        Write(".kube/config", "users: []");
        var named = Write("other/config", "users:\n- user: { token: " + Jwt("""{"exp":4000000000,"iss":"https://cluster.test"}""") + " }");
        variables["KUBECONFIG"] = $"{home}/absent:{named}";
        Find().ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Where.Name.ShouldBe(named), static found => found.ExpiresAt.ShouldBe(End), static found => found.Issuer.ShouldBe("https://cluster.test/"));
    }

    [Fact]
    public void A_link_out_of_its_directory_is_not_followed()
    {
        var elsewhere = Write("elsewhere/token", "hvs." + Planted);
        Directory.CreateDirectory(Path.Combine(home, ".kaggle"));
        File.CreateSymbolicLink(Path.Combine(home, ".kaggle/access_token"), elsewhere);
        Write(".cache/huggingface/.data", "hf_" + Planted);
        File.CreateSymbolicLink(Path.Combine(home, ".cache/huggingface/token"), ".data");
        Find().ShouldHaveSingleItem().Kind.ShouldBe(CredentialKind.HuggingFaceToken);
    }

    [Fact]
    public void What_is_too_large_is_still_there()
    {
        Write(".azure/msal_token_cache.json", new string('x', ValueReader.MaxValue + 1));
        Find().ShouldHaveSingleItem().Issuer.ShouldBe("https://login.microsoftonline.com/");
    }

    private IReadOnlyList<FoundCredential> Find() => new CredentialSearch(new(), variables, [home]).Find();

    private string Write(string place, string text)
    {
        var path = Path.Combine(home, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Jwt(string claims) => $"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2lnbmF0dXJl";
}
