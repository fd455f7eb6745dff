using System.Diagnostics;
using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>What a process said and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, byte[] OutBytes, byte[] ErrorBytes)
{
    public string Out => Encoding.UTF8.GetString(OutBytes);

    public string Error => Encoding.UTF8.GetString(ErrorBytes);

    public ToolResult ShouldExit(int code)
    {
        ExitCode.ShouldBe(code, $"stdout:\n{Out}\nstderr:\n{Error}");
        return this;
    }
}

/// <summary>A running process whose output is collected.</summary>
internal sealed class RunningTool : IDisposable
{
    private readonly Task<byte[]> output;
    private readonly Task<byte[]> error;

    public RunningTool(Process process)
    {
        Process = process;
        output = Collect(process.StandardOutput.BaseStream);
        error = Collect(process.StandardError.BaseStream);
    }

    public Process Process { get; }

    public ToolResult Wait(TimeSpan? timeout = null)
    {
        if (!Process.WaitForExit(timeout ?? Tool.DefaultTimeout))
        {
            Process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Process.StartInfo.FileName} {string.Join(' ', Process.StartInfo.ArgumentList)} did not end in time");
        }
        Process.WaitForExit();
        return new(Process.ExitCode, output.Result, error.Result);
    }

    private static async Task<byte[]> Collect(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).ConfigureAwait(false);
        return copy.ToArray();
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }
}

/// <summary>Runs other programs.</summary>
internal static class Tool
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <param name="environment">The whole environment of the child; <see langword="null"/>: <c>PATH</c> alone.</param>
    public static RunningTool Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? directory = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new(process);
    }

    public static ToolResult Run(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null,
        TimeSpan? timeout = null, string? directory = null)
    {
        using var running = Start(file, arguments, environment, directory);
        return running.Wait(timeout);
    }

    /// <summary>Runs a tool that must succeed.</summary>
    public static ToolResult Must(string file, params string[] arguments) => Run(file, arguments).ShouldExit(0);

    /// <exception cref="InvalidOperationException">it is not installed: a test that cannot run is not one that passed</exception>
    public static void Require(string name, string package)
    {
        if (!new[] { "/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/" }.Any(folder => File.Exists(folder + name)))
            throw new InvalidOperationException($"{name} is not installed, and this test needs it: apt-get install {package}");
    }

    public static void RequireRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root: mounts, traces or makes files immutable");

    /// <summary>Waits for a condition that another process brings about.</summary>
    public static void Await(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            clock.Elapsed.ShouldBeLessThan(DefaultTimeout, $"waited for: {what}");
            Thread.Yield();
        }
    }
}
