namespace Postrun.Linux;

/// <summary>Standard input, output and error: descriptors 0 to 2.</summary>
public static unsafe class StandardStreams
{
    private const int F_GETFD = 1;

    /// <summary>Nobody can be told: 2 is what a command line that cannot be used gives.</summary>
    private const int NoStreams = 2;

    /// <summary>
    /// Opens <c>/dev/null</c> for each that is closed. Otherwise the next file, or a pipe of the runtime, takes its number,
    /// and what is said goes into it. Called before anything else is opened.
    /// </summary>
    public static void EnsureOpen()
    {
        fixed (byte* path = "/dev/null\0"u8)
            for (var descriptor = 0; descriptor <= 2; descriptor++)
                if (Libc.fcntl(descriptor, F_GETFD, 0) < 0 && Libc.LastError == Errno.EBADF && Libc.openat(Libc.AT_FDCWD, path, Libc.O_RDWR, 0) != descriptor)
                    Environment.Exit(NoStreams);
    }
}
