namespace Postrun.EndToEnd.Tests;

/// <summary>Whoever sits at a terminal sees what is about to go, and is asked.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("log")]
    public void No_leaves_everything(string? output)
    {
        using var workspace = Sample.Create();
        var before = Listing.Of(workspace.Root);
        var result = Pseudoterminal.Answer(workspace, "n", ["cleanup"], output);
        result.ShouldExit(2).Out.ShouldContain("Remove this?");
        result.Out.ShouldContain("would go", customMessage: "the plan is shown where the question is");
        result.Out.ShouldContain("nothing was removed");
        Listing.Of(workspace.Root).ShouldBe(before);
    }

    [Theory]
    [InlineData(null, "cleanup")]
    [InlineData("log", "cleanup")]
    [InlineData("log", "cleanup", "--output", "json")]
    public void Yes_removes_and_standard_output_gets_the_result_alone(string? output, params string[] arguments)
    {
        using var workspace = Sample.Create();
        var result = Pseudoterminal.Answer(workspace, "y", arguments, output).ShouldExit(0);
        result.Out.ShouldContain("would go");
        Listing.Paths(workspace.Root).ShouldNotContain("tmp");
        if (output is null)
            return;
        var log = File.ReadAllText(Path.Combine(workspace.Home, output));
        log.ShouldNotContain("Remove this?");
        log.ShouldNotContain("would go");
        log.ShouldNotContain("\u001b");
        log.ShouldContain("complete");
    }

    [Fact]
    public void It_is_not_asked_with_yes_or_where_nobody_sits()
    {
        using var workspace = Sample.Create();
        Pseudoterminal.Answer(workspace, "n", ["cleanup", "--yes"]).ShouldExit(0).Out.ShouldNotContain("Remove this?");
        workspace.Write("tmp/again");
        workspace.Postrun("cleanup").ShouldExit(0).Error.ShouldNotContain("Remove this?");
    }

    [Fact]
    public void It_is_asked_without_style_under_no_color()
    {
        using var workspace = Sample.Create();
        var result = Pseudoterminal.Answer(workspace, "n", ["cleanup"], "log", ("NO_COLOR", "1")).ShouldExit(2);
        result.Out.ShouldContain("Remove this?");
        // The runtime's keypad mode is not ours.
        result.Out.Replace("\u001b[?1h\u001b=", "", StringComparison.Ordinal).ShouldNotContain("\u001b");
    }
}
