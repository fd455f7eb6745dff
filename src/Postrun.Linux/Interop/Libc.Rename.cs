namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    public const int RENAME_EXCHANGE = 2;

    private static readonly long SYS_renameat2 = IsArm64 ? 276 : 316;

    public static int renameat2(int olddirfd, byte* oldpath, int newdirfd, byte* newpath, uint flags) =>
        (int)syscall(SYS_renameat2, olddirfd, (long)oldpath, newdirfd, (long)newpath, flags);
}
