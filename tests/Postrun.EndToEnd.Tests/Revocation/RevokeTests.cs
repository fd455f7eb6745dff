using System.Text.Json;
using NJsonSchema;
using Postrun.Doubles;

namespace Postrun.EndToEnd.Tests;

/// <summary>What is registered is revoked or reported, and no value is ever told.</summary>
public sealed class RevokeTests : IDisposable
{
    private const string Soon = "2099-01-01T00:00:00Z";

    private readonly string folder = Directory.CreateTempSubdirectory("postrun-revoke-").FullName;

    private string Register => Path.Combine(folder, "credentials.ndjson");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_registered_is_listed_once()
    {
        for (var twice = 0; twice < 2; twice++)
            Add("vault-lease", "--issuer", "https://vault.test:8200", "--handle", "database/creds/train/1").ShouldExit(0);
        Postrun("credentials", "list").ShouldExit(0).Out.ShouldBe("vault-lease         vault-lease-1  https://vault.test:8200/\n");
        File.GetUnixFileMode(Register).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void The_register_may_be_named_by_the_environment() =>
        Tool.Run(PostrunBinary.Path, ["credentials", "list"], new Dictionary<string, string> { ["POSTRUN_CREDENTIALS"] = Register }).ShouldExit(0);

    [Theory]
    [InlineData("--register", "vault-lease", "--handle", "a/1")]
    [InlineData("https", "vault-lease", "--issuer", "http://vault.test", "--handle", "a/1")]
    [InlineData("without user", "vault-lease", "--issuer", "https://me:word@vault.test", "--handle", "a/1")]
    [InlineData("--handle", "vault-lease", "--issuer", "https://vault.test")]
    [InlineData("--value or --handle", "vault-wrapping-token", "--issuer", "https://vault.test")]
    [InlineData("--role", "vault-secret-id", "--issuer", "https://vault.test", "--handle", "a")]
    [InlineData("--value", "oauth-token", "--issuer", "https://id.test", "--client-id", "c")]
    [InlineData("--value", "github-token")]
    [InlineData("--issuer", "gitlab-token", "--value", "env:T")]
    [InlineData("--issuer", "kubernetes-token", "--value", "env:T")]
    [InlineData("--handle", "aws-access-key", "--value", "env:T")]
    [InlineData("--recipe", "http", "--value", "env:T")]
    [InlineData("does not exist", "command", "--value", "env:T", "--recipe", "/nonexistent/recipe.json")]
    [InlineData("only http and command", "github-token", "--value", "env:T", "--recipe", "/etc/hostname")]
    [InlineData("KIND is one of", "cookie")]
    [InlineData("--name", "other", "--name", "")]
    public void What_could_not_be_revoked_is_refused(string said, params string[] arguments)
    {
        var result = said == "--register" ? Tool.Run(PostrunBinary.Path, ["credentials", "add", .. arguments]) : Add(arguments);
        result.ShouldExit(2).Error.ShouldContain(said);
        Postrun("credentials", "list").Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--handle", "hvs.CAESIJq7Zx9planted")]
    [InlineData("--value", "hvs.CAESIJq7Zx9planted")]
    [InlineData("--handle", "glpat-q7Zx9planted")]
    [InlineData("--handle", "hf_q7Zx9planted")]
    [InlineData("--client-secret", "q7Zx9planted")]
    public void A_value_in_the_place_of_its_handle_is_refused_and_not_shown(string option, string value)
    {
        var result = Add("vault-lease", "--issuer", "https://vault.test", option, value).ShouldExit(2);
        (result.Out + result.Error).ShouldNotContain("7Zx9");
        if (File.Exists(Register))
            File.ReadAllText(Register).ShouldBeEmpty();
    }

    [Fact]
    public void What_ends_by_itself_soon_leaves_the_run_clean_and_what_does_not_is_left()
    {
        Add("other", "--name", "soon", "--expires-at", DateTimeOffset.UtcNow.AddMinutes(5).ToString("O")).ShouldExit(0);
        Postrun("revoke").ShouldExit(0).Out.ShouldStartWith("EXPIRES_AT        soon: ");
        Add("other", "--name", "late", "--expires-at", Soon).ShouldExit(0);
        Add("other", "--name", "unknown").ShouldExit(0);
        var left = Postrun("revoke").ShouldExit(1).Out.Split('\n');
        left[0].ShouldStartWith("EXPIRES_AT        late: ");
        left[1].ShouldStartWith("MANUAL_REQUIRED   unknown: ");
        left[2].ShouldStartWith("EXPIRES_AT        soon: ");
    }

    [Fact]
    public void What_ends_with_its_job_is_left_where_nobody_knows_when_that_is()
    {
        Add("gitlab-job-token", "--name", "job").ShouldExit(0);
        Postrun("revoke").ShouldExit(1).Out.ShouldStartWith("EXPIRES_AT        job: ");
    }

    [Fact]
    public void What_others_use_is_let_be()
    {
        Add("vault-lease", "--issuer", "https://vault.test:1", "--handle", "a/1", "--shared").ShouldExit(0);
        var report = JsonDocument.Parse(Postrun("revoke", "--output", "json").ShouldExit(1).Out).RootElement;
        report.GetProperty("clean").GetBoolean().ShouldBeFalse();
        report.GetProperty("credentials")[0].GetProperty("status").GetString().ShouldBe("DENIED_BY_POLICY");
        Postrun("revoke", "--dry-run").ShouldExit(0).Out.ShouldContain("others use it, too");
    }

    [Fact]
    public async Task What_programs_read_validates()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "revocation.schema.json"), TestContext.Current.CancellationToken);
        Add("other", "--name", "late", "--expires-at", Soon).ShouldExit(0);
        Add("vault-lease", "--issuer", "http://127.0.0.1:1", "--handle", "a/1").ShouldExit(0);
        File.AppendAllText(Register, "{\n");
        var report = Postrun("revoke", "--output", "json", "--deadline", "3s").Out;
        schema.Validate(report).Select(static error => error.ToString()).ShouldBeEmpty();
        schema.Validate(report.Replace("FAILED", "DEAD", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_register_of_another_user_sends_nothing_of_ours_to_an_issuer_of_theirs()
    {
        Tool.RequireRoot();
        Add("other", "--name", "soon", "--expires-at", DateTimeOffset.UtcNow.AddMinutes(5).ToString("O")).ShouldExit(0);
        Tool.Must("chown", "1000", Register);
        Postrun("revoke").ShouldExit(2).Error.ShouldContain("another user's");
    }

    [Fact]
    public void A_register_that_can_only_be_read_is_enough()
    {
        Add("other", "--name", "soon", "--expires-at", DateTimeOffset.UtcNow.AddMinutes(5).ToString("O")).ShouldExit(0);
        using var mount = Mount.ReadOnly(folder);
        Tool.Run(PostrunBinary.Path, ["revoke", "--register", Path.Combine(mount.Point, "credentials.ndjson")]).ShouldExit(0).Error.ShouldContain("outcomes");
    }

    [Fact]
    public void A_name_that_is_a_token_is_refused_and_not_shown() => Add("other", "--name", "glpat-AbCdEfGhIjKlMnOpQrSt").ShouldExit(2).Error.ShouldNotContain("AbCdEf");

    [Fact]
    public void A_damaged_line_hides_no_credential_and_is_left()
    {
        Add("other", "--name", "soon", "--expires-at", DateTimeOffset.UtcNow.AddMinutes(5).ToString("O")).ShouldExit(0);
        File.AppendAllText(Register, "{\"name\":");
        var result = Postrun("revoke").ShouldExit(1);
        result.Out.ShouldContain("soon");
        result.Error.ShouldContain("no credential");
    }

    [Fact]
    public void Neither_a_value_nor_a_handle_is_in_what_is_written()
    {
        var value = Path.Combine(folder, "value");
        File.WriteAllText(value, "planted-" + new string('7', 30) + "\n");
        Add("oauth-token", "--issuer", "http://127.0.0.1:1", "--client-id", "c", "--value", $"file:{value}").ShouldExit(0);
        Add("vault-lease", "--issuer", "http://127.0.0.1:1", "--handle", "planted/handle").ShouldExit(0);
        var result = Postrun("revoke", "--deadline", "5s");
        result.ExitCode.ShouldBeOneOf(1, 3);
        foreach (var written in new[] { result.Out, result.Error, File.ReadAllText(Register + ".outcomes") })
            written.ShouldNotContain("planted");
    }

    [Fact]
    public void Tokens_of_many_issuers_are_revoked_and_none_is_shown()
    {
        using var github = new GitHubDouble();
        using var gitlab = new GitLabDouble();
        using var hub = new HuggingFaceDouble();
        using var aws = new AwsDouble();
        using var cluster = new KubernetesDouble();
        var key = aws.Issue();
        var values = new[] { github.Issue("ghs_"), github.Issue("ghp_"), gitlab.Issue(), hub.Issue(), key.Secret, cluster.Issue() };
        Add("github-installation", "--issuer", github.Address.AbsoluteUri, "--value", Value(values[0])).ShouldExit(0);
        Add("github-token", "--issuer", github.Address.AbsoluteUri, "--run-owned", "--value", Value(values[1])).ShouldExit(0);
        Add("gitlab-token", "--issuer", gitlab.Address.AbsoluteUri, "--value", Value(values[2])).ShouldExit(0);
        Add("huggingface-token", "--issuer", hub.Address.AbsoluteUri, "--run-owned", "--value", Value(values[3])).ShouldExit(0);
        Add("aws-access-key", "--issuer", aws.Address.AbsoluteUri, "--handle", key.Id, "--value", Value(values[4])).ShouldExit(0);
        Add("kubernetes-token", "--issuer", cluster.Address.AbsoluteUri, "--run-owned", "--value", Value(values[5])).ShouldExit(0);
        var result = Postrun("revoke").ShouldExit(0);
        result.Out.ShouldContain("6 of 6 are revoked and proved to be");
        foreach (var written in new[] { result.Out, result.Error, File.ReadAllText(Register), File.ReadAllText(Register + ".outcomes") })
            foreach (var value in values)
                written.ShouldNotContain(value);
        github.Tokens.Concat(gitlab.Tokens).Concat(hub.Tokens).Concat(aws.Keys.Keys).Concat(cluster.Objects.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void A_command_of_ones_own_revokes_and_what_it_writes_is_not_shown()
    {
        var alive = Path.Combine(folder, "alive");
        File.WriteAllText(alive, "");
        var tool = Path.Combine(folder, "tool");
        File.WriteAllText(tool, $"#!/bin/sh\nread -r token\necho \"$token\"\necho \"$token\" >&2\n[ \"$1\" = revoke ] && rm {alive}\n[ \"$1\" = revoke ] || [ -f {alive} ] || exit 3\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var recipe = Path.Combine(folder, "recipe.json");
        File.WriteAllText(recipe, $$"""{"command":{"revoke":["{{tool}}","revoke"],"look":["{{tool}}","look"],"alive":0,"dead":3} }""");
        File.SetUnixFileMode(recipe, UnixFileMode.UserRead);
        Add("command", "--value", Value("trk-S3cr3tV4lue"), "--recipe", recipe).ShouldExit(0);
        var result = Postrun("revoke").ShouldExit(0);
        result.Out.ShouldStartWith("REVOKED_VERIFIED  command-1: ");
        (result.Out + result.Error).ShouldNotContain("S3cr3t");
        File.Exists(alive).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_register_nothing_is_claimed() => Postrun("revoke").ShouldExit(2).Error.ShouldContain("does not exist");

    /// <summary>A file that it is in.</summary>
    private string Value(string text)
    {
        var path = Path.Combine(folder, $"value-{Directory.GetFiles(folder).Length}");
        File.WriteAllText(path, text + "\n");
        return $"file:{path}";
    }

    private ToolResult Add(params string[] arguments) => Postrun(["credentials", "add", .. arguments]);

    private ToolResult Postrun(params string[] arguments) => Tool.Run(PostrunBinary.Path, [.. arguments, "--register", Register]);
}
