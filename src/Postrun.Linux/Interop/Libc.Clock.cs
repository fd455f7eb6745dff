using System.Runtime.InteropServices;

namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    public const int CLOCK_REALTIME = 0;
    public const int CLOCK_PROCESS_CPUTIME_ID = 2;
    public const int CLOCK_REALTIME_COARSE = 5;

    [StructLayout(LayoutKind.Sequential)]
    public struct timespec_t
    {
        public long tv_sec;
        public long tv_nsec;
    }

    [LibraryImport(libc)]
    private static partial int clock_gettime(int clockid, timespec_t* tp);

    /// <summary>The clock's reading in ticks of 100 ns; cannot fail for the clocks named here (clock_gettime(2)).</summary>
    public static long ClockTicks(int clock)
    {
        timespec_t time = default;
        _ = clock_gettime(clock, &time);
        return time.tv_sec * TimeSpan.TicksPerSecond + time.tv_nsec / 100;
    }
}
