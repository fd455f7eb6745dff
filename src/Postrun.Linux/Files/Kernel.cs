namespace Postrun.Linux;

/// <summary>What this kernel, or the seccomp filter around it, lets us use.</summary>
public static unsafe class Kernel
{
    private static int openAt2;

    /// <summary>
    /// Whether openat2(2) answers (Linux 5.6; some container profiles refuse it with EPERM or ENOSYS). Where it does not,
    /// directories are opened one component at a time with <c>O_NOFOLLOW</c> and mount identities are compared afterwards.
    /// </summary>
    public static bool HasOpenAt2
    {
        get
        {
            if (openAt2 == 0)
            {
                var how = new Libc.open_how { flags = (ulong)(Libc.O_PATH | Libc.O_DIRECTORY | Libc.O_CLOEXEC), resolve = Libc.RESOLVE_BENEATH };
                var dot = stackalloc byte[] { (byte)'.', 0 };
                var fd = Libc.openat2(Libc.AT_FDCWD, dot, &how);
                if (fd >= 0)
                    Libc.close(fd);
                openAt2 = fd >= 0 ? 1 : 2;
            }
            return openAt2 == 1;
        }
    }

    /// <summary>Tests set it, to go the way of a kernel without openat2.</summary>
    internal static void PretendOpenAt2(bool answers) => openAt2 = answers ? 1 : 2;

    /// <summary>Effective user id 0.</summary>
    public static bool IsRoot => Libc.geteuid() == 0;

    public static uint EffectiveUser => Libc.geteuid();

    /// <summary>Release, as <c>uname -r</c> says it.</summary>
    public static string Release => File.ReadAllText("/proc/sys/kernel/osrelease").Trim();
}
