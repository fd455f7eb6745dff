using Microsoft.Win32.SafeHandles;

namespace Postrun.Linux;

/// <summary>
/// Opens a file that an operator names: a regular one, or whatever else can be read to an end, such as the FIFO that a
/// shell puts in place of <c>&lt;(...)</c>. Never for what a workspace holds: symbolic links are followed.
/// </summary>
/// <remarks>Whatever goes wrong is an <see cref="IOException"/> whose message says it in a clause: "is a directory".</remarks>
public static unsafe class NamedFile
{
    // The type of an entry in the encoding of d_type.
    private const byte Fifo = 1, CharacterDevice = 2, Directory = 4, Regular = 8, Socket = 12;

    private const int OfOthers = 0b000_111_111;

    /// <summary>Reads a whole file.</summary>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadAll(ReadOnlySpan<byte> path, long limit, TimeSpan patience) => ReadAll(Open(path, limit, patience));

    /// <summary>Reads a whole file that only its owner may read.</summary>
    /// <exception cref="IOException">it cannot be read, or others may read or write it</exception>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadAllPrivate(ReadOnlySpan<byte> path, long limit, TimeSpan patience) => ReadAll(Readable(Opened(path), limit, patience, isPrivate: true));

    /// <summary>Reads to its end what another process has opened for this one.</summary>
    /// <inheritdoc cref="OpenDescriptor"/>
    public static byte[] ReadAll(int descriptor, long limit, TimeSpan patience) => ReadAll(OpenDescriptor(descriptor, limit, patience));

    /// <summary>Opens a file for reading once, from the beginning to the end; nothing is waited for yet.</summary>
    /// <param name="limit">More bytes than this are refused when they are read.</param>
    /// <param name="patience">How long a read waits for a byte; <see cref="Timeout.InfiniteTimeSpan"/>: as long as somebody may write.</param>
    /// <exception cref="IOException">it cannot be opened, or is nothing that can be read</exception>
    public static Stream Open(ReadOnlySpan<byte> path, long limit, TimeSpan patience) => Readable(Opened(path), limit, patience);

    /// <summary>Takes a file that another process has opened for this one, and leaves it open.</summary>
    /// <inheritdoc cref="Open"/>
    public static Stream OpenDescriptor(int descriptor, long limit, TimeSpan patience) =>
        Readable(new SafeFileHandle(descriptor, ownsHandle: false), limit, patience);

    private static SafeFileHandle Opened(ReadOnlySpan<byte> path)
    {
        if (path.Length >= NativeName.Max)
            throw new IOException("its path is longer than a path can be");
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(path, buffer);
        int opened;
        fixed (byte* pointer = native)
            // A FIFO without a writer would keep open(2) waiting; a terminal would become the one that we belong to.
            while ((opened = Libc.openat(Libc.AT_FDCWD, pointer, Libc.O_RDONLY | Libc.O_NONBLOCK | Libc.O_NOCTTY | Libc.O_CLOEXEC, 0)) < 0)
                if (Libc.LastError != Errno.EINTR)
                    throw new IOException(Refusal(Libc.LastError));
        return new SafeFileHandle(opened, ownsHandle: true);
    }

    private static PatientStream Readable(SafeFileHandle file, long limit, TimeSpan patience, bool isPrivate = false)
    {
        var error = DirectoryHandle.StatOpen(file, out var stat);
        var refusal = error != Errno.None ? Refusal(error) : stat.Type switch
        {
            Fifo or CharacterDevice or Regular or Socket when isPrivate && (stat.Permissions & OfOthers) != 0 => "others may read or write it: 'chmod 600' it",
            Fifo or CharacterDevice or Regular or Socket => null,
            Directory => "is a directory; name a file",
            _ => "is no file that can be read to an end",
        };
        if (refusal is null)
            return new(file, limit, patience);
        file.Dispose();
        throw new IOException(refusal);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        using (var content = new MemoryStream())
        {
            stream.CopyTo(content);
            return content.ToArray();
        }
    }

    private static string Refusal(Errno error) => error switch
    {
        Errno.ENOENT => "does not exist",
        Errno.ENOTDIR => "lies beneath something that is no directory",
        Errno.EACCES or Errno.EPERM => "may not be read by this user",
        Errno.ELOOP => "is a symbolic link that leads nowhere",
        Errno.ENXIO => "is a socket, or a device that is not there",
        Errno.EBADF => "is not open",
        _ => $"cannot be opened: {error}",
    };
}
