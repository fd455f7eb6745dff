using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Postrun.Attack.Tests;

/// <summary>A process of another user, who owns the workspace and changes it in a tight loop.</summary>
internal sealed partial class Attacker : IDisposable
{
    public const string User = "65534";
    private const int SIGTERM = 15, SIGUSR1 = 10;

    private readonly Process process;

    public Attacker(string mode, params IEnumerable<string> paths)
    {
        process = Tool.Start("setpriv",
            [$"--reuid={User}", $"--regid={User}", "--clear-groups", "perl", Path.Combine(AppContext.BaseDirectory, "Support", "attacker.pl"), mode, .. paths]);
        process.StandardOutput.ReadLine().ShouldBe("ready", process.HasExited ? process.StandardError.ReadToEnd() : null);
    }

    /// <summary>Counts from now on.</summary>
    public void Count() => kill(process.Id, SIGUSR1).ShouldBe(0);

    /// <summary>Ends the attack.</summary>
    /// <returns>how many changes succeeded since <see cref="Count"/></returns>
    public int Stop()
    {
        kill(process.Id, SIGTERM).ShouldBe(0);
        return int.Parse(process.StandardOutput.ReadLine() ?? "the attacker died", CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
