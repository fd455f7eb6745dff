using Microsoft.Win32.SafeHandles;

namespace Postrun.Linux;

/// <summary>
/// An open directory. Everything in it is reached by one name relative to this handle, so that nobody who swaps a
/// component of the path meanwhile decides what is touched.
/// </summary>
public sealed unsafe class DirectoryHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly int fd;

    private DirectoryHandle(int fd)
        : base(ownsHandle: true)
    {
        this.fd = fd;
        SetHandle(fd);
    }

    /// <summary>
    /// Opens a directory by its absolute path. No component may be a symbolic link: the answer is then ELOOP.
    /// </summary>
    public static Errno OpenAbsolute(ReadOnlySpan<byte> path, out DirectoryHandle? directory)
    {
        directory = null;
        if (path is not [(byte)'/', ..])
            return Errno.EINVAL;
        var error = Open(Libc.AT_FDCWD, "/"u8, 0, out var root);
        if (error != Errno.None)
            return error;
        var relative = path.TrimStart((byte)'/').TrimEnd((byte)'/');
        if (relative.IsEmpty)
        {
            directory = root;
            return Errno.None;
        }
        using (root)
            return root!.OpenBeneath(relative, acrossMounts: true, out directory);
    }

    /// <summary>Opens the same directory once more, with a listing position of its own.</summary>
    public Errno OpenAgain(out DirectoryHandle? directory) => Open(fd, "."u8, 0, out directory);

    /// <summary>
    /// Opens a directory beneath this one, by one or more components, none of which is a symbolic link.
    /// </summary>
    /// <param name="acrossMounts">Whether a mount point may be entered; where not, the answer is EXDEV.</param>
    public Errno OpenBeneath(ReadOnlySpan<byte> relative, bool acrossMounts, out DirectoryHandle? directory)
    {
        if (relative.Length >= NativeName.Max)
            return OpenByComponents(relative, acrossMounts, out directory);
        if (!Kernel.HasOpenAt2)
            return relative.Contains((byte)'/')
                ? OpenByComponents(relative, acrossMounts, out directory)
                : OpenWithoutResolve(relative, acrossMounts, out directory);
        var resolve = Libc.RESOLVE_BENEATH | Libc.RESOLVE_NO_SYMLINKS | Libc.RESOLVE_NO_MAGICLINKS
            | (acrossMounts ? 0 : Libc.RESOLVE_NO_XDEV);
        return Open(fd, relative, resolve, out directory);
    }

    private static Errno Open(int parent, ReadOnlySpan<byte> path, ulong resolve, out DirectoryHandle? directory)
    {
        directory = null;
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var name = new NativeName(path, buffer);
        var flags = Libc.O_RDONLY | Libc.O_DIRECTORY | Libc.O_NOFOLLOW | Libc.O_CLOEXEC;
        // RESOLVE_NO_SYMLINKS says ELOOP of a link; together with O_NOFOLLOW the kernel says ENOTDIR.
        var how = new Libc.open_how { flags = (ulong)(flags & ~Libc.O_NOFOLLOW), resolve = resolve };
        for (var attempt = 0; ; attempt++)
        {
            int opened;
            fixed (byte* pointer = name)
                opened = resolve == 0 ? Libc.openat(parent, pointer, flags, 0) : Libc.openat2(parent, pointer, &how);
            if (opened >= 0)
            {
                directory = new(opened);
                return Errno.None;
            }
            var error = Libc.LastError;
            // openat2(2): EAGAIN says that a rename raced with RESOLVE_BENEATH; asking again is safe, for ever is not.
            if (error != Errno.EINTR && !(error == Errno.EAGAIN && attempt < 64))
                return error;
        }
    }

    private Errno OpenByComponents(ReadOnlySpan<byte> relative, bool acrossMounts, out DirectoryHandle? directory)
    {
        var current = this;
        foreach (var range in relative.Split((byte)'/'))
        {
            if (relative[range].IsEmpty)
                continue;
            var error = current.OpenBeneath(relative[range], acrossMounts, out var next);
            if (!ReferenceEquals(current, this))
                current.Dispose();
            if (error != Errno.None)
            {
                directory = null;
                return error;
            }
            current = next!;
        }
        directory = ReferenceEquals(current, this) ? null : current;
        return directory is null ? Errno.EINVAL : Errno.None;
    }

    /// <summary>The fall-back for kernels without openat2: one component, then the mount is compared.</summary>
    private Errno OpenWithoutResolve(ReadOnlySpan<byte> name, bool acrossMounts, out DirectoryHandle? directory)
    {
        directory = null;
        if (name.SequenceEqual(".."u8) || name.SequenceEqual("."u8))
            return Errno.EXDEV;
        var error = Open(fd, name, 0, out var opened);
        // O_DIRECTORY wins over O_NOFOLLOW where the name is a symbolic link: openat2 would have said ELOOP.
        if (error != Errno.None)
            return error == Errno.ENOTDIR && Stat(name, out var entry) == Errno.None && entry.IsSymbolicLink ? Errno.ELOOP : error;
        if (!acrossMounts)
        {
            error = opened!.StatSelf(out var child);
            if (error == Errno.None)
                error = StatSelf(out var self) is var failed and not Errno.None ? failed
                    : child.IsMountRoot || child.MountId != self.MountId || child.Device != self.Device ? Errno.EXDEV : Errno.None;
            if (error != Errno.None)
            {
                opened.Dispose();
                return error;
            }
        }
        directory = opened;
        return Errno.None;
    }

    /// <summary>Facts of the directory itself.</summary>
    public Errno StatSelf(out FileStat stat) => Stat([], out stat);

    /// <summary>Facts of one entry, never through a symbolic link.</summary>
    public Errno Stat(ReadOnlySpan<byte> name, out FileStat stat)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        fixed (byte* pointer = native)
            return Stat(pointer, out stat);
    }

    /// <summary>Facts of what a link in /proc/PID/fd stands for.</summary>
    internal Errno StatTarget(ReadOnlySpan<byte> name, out FileStat stat)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        fixed (byte* pointer = native)
            return Stat(pointer, Libc.AT_NO_AUTOMOUNT | Libc.AT_STATX_DONT_SYNC, out stat);
    }

    internal Errno Stat(byte* name, out FileStat stat) =>
        Stat(name, Libc.AT_SYMLINK_NOFOLLOW | Libc.AT_NO_AUTOMOUNT | Libc.AT_EMPTY_PATH | Libc.AT_STATX_DONT_SYNC, out stat);

    private Errno Stat(byte* name, int flags, out FileStat stat) => Stat(fd, name, flags, out stat);

    private static Errno Stat(int directory, byte* name, int flags, out FileStat stat)
    {
        Libc.statx_t raw;
        while (Libc.statx(directory, name, flags, Libc.STATX_BASIC_STATS | Libc.STATX_MNT_ID, &raw) != 0)
        {
            if (Libc.LastError == Errno.EINTR)
                continue;
            stat = default;
            return Libc.LastError;
        }
        stat = new(raw);
        return Errno.None;
    }

    /// <summary>Facts of an open file, whatever its name stands for by now.</summary>
    public static Errno StatOpen(SafeFileHandle file, out FileStat stat)
    {
        var held = false;
        try
        {
            file.DangerousAddRef(ref held);
            byte empty = 0;
            return Stat((int)file.DangerousGetHandle(), &empty, Libc.AT_EMPTY_PATH, out stat);
        }
        finally
        {
            if (held)
                file.DangerousRelease();
        }
    }

    /// <summary>Reads the next entries into <paramref name="buffer"/>; <paramref name="length"/> is 0 at the end.</summary>
    internal Errno Read(byte* buffer, int capacity, out int length)
    {
        long read;
        while ((read = Libc.getdents64(fd, buffer, (nuint)capacity)) < 0 && Libc.LastError == Errno.EINTR)
        {
        }
        length = (int)Math.Max(read, 0);
        return read < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Starts the listing anew.</summary>
    public Errno Rewind() => Libc.lseek(fd, 0, 0) < 0 ? Libc.LastError : Errno.None;

    /// <summary>Removes a name that is not a directory.</summary>
    public Errno Unlink(ReadOnlySpan<byte> name) => Unlink(name, 0);

    /// <summary>Removes a name that is not a directory, without copying it.</summary>
    /// <param name="name">Followed in memory by a NUL.</param>
    public Errno UnlinkTerminated(ReadOnlySpan<byte> name)
    {
        fixed (byte* pointer = name)
            return pointer[name.Length] == 0 ? Unlink(pointer, 0) : Errno.EINVAL;
    }

    /// <summary>Removes an empty directory.</summary>
    public Errno RemoveDirectory(ReadOnlySpan<byte> name) => Unlink(name, Libc.AT_REMOVEDIR);

    private Errno Unlink(ReadOnlySpan<byte> name, int flags)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        fixed (byte* pointer = native)
            return Unlink(pointer, flags);
    }

    internal Errno Unlink(byte* name, int flags) => Libc.unlinkat(fd, name, flags) == 0 ? Errno.None : Libc.LastError;

    /// <summary>Gives the file <paramref name="name"/> a further name in another directory of the same mount.</summary>
    public Errno Link(ReadOnlySpan<byte> name, DirectoryHandle target, ReadOnlySpan<byte> targetName)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max], targetBuffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        var nativeTarget = new NativeName(targetName, targetBuffer);
        fixed (byte* pointer = native, targetPointer = nativeTarget)
            return Libc.linkat(fd, pointer, target.fd, targetPointer, 0) == 0 ? Errno.None : Libc.LastError;
    }

    /// <summary>The text of a symbolic link.</summary>
    public Errno ReadLink(ReadOnlySpan<byte> name, out byte[]? target)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var text = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        nint length;
        fixed (byte* pointer = native)
            length = Libc.readlinkat(fd, pointer, text, NativeName.Max);
        target = length < 0 ? null : new ReadOnlySpan<byte>(text, (int)length).ToArray();
        return length < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Makes a directory that only its owner may enter.</summary>
    public Errno MakePrivateDirectory(ReadOnlySpan<byte> name) => MakeDirectory(name, 0b111_000_000);

    /// <param name="permissions">As chmod(2) takes them; the umask applies.</param>
    public Errno MakeDirectory(ReadOnlySpan<byte> name, int permissions)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        fixed (byte* pointer = native)
            return Libc.mkdirat(fd, pointer, (uint)permissions) == 0 ? Errno.None : Libc.LastError;
    }

    /// <summary>Renames a file, replacing what has the new name in the other directory.</summary>
    public Errno Rename(ReadOnlySpan<byte> name, DirectoryHandle target, ReadOnlySpan<byte> newName)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max], targetBuffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        var nativeTarget = new NativeName(newName, targetBuffer);
        fixed (byte* pointer = native, targetPointer = nativeTarget)
            return Libc.renameat(fd, pointer, target.fd, targetPointer) == 0 ? Errno.None : Libc.LastError;
    }

    /// <summary>Lets two names of this directory change places: at no instant is there none, or half of either.</summary>
    /// <returns>EINVAL or ENOSYS where the file system or the kernel cannot</returns>
    public Errno Exchange(ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherName)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max], otherBuffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        var nativeOther = new NativeName(otherName, otherBuffer);
        fixed (byte* pointer = native, otherPointer = nativeOther)
            return Libc.renameat2(fd, pointer, fd, otherPointer, Libc.RENAME_EXCHANGE) == 0 ? Errno.None : Libc.LastError;
    }

    /// <summary>Opens a regular file for reading, never through a symbolic link and never waiting for a FIFO.</summary>
    public Errno OpenFile(ReadOnlySpan<byte> name, out SafeFileHandle? file) =>
        OpenFile(name, Libc.O_RDONLY | Libc.O_NONBLOCK, 0, out file);

    /// <summary>Creates a file; EEXIST where the name is taken.</summary>
    /// <param name="permissions">As chmod(2) takes them; the umask applies.</param>
    public Errno CreateFile(ReadOnlySpan<byte> name, int permissions, out SafeFileHandle? file) =>
        OpenFile(name, Libc.O_RDWR | Libc.O_CREAT | Libc.O_EXCL, (uint)permissions, out file);

    /// <summary>Opens a file to go on writing it.</summary>
    public Errno OpenFileForUpdate(ReadOnlySpan<byte> name, out SafeFileHandle? file) =>
        OpenFile(name, Libc.O_RDWR, 0, out file);

    private Errno OpenFile(ReadOnlySpan<byte> name, int flags, uint mode, out SafeFileHandle? file)
    {
        file = null;
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var native = new NativeName(name, buffer);
        int opened;
        fixed (byte* pointer = native)
            while ((opened = Libc.openat(fd, pointer, flags | Libc.O_NOFOLLOW | Libc.O_CLOEXEC, mode)) < 0)
                if (Libc.LastError != Errno.EINTR)
                    return Libc.LastError;
        file = new(opened, ownsHandle: true);
        return Errno.None;
    }

    /// <summary>Makes names durable: what was created, renamed or removed here survives a crash.</summary>
    public Errno Sync() => Libc.fsync(fd) == 0 ? Errno.None : Libc.LastError;

    /// <summary>Takes an exclusive advisory lock without waiting; EAGAIN where somebody else has one. It ends with the handle.</summary>
    /// <remarks>A shared lock that this handle has is given up for it, even where the answer is EAGAIN (flock(2)).</remarks>
    public Errno TryLock() => Lock(Libc.LOCK_EX);

    /// <summary>Takes an advisory lock that others may share, without waiting; EAGAIN where somebody else has an exclusive one.</summary>
    public Errno TryLockShared() => Lock(Libc.LOCK_SH);

    private Errno Lock(int operation)
    {
        while (Libc.flock(fd, operation | Libc.LOCK_NB) != 0)
            if (Libc.LastError != Errno.EINTR)
                return Libc.LastError;
        return Errno.None;
    }

    protected override bool ReleaseHandle() => Libc.close(fd) == 0;
}
