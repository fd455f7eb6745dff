namespace Postrun.Linux;

/// <summary>Processor time that this process has used, kernel included.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Used() => TimeSpan.FromTicks(Libc.ClockTicks(Libc.CLOCK_PROCESS_CPUTIME_ID));
}
