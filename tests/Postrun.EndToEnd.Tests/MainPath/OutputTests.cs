using System.Text.Json;
using System.Text.RegularExpressions;

namespace Postrun.EndToEnd.Tests;

/// <summary>Results for people, for programs, and for nobody.</summary>
public sealed partial class OutputTests
{
    private static string[][] Commands(Workspace workspace) =>
    [
        ["plan"], ["cleanup", "--dry-run"], ["doctor"], ["cleanup"],
        ["verify", workspace.EvidenceDirectory, "--key", workspace.PublicKey], ["report", workspace.EvidenceDirectory],
    ];

    [Fact]
    public void Json_parses_on_every_command()
    {
        using var workspace = Sample.Create();
        foreach (var command in Commands(workspace))
            Parse(workspace.Postrun([.. command, "--output", "json"]).ShouldExit(0));
        workspace.Write("tmp/x");
        var plan = Path.Combine(workspace.Home, "plan.json");
        File.WriteAllBytes(plan, workspace.Postrun("plan", "--output", "json").OutBytes);
        Parse(workspace.Postrun("apply", plan, "--output", "json").ShouldExit(0));
    }

    [Fact]
    public void Quiet_prints_nothing_on_standard_output()
    {
        using var workspace = Sample.Create();
        foreach (var command in Commands(workspace))
            workspace.Postrun([.. command, "--quiet"]).ShouldExit(0).Out.ShouldBeEmpty(string.Join(' ', command));
        workspace.Postrun("keygen", "--out", Path.Combine(workspace.Home, "k.key"), "--no-passphrase", "--quiet").ShouldExit(0).Out.ShouldBeEmpty();
        workspace.Postrun("init", "work", "--config", Path.Combine(workspace.Home, "new.yaml"), "--quiet").ShouldExit(0).Out.ShouldBeEmpty();
    }

    [Fact]
    public void A_pipe_gets_no_escape_sequence()
    {
        using var workspace = Sample.Create();
        foreach (var command in Commands(workspace))
        {
            var result = workspace.Postrun(command).ShouldExit(0);
            result.OutBytes.ShouldNotContain((byte)0x1b);
            result.ErrorBytes.ShouldNotContain((byte)0x1b);
        }
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("doctor")]
    public void No_color_is_respected_on_a_terminal(string command)
    {
        using var workspace = Sample.Create();
        ColourSequence().IsMatch(Pseudoterminal.Run(workspace, [command]).Out).ShouldBeTrue("a terminal has colour");
        ColourSequence().IsMatch(Pseudoterminal.Run(workspace, [command], ("NO_COLOR", "1")).Out).ShouldBeFalse();
    }

    [Fact]
    public void Results_have_no_style_under_no_color()
    {
        using var workspace = Sample.Create();
        foreach (var command in new[] { "plan", "doctor" })
            // The runtime puts a terminal into keypad mode (ESC[?1h ESC=) when it starts: that is no style, and not ours.
            Pseudoterminal.Run(workspace, [command], ("NO_COLOR", "1"), errors: "/dev/null").Out
                .Replace("\u001b[?1h\u001b=", "", StringComparison.Ordinal).ShouldNotContain("\u001b", customMessage: command);
    }

    [Fact]
    public void A_terminal_shows_how_far_the_work_has_come()
    {
        using var workspace = Sample.Create();
        var result = Pseudoterminal.Answer(workspace, "", ["cleanup", "--yes"]).ShouldExit(0);
        result.Out.ShouldContain("looking");
        result.Out.ShouldContain("removing");
        result.Out.LastIndexOf("\u001b[?25h", StringComparison.Ordinal).ShouldBeGreaterThan(result.Out.LastIndexOf("\u001b[?25l", StringComparison.Ordinal), "the cursor is back");
    }

    [Theory]
    [InlineData("--quiet", "")]
    [InlineData("--yes", "1")]
    public void Nothing_moves_when_quiet_or_under_no_color(string option, string noColor)
    {
        using var workspace = Sample.Create();
        var result = Pseudoterminal.Answer(workspace, "", ["cleanup", "--yes", option], variable: ("NO_COLOR", noColor)).ShouldExit(0);
        result.Out.ShouldNotContain("looking");
        result.Out.ShouldNotContain("removing");
    }

    private static void Parse(ToolResult result)
    {
        using var document = JsonDocument.Parse(result.OutBytes);
        document.RootElement.ValueKind.ShouldBeOneOf(JsonValueKind.Object, JsonValueKind.Array);
    }

    /// <summary>SGR with a colour, foreground or background (ECMA-48 8.3.117).</summary>
    [GeneratedRegex(@"\u001b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38;[25]|48;[25])[;\dm]")]
    private static partial Regex ColourSequence();
}
