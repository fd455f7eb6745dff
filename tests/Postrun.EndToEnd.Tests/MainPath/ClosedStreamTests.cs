namespace Postrun.EndToEnd.Tests;

/// <summary>Nobody listens, or what listens is full: the work and the exit code are the same.</summary>
public sealed class ClosedStreamTests
{
    [Theory]
    [InlineData("cleanup --yes", "<&- >&- 2>&-", 1)]
    [InlineData("cleanup --yes", ">/dev/full 2>&1", 1)]
    [InlineData("cleanup --yes --deadline 1ms", "2>&-", 3)]
    [InlineData("resume", ">&- 2>&-", 2)]
    [InlineData("plan", ">&- 2>/dev/full", 0)]
    [InlineData("init nowhere", "2>&-", 2)]
    [InlineData("--help", ">/dev/full", 2)]
    [InlineData("--version", ">/dev/full 2>&-", 2)]
    [InlineData("man", ">/dev/full", 2)]
    public void The_exit_code_is_one_of_the_documented(string command, string redirections, int expected)
    {
        Tool.RequireRoot();
        using var workspace = new Workspace();
        for (var i = 0; i < 200; i++)
            workspace.Write($"tmp/{i}", 10);
        // Something is left, so that there is something to say.
        var immutable = workspace.At("tmp/3");
        Tool.Must("chattr", "+i", immutable);
        try
        {
            workspace.Describe("evidence: [\"/reports/**\"]");
            Tool.Run("/bin/sh", ["-c", $"{PostrunBinary.Path} {command} {redirections}"], workspace.Environment, directory: workspace.Home).ExitCode.ShouldBe(expected);
            if (command == "cleanup --yes")
                workspace.Verify().ShouldExit(0);
        }
        finally
        {
            Tool.Must("chattr", "-i", immutable);
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void What_is_no_number_of_plans_is_refused_in_one_line(string value)
    {
        using var workspace = new Workspace();
        workspace.Describe("evidence: [\"/reports/**\"]");
        workspace.Postrun("cleanup", "-n", "--max-plans", value).ShouldExit(2).Error.ShouldContain("--max-plans takes a number from 1 to 10");
    }
}
