using System.Diagnostics;
using System.Text;

namespace Postrun.Attack.Tests;

/// <summary>What a process said and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, byte[] OutBytes, string Error)
{
    public string Out => Encoding.UTF8.GetString(OutBytes);
}

/// <summary>Runs other programs to their end.</summary>
internal static class Tool
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static ToolResult Run(string file, params IEnumerable<string> arguments)
    {
        using var process = Start(file, arguments);
        var output = Read(process.StandardOutput.BaseStream);
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)} hangs");
        }
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Runs what must succeed.</summary>
    public static ToolResult Must(string file, params IEnumerable<string> arguments)
    {
        var result = Run(file, arguments);
        result.ExitCode.ShouldBe(0, $"{file} {string.Join(' ', arguments)}\n{result.Error}");
        return result;
    }

    public static Process Start(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["HOME"] = "/nonexistent";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static async Task<byte[]> Read(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).ConfigureAwait(false);
        return copy.ToArray();
    }
}
