using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Postrun.Linux;

namespace Postrun.Cli.Pipeline;

/// <summary>A file that has its name when it is whole, and not before.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the name, makes it durable, and puts it in place of what is there.</summary>
    /// <param name="permissions">As chmod(2) takes them; the umask applies.</param>
    /// <exception cref="IOException">it cannot be written; what had the name before still has it</exception>
    public static void Write(ReadOnlySpan<byte> path, int permissions, Action<Stream> write) => Replace(path, permissions, stream =>
    {
        write(stream);
        return true;
    });

    /// <param name="write">Whether what it wrote is to be put in place.</param>
    /// <inheritdoc cref="Write"/>
    public static void Replace(ReadOnlySpan<byte> path, int permissions, Func<Stream, bool> write)
    {
        var slash = path.LastIndexOf((byte)'/');
        var name = path[(slash + 1)..].ToArray();
        var folder = slash < 0 ? "."u8 : slash == 0 ? "/"u8 : path[..slash];
        if (name.Length == 0 || RealPath.Of(folder) is not { } real || DirectoryHandle.OpenAbsolute(real, out var directory) is not Errno.None)
            throw new IOException($"{Encoding.UTF8.GetString(path)}: its directory cannot be opened");
        using (directory)
            Replace(directory!, name, permissions, write);
    }

    private static void Replace(DirectoryHandle directory, byte[] name, int permissions, Func<Stream, bool> write)
    {
        var temporary = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $".postrun-{RandomNumberGenerator.GetHexString(16, lowercase: true)}"));
        if (directory.CreateFile(temporary, permissions, out var file) is var failed and not Errno.None)
            throw new IOException($"{Encoding.UTF8.GetString(name)}: nothing can be created beside it: {failed}");
        var placed = false;
        try
        {
            bool wanted;
            using (var stream = new FileStream(file!, FileAccess.Write))
            {
                wanted = write(stream);
                stream.Flush(flushToDisk: wanted);
            }
            if (!wanted)
                return;
            var error = directory.Rename(temporary, directory, name);
            placed = error == Errno.None;
            if (!placed)
                throw new IOException($"{Encoding.UTF8.GetString(name)}: cannot be put in place: {error}");
            // Not durable yet is no reason to say that it was not done.
            directory.Sync();
        }
        finally
        {
            if (!placed)
                directory.Unlink(temporary);
        }
    }
}
