using Microsoft.Win32.SafeHandles;

namespace Postrun.Linux;

/// <summary>
/// A lease on an open file: as long as it holds nobody has the file open for writing, and who wants to waits. See
/// <c>F_SETLEASE</c> in fcntl(2).
/// </summary>
public sealed class ReadLease : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly int fd;

    private ReadLease(SafeFileHandle file, int fd) => (this.file, this.fd) = (file, fd);

    /// <param name="file">Opened for reading alone. The lease needs its owner, or CAP_LEASE.</param>
    /// <returns>EAGAIN where somebody has it open for writing; EACCES where it is another's; EINVAL where the file system has no leases</returns>
    public static Errno TryTake(SafeFileHandle file, out ReadLease? lease)
    {
        lease = null;
        var held = false;
        file.DangerousAddRef(ref held);
        var fd = (int)file.DangerousGetHandle();
        // The signal that says that somebody waits would end the process by default.
        var error = Libc.fcntl(fd, Libc.F_SETSIG, Libc.SIGURG) == 0 && Libc.fcntl(fd, Libc.F_SETLEASE, Libc.F_RDLCK) == 0 ? Errno.None : Libc.LastError;
        if (error == Errno.None)
            lease = new(file, fd);
        else
            file.DangerousRelease();
        return error;
    }

    /// <summary>Nobody waits to write.</summary>
    public bool Holds => Libc.fcntl(fd, Libc.F_GETLEASE, 0) == Libc.F_RDLCK;

    /// <summary>Lets whoever waits go on.</summary>
    public void Dispose()
    {
        // It ends with the file at the latest.
        _ = Libc.fcntl(fd, Libc.F_SETLEASE, Libc.F_UNLCK);
        file.DangerousRelease();
    }
}
