using System.Runtime.InteropServices;
using Postrun.Cli.Output;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>How long a clean-up may take, and whether somebody asked it to stop.</summary>
/// <remarks>
/// Before anything has begun a signal ends the process, whatever it is waiting for: a key, an answer, a file system that
/// does not respond. From <see cref="Begin"/> on it only cuts, so that what was done is written down and signed.
/// </remarks>
internal sealed class CleanupBudget : IDisposable
{
    /// <summary>A fifth of the time, and five seconds at most, is for writing and signing what was done.</summary>
    private const double ReservedShare = 0.2;

    private static readonly TimeSpan MaxReserved = TimeSpan.FromSeconds(5);

    /// <summary>For whoever looks at <see cref="Cut"/> to end the command in order.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly CancellationTokenSource cut = new();
    private readonly PosixSignalRegistration[] signals;
    private readonly ITimer? timer;
    private ITimer? exit;
    private LeftReason? interruption;
    private bool signalled;
    private bool begun;
    private bool disposed;

    public CleanupBudget(TimeSpan? deadline, TimeProvider time)
    {
        this.time = time;
        Length = deadline;
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal =>
            PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Signalled();
            }))];
        if (deadline is { } length)
        {
            var reserved = length * ReservedShare < MaxReserved ? length * ReservedShare : MaxReserved;
            timer = time.CreateTimer(_ => Stop(LeftReason.Deadline), null, length - reserved, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>How long it may take in all; <see langword="null"/>: as long as it takes.</summary>
    public TimeSpan? Length { get; }

    /// <summary>Set when nothing further is to be begun.</summary>
    public CancellationToken Cut => cut.Token;

    /// <summary>Why it was cut; <see langword="null"/> where it was not.</summary>
    public LeftReason? Interruption => interruption;

    /// <summary>Says that from here on the process must not simply end.</summary>
    /// <exception cref="OperationCanceledException">a signal came before</exception>
    public void Begin()
    {
        lock (gate)
        {
            if (signalled)
                throw new OperationCanceledException();
            begun = true;
        }
    }

    private void Signalled()
    {
        lock (gate)
        {
            signalled = true;
            if (!begun && !disposed)
                exit ??= time.CreateTimer(_ => End(), null, Grace, Timeout.InfiniteTimeSpan);
        }
        Stop(LeftReason.Interrupted);
    }

    private void End()
    {
        // The lock is kept: a command that comes to its end just now does not say a second time how it ended.
        lock (gate)
        {
            if (begun || disposed)
                return;
            ProgressView.Abandon();
            Terminal.Complain(InterruptedEarly);
            Environment.Exit(ExitCode.Interrupted);
        }
    }

    /// <summary>What is said of a command that was stopped before it began.</summary>
    public const string InterruptedEarly = "interrupted before anything was removed";

    private void Stop(LeftReason reason)
    {
        interruption ??= reason;
        try
        {
            cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has just ended: there is nothing left to cut.
        }
    }

    public void Dispose()
    {
        lock (gate)
            disposed = true;
        foreach (var signal in signals)
            signal.Dispose();
        timer?.Dispose();
        exit?.Dispose();
        cut.Dispose();
    }
}
