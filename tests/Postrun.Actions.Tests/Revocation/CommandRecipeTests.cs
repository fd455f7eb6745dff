using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>A command of one's own that knows tokens, one file each, and tells everybody of them.</summary>
internal sealed class CommandFixture : IRevokerFixture
{
    private const string Tool = """
        #!/bin/sh
        folder=$2
        echo "$@" >> "$folder/arguments"
        env >> "$folder/environment"
        token=$TRACKER_TOKEN
        [ -n "$token" ] || read -r token
        echo "the token is $token"
        echo "the token is $token" >&2
        head -c 300000 /dev/zero
        [ -f "$folder/hang" ] && exec sleep 60
        [ -f "$folder/answer" ] && exit "$(cat "$folder/answer")"
        [ -f "$folder/$token" ] || exit 3
        if [ "$1" = revoke ]; then rm "$folder/$token"; fi
        exit 0
        """;

    private readonly RecipeSample files = new();
    private readonly Dictionary<string, string> variables = [];

    /// <param name="value">A member of the recipe.</param>
    public CommandFixture(string value = "")
    {
        Program = files.Write("tool", Tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Recipe = files.Write("recipe.json", $$"""{"command":{"revoke":["{{Program}}","revoke","{{files.Folder}}"],"look":["{{Program}}","look","{{files.Folder}}"],{{value}}"alive":0,"dead":3} }""");
        Revoker = new CommandRecipeRevoker(new(variables.GetValueOrDefault), new HurriedTime());
    }

    public string Program { get; }

    public string Recipe { get; }

    public string Folder => files.Folder;

    public IRevoker Revoker { get; }

    public IEnumerable<string> Values => variables.Values;

    public RunCredential Issue()
    {
        var credential = OfValue($"trk-S3cr3tV4lue{variables.Count:D10}");
        files.Write(variables[credential.Value!.Value.Name], "");
        return credential;
    }

    public bool IsAlive(RunCredential credential) => File.Exists(Path.Combine(Folder, variables[credential.Value!.Value.Name]));

    public RunCredential Unknown() => OfValue("trk-never");

    public void Forbid() => AnswerAll(403);

    public void AnswerAll(int status) => files.Write("answer", (status & 0xff).ToString(CultureInfo.InvariantCulture));

    public void HangAll() => files.Write("hang", "");

    public string Said(int status) => $"exit code {status & 0xff}";

    public void Dispose() => files.Dispose();

    private RunCredential OfValue(string value)
    {
        var name = $"TOKEN_{variables.Count}";
        variables[name] = value;
        return new() { Name = "tested", Kind = CredentialKind.Command, Recipe = Recipe, Handle = "run-1", Value = new ValueSource(IsFile: false, name), RegisteredAt = TimeProvider.System.GetUtcNow() };
    }
}

public sealed class CommandRecipeConformanceTests() : RevokerConformance(new CommandFixture());

public sealed class CommandRecipeByVariableConformanceTests() : RevokerConformance(new CommandFixture("\"value\":\"env:TRACKER_TOKEN\","));

public sealed class CommandRecipeTests : IDisposable
{
    private readonly CommandFixture sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task The_value_is_no_argument_and_what_it_runs_in_holds_nothing_else()
    {
        (await RevokeAsync()).Status.ShouldBe(RevocationStatus.RevokedVerified);
        var arguments = File.ReadAllText(Path.Combine(sample.Folder, "arguments"));
        var environment = File.ReadAllLines(Path.Combine(sample.Folder, "environment"));
        foreach (var value in sample.Values)
            (arguments + string.Join('\n', environment)).ShouldNotContain(value);
        environment.Select(static line => line.Split('=')[0]).Distinct().ShouldBeSubsetOf(["PATH", "HOME", "LC_ALL", "POSTRUN_HANDLE", "PWD", "OLDPWD", "SHLVL", "_"]);
        environment.ShouldContain("POSTRUN_HANDLE=run-1");
    }

    [Fact]
    public async Task A_command_that_others_may_change_is_not_run()
    {
        File.SetUnixFileMode(sample.Program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);
        var revocation = await RevokeAsync();
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("chmod go-w");
        File.Exists(Path.Combine(sample.Folder, "arguments")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_started_is_a_failure()
    {
        File.SetUnixFileMode(sample.Program, UnixFileMode.UserRead);
        (await RevokeAsync()).Proof.ShouldContain("cannot be started");
    }

    [Fact]
    public void What_is_left_out_has_a_default() =>
        RecipeFile.Read(sample.Recipe, CredentialKind.Command, out _).ShouldNotBeNull().Command.ShouldNotBeNull().Value.ShouldBeNull();

    [Theory]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"dead":1}}""")]
    [InlineData("""{"command":{"revoke":["rm"],"look":["/bin/true"],"alive":0,"dead":1}}""")]
    [InlineData("""{"command":{"revoke":[],"look":["/bin/true"],"alive":0,"dead":1}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":0,"dead":0}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":0,"dead":127}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":2,"dead":2}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":0,"dead":1,"value":"argument"}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":0,"dead":1,"value":"file:/x"}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"alive":0,"dead":1,"seconds":3600}}""")]
    public void What_would_not_do_is_no_recipe(string text)
    {
        File.WriteAllText(sample.Recipe, text);
        RecipeFile.Read(sample.Recipe, CredentialKind.Command, out var problem).ShouldBeNull();
        problem.ShouldNotBeEmpty();
    }

    private Task<Revocation> RevokeAsync() => sample.Revoker.RevokeAsync(sample.Issue(), TestContext.Current.CancellationToken);
}
