namespace Postrun.EndToEnd.Tests;

/// <summary>A key that stands where its path is expected does not come back in a message.</summary>
public sealed class SecretTests
{
    private const string NotShown = "(a PEM block, not shown)";

    /// <summary>Ways a key comes to be in a variable or in an argument.</summary>
    public static TheoryData<string> Forms() => ["whole", "escaped", "folded", "unterminated", "without its first lines' ends"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void As_a_public_key_in_the_environment_or_as_an_option(string form)
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        var key = Form(File.ReadAllText(workspace.Key), form);
        Hides(workspace, Tool.Run(PostrunBinary.Path, ["verify", workspace.EvidenceDirectory, "--key", key], workspace.Environment, directory: workspace.Home)).ShouldExit(2)
            .Error.ShouldContain($"public key {NotShown}");
        var environment = new Dictionary<string, string>(workspace.Environment) { ["POSTRUN_PUBLIC_KEY"] = "file:" + key };
        Hides(workspace, Tool.Run(PostrunBinary.Path, ["verify", workspace.EvidenceDirectory], environment, directory: workspace.Home));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void As_any_argument(string form)
    {
        using var workspace = Sample.Create();
        var key = Form(File.ReadAllText(workspace.Key), form);
        foreach (var arguments in new string[][]
        {
            [key], ["plan", key], ["plan", "--config", key], ["plan", "--output", key], ["plan", "--config=" + key], ["cleanup", "--deadline", key],
            ["apply", key], ["report", key], ["verify", key], ["init", key], ["completion", key], ["doctor", "--config", key], ["doctor", "--output", "json", "--config", key],
            // As a shell hands it over without quotation marks.
            ["verify", "postrun", "--key", .. key.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)],
        })
            Hides(workspace, Tool.Run(PostrunBinary.Path, arguments, workspace.Environment, directory: workspace.Home)).ExitCode.ShouldNotBe(0, string.Join(' ', arguments));
    }

    [Theory]
    [InlineData("outcome: passed", "outcome: {0}")]
    [InlineData("id: e2e", "id: {0}")]
    [InlineData("finishedAt: 2026-01-31T12:00:00Z", "finishedAt: {0}")]
    [InlineData("evidence: [\"/keep/**\"]", "evidence: [{0}]")]
    [InlineData("evidence: [\"/keep/**\"]", "{0}: []")]
    [InlineData("caches: none", "caches: {0}")]
    [InlineData("confirmation: listed", "confirmation: {0}")]
    [InlineData("code: RET-7", "code: {0}")]
    [InlineData("signing: {", "? {0}\n: {")]
    [InlineData("signing: {", "package: {0}\nsigning: {")]
    [InlineData("roots: [", "package: {0}\n  roots: [")]
    [InlineData("roots: [", "roots: [{0}, ")]
    [InlineData("roots: [", "mounts: [{0}]\n  roots: [")]
    [InlineData("{ file: ", "{ file: {0}, x: ")]
    [InlineData("{ file: ", "{ env: {0}, x: ")]
    [InlineData("{ file: ", "{ fd: {0}, x: ")]
    public void As_a_value_of_the_descriptor(string old, string replacement)
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        var key = File.ReadAllText(workspace.Key);
        var text = File.ReadAllText(workspace.Config);
        text.ShouldContain(old);
        foreach (var quoted in new[] { $"\"{key.TrimEnd().Replace("\n", "\\n", StringComparison.Ordinal)}\"", $"\"{key.TrimEnd()}\"", $"\"{key[..150]}\"", $"'{key.TrimEnd()}'" })
        {
            File.WriteAllText(workspace.Config, text.Replace(old, replacement.Replace("{0}", quoted, StringComparison.Ordinal), StringComparison.Ordinal));
            foreach (var command in new string[][] { ["plan"], ["plan", "--output", "json"], ["doctor"], ["doctor", "--output", "json"] })
                Hides(workspace, Tool.Run(PostrunBinary.Path, command, workspace.Environment, directory: workspace.Home));
        }
    }

    [Fact]
    public void As_the_file_of_the_signing_key()
    {
        using var workspace = new Workspace();
        workspace.Write("tmp/a");
        workspace.Describe("evidence: [\"/keep/**\"]");
        var key = File.ReadAllText(workspace.Key).TrimEnd().Replace("\n", "\\n", StringComparison.Ordinal);
        File.WriteAllText(workspace.Config, File.ReadAllText(workspace.Config).Replace($"file: \"{workspace.Key}\"", $"file: \"{key}\"", StringComparison.Ordinal));
        foreach (var command in new[] { "plan", "doctor", "cleanup" })
        {
            var result = Hides(workspace, Tool.Run(PostrunBinary.Path, [command], workspace.Environment, directory: workspace.Home));
            if (command == "cleanup")
                result.ShouldExit(2).Error.ShouldContain("holds a key or a certificate");
        }
        File.Exists(workspace.At("tmp/a")).ShouldBeTrue();
    }

    private static string Form(string key, string form) => form switch
    {
        "whole" => key,
        "escaped" => key.Replace("\n", "\\n", StringComparison.Ordinal),
        "folded" => key.ReplaceLineEndings(" "),
        "unterminated" => key[..150],
        _ => key.ReplaceLineEndings(""),
    };

    /// <summary>No eight characters of the key are anywhere in the output.</summary>
    private static ToolResult Hides(Workspace workspace, ToolResult result)
    {
        var body = string.Concat(File.ReadAllLines(workspace.Key).Where(static line => !line.StartsWith('-')));
        var shown = new string([.. (result.Out + result.Error).Where(static unit => !char.IsWhiteSpace(unit))]);
        for (var at = 0; at + 8 <= body.Length; at++)
            shown.ShouldNotContain(body.Substring(at, 8), Case.Sensitive, result.Out + result.Error);
        return result;
    }
}
