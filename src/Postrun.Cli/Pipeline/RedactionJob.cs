using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Linux;
using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Pipeline;

/// <summary>Redacts one text, from where it is to where it shall be.</summary>
internal sealed class RedactionJob(RuleSelection rules, RedactionOptions options)
{
    /// <summary>A copy that only its owner may read, until the permissions of the original are known.</summary>
    private const int Private = 0b110_000_000;

    /// <summary>Standard input, as it comes.</summary>
    /// <returns>null where nobody reads the output any more</returns>
    public TextSummary? Stream(string? target)
    {
        // Whoever writes to the pipe gets the signal, too, and has last words: they end with the pipe.
        using var interrupted = PipeOutput.IsPipe(0) ? PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true) : null;
        using var input = Console.OpenStandardInput();
        using var output = target is null ? PipeOutput.Open() : new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        return Redact("-", input, output, options with { Live = true });
    }

    /// <returns>null where nobody reads the output any more</returns>
    public TextSummary? Copy(string path, string? target)
    {
        using var input = Open(path);
        if (target is null)
            using (var output = PipeOutput.Open())
                return Redact(path, input, output, options);
        TextSummary? summary = null;
        WholeFile.Write(Encoding.UTF8.GetBytes(target), Private, output =>
        {
            summary = Redact(path, input, output, options);
            KeepPermissions(path, (FileStream)output);
        });
        return summary;
    }

    /// <summary>Replaces a file, unless nothing in it is redacted: then it stays as it is.</summary>
    public TextSummary? InPlace(string path)
    {
        // Through a link, the file itself: not the link is replaced.
        var real = RealPath.Of(Encoding.UTF8.GetBytes(path)) ?? throw CommandException.Usage($"{path}: does not exist");
        using var original = OpenOneName(real, path, out var stat);
        using var input = new FileStream(original, FileAccess.Read, bufferSize: 0);
        TextSummary? summary = null;
        WholeFile.Replace(real, Private, output =>
        {
            summary = Redact(path, input, output, options);
            if (summary?.RedactedAny != true)
                return false;
            if (FileTraits.Copy(original, stat, ((FileStream)output).SafeFileHandle, []) is var error and not Errno.None)
                throw new IOException($"{path}: its owner and permissions cannot be kept: {error}");
            if (DirectoryHandle.StatOpen(original, out var now) != Errno.None || !stat.IsUnchanged(now))
                throw new IOException($"{path}: changed while it was read; try again when nothing writes to it");
            return true;
        });
        return summary;
    }

    private TextSummary? Redact(string path, Stream input, Stream output, RedactionOptions how)
    {
        try
        {
            return new TextRedactor(rules.For(path), how).Redact(input, output, each: null, CancellationToken.None);
        }
        catch (IOException e) when (PipeOutput.IsBroken(e))
        {
            return null;
        }
    }

    /// <exception cref="CommandException">it cannot be opened</exception>
    public static Stream Open(string path)
    {
        try
        {
            return NamedFile.Open(Encoding.UTF8.GetBytes(path), long.MaxValue, OperatorFile.Patience);
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"{path}: {e.Message}");
        }
    }

    private static void KeepPermissions(string path, FileStream output)
    {
        if (File.Exists(path))
            File.SetUnixFileMode(output.SafeFileHandle, File.GetUnixFileMode(path));
    }

    /// <summary>The file itself, opened by its directory, so that it is the one that was looked at.</summary>
    private static SafeFileHandle OpenOneName(byte[] real, string path, out FileStat stat)
    {
        var file = new Model.UnixPath(real);
        if (DirectoryHandle.OpenAbsolute(file.Parent.Bytes, out var directory) != Errno.None)
            throw CommandException.Usage($"{path}: its directory cannot be opened");
        using (directory)
        {
            if (directory!.Stat(file.Name, out var named) != Errno.None || !named.IsRegularFile)
                throw CommandException.Usage($"{path}: is no regular file, and cannot be replaced");
            if (directory.OpenFile(file.Name, out var handle) is var error and not Errno.None)
                throw CommandException.Usage($"{path}: cannot be opened: {error}");
            if (DirectoryHandle.StatOpen(handle!, out stat) == Errno.None && named.IsUnchanged(stat) && stat.Links == 1)
                return handle!;
            handle!.Dispose();
            throw CommandException.Usage(named.Links > 1
                ? $"{path}: has {named.Links} names, and the others would keep what is redacted: write a copy with --out, or remove them first"
                : $"{path}: changes while it is opened; try again when nothing writes to it");
        }
    }
}
