using System.Runtime.InteropServices;

namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    public const int PR_GET_DUMPABLE = 3;
    public const int PR_SET_DUMPABLE = 4;
    public const int RLIMIT_CORE = 4;

    [StructLayout(LayoutKind.Sequential)]
    public struct rlimit_t
    {
        public ulong rlim_cur;
        public ulong rlim_max;
    }

    [LibraryImport(libc, SetLastError = true)]
    public static partial int prctl(int op, ulong arg2, ulong arg3, ulong arg4, ulong arg5);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int setrlimit(int resource, rlimit_t* rlim);
}
