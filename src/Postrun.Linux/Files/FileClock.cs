namespace Postrun.Linux;

/// <summary>The clock that the kernel stamps files with: coarse, one tick (1 to 10 ms) behind at most.</summary>
public static class FileClock
{
    /// <summary>
    /// Waits for the next tick and returns an instant such that whatever changes from now on carries a <c>ctime</c> at
    /// or after it, and whatever had changed before the call carries an earlier one.
    /// </summary>
    public static DateTimeOffset NextTick()
    {
        var now = Libc.ClockTicks(Libc.CLOCK_REALTIME);
        long coarse;
        while ((coarse = Libc.ClockTicks(Libc.CLOCK_REALTIME_COARSE)) <= now)
            Thread.Sleep(1);
        return DateTimeOffset.UnixEpoch.AddTicks(coarse);
    }
}
