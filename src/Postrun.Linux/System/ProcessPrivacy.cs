namespace Postrun.Linux;

/// <summary>Keeps what this process reads out of files that the kernel writes about it.</summary>
public static unsafe class ProcessPrivacy
{
    /// <summary>
    /// No core dump, and no reading of the memory by other processes of the same user: <c>PR_SET_DUMPABLE</c> in prctl(2),
    /// <c>RLIMIT_CORE</c> in getrlimit(2). Root may still look.
    /// </summary>
    /// <returns>whether both hold</returns>
    public static bool Enable()
    {
        var none = new Libc.rlimit_t();
        var limited = Libc.setrlimit(Libc.RLIMIT_CORE, &none) == 0;
        return Libc.prctl(Libc.PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && limited;
    }

    /// <summary>Whether the kernel may write a core dump of this process.</summary>
    public static bool IsDumpable => Libc.prctl(Libc.PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}
