using System.Runtime.InteropServices;

namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    [LibraryImport(libc, SetLastError = true)]
    public static partial nint flistxattr(int fd, byte* list, nuint size);

    [LibraryImport(libc, SetLastError = true)]
    public static partial nint fgetxattr(int fd, byte* name, byte* value, nuint size);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fsetxattr(int fd, byte* name, byte* value, nuint size, int flags);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fremovexattr(int fd, byte* name);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fchown(int fd, uint owner, uint group);

    [LibraryImport(libc, SetLastError = true)]
    public static partial int fchmod(int fd, uint mode);

    /// <param name="times">Two: of the last access, and of the last modification.</param>
    [LibraryImport(libc, SetLastError = true)]
    public static partial int futimens(int fd, timespec_t* times);
}
