using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Postrun.Actions;

/// <summary>Runs a command of a recipe. What it writes is read and dropped: it may hold the value.</summary>
/// <remarks>It has none of this process's environment but its home, for that may hold other credentials. A value is never an argument, which everybody can read.</remarks>
internal sealed class CommandRun(TimeProvider time)
{
    private const string SearchPath = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    /// <param name="command">An absolute path, and arguments.</param>
    /// <param name="variables">What is in its environment besides.</param>
    /// <param name="input">What it can read from its standard input.</param>
    /// <returns>The exit code; or what is wrong, in a clause that goes on from the command.</returns>
    /// <exception cref="OperationCanceledException">it was cancelled; the command is ended</exception>
    public async Task<(int? Code, string Problem)> RunAsync(IReadOnlyList<string> command, IEnumerable<(string Name, string Value)> variables, string? input, TimeSpan patience, CancellationToken cancellation)
    {
        if (OwnFile.Open(command[0], out var program, out var problem) is not { } file)
            return (null, problem);
        file.Dispose();
        var start = new ProcessStartInfo(program, command.Skip(1)) { WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var home = start.Environment.TryGetValue("HOME", out var known) ? known : null;
        start.Environment.Clear();
        foreach (var (name, value) in variables.Prepend(("HOME", home ?? "/")).Prepend(("PATH", SearchPath)).Prepend(("LC_ALL", "C")))
            start.Environment[name] = value;
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Begin(start);
        if (process is null)
            return (null, "cannot be started");
        try
        {
            _ = DropAsync(process.StandardOutput.BaseStream);
            _ = DropAsync(process.StandardError.BaseStream);
            await WriteAsync(process.StandardInput.BaseStream, input ?? "", either.Token);
            await process.WaitForExitAsync(either.Token);
            return (process.ExitCode, "");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"does not end within {patience.TotalSeconds:0} s, and was ended");
        }
        finally
        {
            End(process);
        }
    }

    private static Process? Begin(ProcessStartInfo start)
    {
        try
        {
#pragma warning disable RS0030 // A command that only root or this user can have written.
            return Process.Start(start);
#pragma warning restore RS0030
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile, or is another user's, as what sudo starts is.
        }
    }

    private static async Task WriteAsync(Stream input, string text, CancellationToken cancellation)
    {
        try
        {
            await using (input)
                await input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        }
        catch (IOException)
        {
            // It does not read, which its exit code may tell.
        }
    }

    private static async Task DropAsync(Stream output)
    {
        var buffer = new byte[4096];
        try
        {
            while (await output.ReadAsync(buffer) > 0)
            {
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The command has ended, and what it began may write on.
        }
    }
}
