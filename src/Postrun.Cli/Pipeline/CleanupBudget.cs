using System.Runtime.InteropServices;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>How long a clean-up may take, and whether somebody asked it to stop.</summary>
internal sealed class CleanupBudget : IDisposable
{
    /// <summary>A fifth of the time, and five seconds at most, is for writing and signing what was done.</summary>
    private const double ReservedShare = 0.2;

    private static readonly TimeSpan MaxReserved = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource cut = new();
    private readonly PosixSignalRegistration[] signals;
    private readonly ITimer? timer;
    private LeftReason? interruption;

    public CleanupBudget(TimeSpan? deadline, TimeProvider time)
    {
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal =>
            PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Stop(LeftReason.Interrupted);
            }))];
        if (deadline is { } length)
        {
            var reserved = length * ReservedShare < MaxReserved ? length * ReservedShare : MaxReserved;
            timer = time.CreateTimer(_ => Stop(LeftReason.Deadline), null, length - reserved, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Set when nothing further is to be begun.</summary>
    public CancellationToken Cut => cut.Token;

    /// <summary>Why it was cut; <see langword="null"/> where it was not.</summary>
    public LeftReason? Interruption => interruption;

    private void Stop(LeftReason reason)
    {
        interruption ??= reason;
        cut.Cancel();
    }

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
        timer?.Dispose();
        cut.Dispose();
    }
}
