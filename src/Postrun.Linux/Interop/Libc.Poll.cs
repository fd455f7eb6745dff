using System.Runtime.InteropServices;

namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    public const short POLLIN = 0x1;

    [StructLayout(LayoutKind.Sequential)]
    public struct pollfd_t
    {
        public int fd;
        public short events;
        public short revents;
    }

    [LibraryImport(libc, SetLastError = true)]
    public static partial int poll(pollfd_t* fds, ulong nfds, int timeout);
}
