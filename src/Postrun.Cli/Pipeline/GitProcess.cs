using System.Diagnostics;
using Postrun.Cli.Output;

namespace Postrun.Cli.Pipeline;

/// <summary>Git as a child process that only reads a repository, of which nothing is trusted.</summary>
/// <remarks>
/// The configuration of a repository can name programs, and replace objects by others. Neither is heeded: what Git would fetch from elsewhere is missing,
/// and objects are what their names say. Git may read FIFOs, so its silence has an end.
/// </remarks>
internal sealed class GitProcess : IDisposable
{
    /// <summary>To compare an index of a million files on a slow disk takes less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Caution =
    [
        "--no-pager", "--no-replace-objects", "--literal-pathspecs", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    ];

    private readonly Process process;
    private readonly Timer watch;
    private readonly TimeSpan patience;
    private string complaint = "";
    private bool wasSilent;

    private GitProcess(Process process, TimeSpan patience)
    {
        this.process = process;
        this.patience = patience;
        watch = new(_ => GiveUp());
        process.ErrorDataReceived += (_, line) => complaint = complaint.Length == 0 ? line.Data ?? "" : complaint;
        process.BeginErrorReadLine();
    }

    /// <summary>What Git was asked, a line at a time.</summary>
    public Stream Questions => process.StandardInput.BaseStream;

    /// <param name="directory">Where the repository is looked for: here, and above.</param>
    /// <param name="patience">How long it may be silent; <see langword="null"/>: as long as large repositories need.</param>
    public static GitProcess Start(string directory, TimeSpan? patience, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program(), Caution.Concat(arguments))
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = start.Environment;
        environment["LC_ALL"] = "C";
        environment["GIT_NO_LAZY_FETCH"] = "1";
        environment["GIT_ALLOW_PROTOCOL"] = "none";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        // Of the hook that we run in. The path says which repository is meant; the index is that of the commit: 'git commit FILE' has one of its own.
        foreach (var name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"])
            environment.Remove(name);
        foreach (var name in (string[])["GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"])
            if (environment.TryGetValue(name, out var file) && file is { Length: > 0 })
                environment[name] = Path.GetFullPath(file);
#pragma warning disable RS0030 // It only reads, and nothing of it outlives this object.
        return new(Process.Start(start)!, patience ?? Patience);
#pragma warning restore RS0030
    }

    /// <summary>The whole answer.</summary>
    /// <exception cref="IOException">Git fails; the message is what it says</exception>
    public static byte[] Answer(string directory, TimeSpan? patience, params IEnumerable<string> arguments)
    {
        using var git = Start(directory, patience, arguments);
        git.Questions.Dispose();
        using var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = git.Read(buffer); read > 0; read = git.Read(buffer))
            answer.Write(buffer, 0, read);
        return git.Ended() == 0 ? answer.ToArray() : throw git.Failure();
    }

    /// <returns>0 at the end</returns>
    public int Read(Span<byte> buffer)
    {
        watch.Change(patience, Timeout.InfiniteTimeSpan);
        try
        {
            return process.StandardOutput.BaseStream.Read(buffer);
        }
        finally
        {
            watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Why it ended.</summary>
    public IOException Failure()
    {
        Ended();
        return new(wasSilent ? $"Git is silent for {patience.TotalSeconds} s, and was ended"
            : complaint.Length > 0 ? $"Git says: {Safe.Text(complaint)}" : $"Git ends with exit code {process.ExitCode}");
    }

    private int Ended()
    {
        if (!process.WaitForExit(patience))
            GiveUp();
        process.WaitForExit();
        return process.ExitCode;
    }

    private void GiveUp()
    {
        wasSilent = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was done with meanwhile.
        }
    }

    /// <summary>Looked for as a shell does, but never in the current directory, which may be that of the repository.</summary>
    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(static folder => folder.StartsWith('/')).Select(static folder => Path.Combine(folder, "git"))
            .FirstOrDefault(static file => File.Exists(file) && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0)
        ?? throw CommandException.Usage("--staged asks git, which is in no directory of PATH; install it");

    public void Dispose()
    {
        watch.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
