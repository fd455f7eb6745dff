using System.Diagnostics;

namespace Postrun.Rego.Tests;

public sealed class FuzzTests
{
    /// <summary>POSTRUN_FUZZ_SECONDS says for how long; the cases made by hand are run besides.</summary>
    [Fact]
    public async Task Nothing_is_found_in_a_short_run()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Postrun.Fuzz")) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Console.WriteLine(string.Join('\n', output.Split('\n').Where(static line => line.Contains("executions", StringComparison.Ordinal))));
        process.ExitCode.ShouldBe(0, $"{output}\n{await errors}");
    }
}
