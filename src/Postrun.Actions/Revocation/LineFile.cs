using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Linux;

namespace Postrun.Actions;

/// <summary>A file of lines that only its owner may read. Lines are added whole, and never changed.</summary>
internal sealed class LineFile : IDisposable
{
    private const int Private = 0b110_000_000;
    private const int OfOthers = 0b000_111_111;
    private const int Largest = 64 << 20;
    private const int LockTries = 100;

    private static readonly TimeSpan LockWait = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryHandle directory;
    private readonly SafeFileHandle file;
    private readonly Lock gate = new();
    private long end;

    private LineFile(DirectoryHandle directory, SafeFileHandle file, long end) => (this.directory, this.file, this.end) = (directory, file, end);

    /// <summary>Opens it for this process alone, and waits some seconds where another one has it.</summary>
    /// <param name="create">Whether to make it where it is not there.</param>
    /// <returns><see langword="null"/> where it is not there</returns>
    /// <exception cref="FileBusyException">another process has it</exception>
    /// <exception cref="IOException">it cannot be opened, is none, or others may read it</exception>
    public static LineFile? Open(string path, bool create)
    {
        var slash = path.LastIndexOf('/');
        var (folder, name) = (RealPath.Of(Encoding.UTF8.GetBytes(slash < 0 ? "." : slash == 0 ? "/" : path[..slash])), Encoding.UTF8.GetBytes(path[(slash + 1)..]));
        if (name.Length == 0 || folder is null || DirectoryHandle.OpenAbsolute(folder, out var directory) != Errno.None)
            throw new IOException($"{path}: its directory cannot be opened; create it, or name another");
        var opened = false;
        try
        {
            Take(directory!, path);
            var error = directory!.OpenFileForUpdate(name, out var file);
            if (error == Errno.ENOENT && !create)
                return null;
            // What is only read may lie where nothing can be written.
            if (error == Errno.EROFS && !create)
                error = directory.OpenFile(name, out file);
            if (error == Errno.ENOENT)
                error = directory.CreateFile(name, Private, out file);
            if (error != Errno.None)
                throw new IOException($"{path}: cannot be opened{(error == Errno.ELOOP ? ": is a symbolic link; name the file itself" : $": {error}")}");
            opened = true;
            try
            {
                return new(directory, file!, Check(path, file!));
            }
            catch (IOException)
            {
                file!.Dispose();
                opened = false;
                throw;
            }
        }
        finally
        {
            if (!opened)
                directory!.Dispose();
        }
    }

    /// <summary>The lines that are there, without their ends; the last may have been cut.</summary>
    public IEnumerable<byte[]> Lines()
    {
        var content = new byte[end];
        for (var read = 0; read < content.Length;)
        {
            var count = RandomAccess.Read(file, content.AsSpan(read), read);
            if (count == 0)
                break;
            read += count;
        }
        for (var at = 0; at < content.Length;)
        {
            var length = content.AsSpan(at).IndexOf((byte)'\n') is var found && found >= 0 ? found : content.Length - at;
            if (length > 0)
                yield return content[at..(at + length)];
            at += length + 1;
        }
    }

    /// <summary>Adds a line; one that was cut before ends first.</summary>
    /// <exception cref="IOException">it cannot be written</exception>
    public void Append(ReadOnlySpan<byte> line)
    {
        lock (gate)
        {
            byte[] whole = [.. EndsWithLine() ? [] : "\n"u8, .. line, (byte)'\n'];
            RandomAccess.Write(file, whole, end);
            end += whole.Length;
        }
    }

    /// <summary>Makes durable what was added, and the name.</summary>
    public void Flush()
    {
        RandomAccess.FlushToDisk(file);
        directory.Sync();
    }

    public void Dispose()
    {
        file.Dispose();
        directory.Dispose();
    }

    private bool EndsWithLine()
    {
        Span<byte> last = stackalloc byte[1];
        return end == 0 || (RandomAccess.Read(file, last, end - 1) == 1 && last[0] == '\n');
    }

    private static void Take(DirectoryHandle directory, string path)
    {
        for (var tries = 0; directory.TryLock() is var error && error != Errno.None; tries++)
        {
            if (error != Errno.EAGAIN)
                throw new IOException($"{path}: its directory cannot be locked: {error}");
            if (tries == LockTries)
                throw new FileBusyException($"{path}: another process works on it; try again when it has ended");
            Thread.Sleep(LockWait);
        }
    }

    /// <summary>Whoever else could write here could have foreign credentials revoked, or keep ours alive.</summary>
    private static long Check(string path, SafeFileHandle file)
    {
        if (DirectoryHandle.StatOpen(file, out var stat) != Errno.None || !stat.IsRegularFile || stat.Links != 1)
            throw new IOException($"{path}: is no file with one name");
        if ((stat.Permissions & OfOthers) != 0)
            throw new IOException($"{path}: others may read or write it; 'chmod 600' it, and look whether it is what you wrote");
        if (stat.Owner != 0 && stat.Owner != Kernel.EffectiveUser)
            throw new IOException($"{path}: is another user's, whose word is not enough to send what this user can read to an issuer of theirs; have it written by this user, or by root");
        return stat.Size <= Largest ? stat.Size : throw new IOException($"{path}: is larger than {Largest >> 20} MiB");
    }
}
