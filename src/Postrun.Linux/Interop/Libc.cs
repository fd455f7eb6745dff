using System.Runtime.InteropServices;

namespace Postrun.Linux;

/// <summary>The C library, bound at link time in the native executable. Native names are kept.</summary>
internal static unsafe partial class Libc
{
    private const string libc = "libc";

    public const int AT_FDCWD = -100;
    public const int AT_SYMLINK_NOFOLLOW = 0x100;
    public const int AT_REMOVEDIR = 0x200;
    public const int AT_NO_AUTOMOUNT = 0x800;
    public const int AT_EMPTY_PATH = 0x1000;
    public const int AT_STATX_DONT_SYNC = 0x4000;

    public const int O_RDONLY = 0;
    public const int O_WRONLY = 1;
    public const int O_RDWR = 2;
    public const int O_CREAT = 0x40;
    public const int O_EXCL = 0x80;
    public const int O_NOCTTY = 0x100;
    public const int O_TRUNC = 0x200;
    public const int O_APPEND = 0x400;
    public const int O_NONBLOCK = 0x800;
    public const int O_CLOEXEC = 0x80000;
    public const int O_NOATIME = 0x40000;

    // These three differ between x86 and Arm: asm/fcntl.h.
    public static readonly int O_DIRECTORY = IsArm64 ? 0x4000 : 0x10000;
    public static readonly int O_NOFOLLOW = IsArm64 ? 0x8000 : 0x20000;
    public const int O_PATH = 0x200000;

    private static bool IsArm64 => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    private static readonly long SYS_getdents64 = IsArm64 ? 61 : 217;
    private const long SYS_openat2 = 437;

    [LibraryImport(libc, SetLastError = true)]
    public static partial int openat(int dirfd, byte* pathname, int flags, uint mode);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fcntl(int fd, int op, long arg);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int close(int fd);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int unlinkat(int dirfd, byte* pathname, int flags);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int linkat(int olddirfd, byte* oldpath, int newdirfd, byte* newpath, int flags);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int renameat(int olddirfd, byte* oldpath, int newdirfd, byte* newpath);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int mkdirat(int dirfd, byte* pathname, uint mode);

    [LibraryImport(libc, SetLastError = true)]
    public static partial long lseek(int fd, long offset, int whence);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fsync(int fd);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fdatasync(int fd);

    public const int LOCK_SH = 1;
    public const int LOCK_EX = 2;
    public const int LOCK_NB = 4;

    [LibraryImport(libc, SetLastError = true)]
    public static partial int flock(int fd, int operation);

    [LibraryImport(libc, SetLastError = true)]
    public static partial nint read(int fd, byte* buf, nuint count);

    [LibraryImport(libc, SetLastError = true)]
    public static partial nint write(int fd, byte* buf, nuint count);

    [LibraryImport(libc, SetLastError = true)]
    public static partial nint readlinkat(int dirfd, byte* pathname, byte* buf, nuint bufsiz);

    [LibraryImport(libc)]
    public static partial uint geteuid();

    [LibraryImport(libc, SetLastError = true)]
    private static partial long syscall(long number, long a, long b, long c, long d);

    [LibraryImport(libc, SetLastError = true)]
    private static partial long syscall(long number, long a, long b, long c, long d, long e);

    public static long getdents64(int fd, byte* dirp, nuint count) => syscall(SYS_getdents64, fd, (long)dirp, (long)count, 0);

    public static int openat2(int dirfd, byte* pathname, open_how* how) =>
        (int)syscall(SYS_openat2, dirfd, (long)pathname, (long)how, sizeof(open_how));

    /// <summary>openat2(2): how a path may be resolved.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct open_how
    {
        public ulong flags;
        public ulong mode;
        public ulong resolve;
    }

    public const ulong RESOLVE_NO_XDEV = 0x01;
    public const ulong RESOLVE_NO_MAGICLINKS = 0x02;
    public const ulong RESOLVE_NO_SYMLINKS = 0x04;
    public const ulong RESOLVE_BENEATH = 0x08;

    public static Errno LastError => (Errno)Marshal.GetLastPInvokeError();
}
