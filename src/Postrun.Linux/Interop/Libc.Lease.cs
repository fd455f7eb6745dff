namespace Postrun.Linux;

internal static partial class Libc
{
    public const int F_SETSIG = 10;
    public const int F_SETLEASE = 1024;
    public const int F_GETLEASE = 1025;
    public const int F_RDLCK = 0;
    public const int F_UNLCK = 2;

    /// <summary>Is ignored where nobody asked for it: signal(7).</summary>
    public const int SIGURG = 23;
}
