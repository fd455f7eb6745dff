using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Appends to the journal on a thread of its own. Whatever waits meanwhile is written and made durable together, so that
/// thousands of intents cost a handful of syncs.
/// </summary>
/// <remarks>
/// When a write fails (a full disk, a broken medium) nothing further becomes durable, so nothing further is destroyed:
/// <see cref="Failure"/> says why, and continuations are told.
/// </remarks>
public sealed class JournalWriter : IDisposable
{
    /// <summary>Bytes that may wait to be written before appending blocks.</summary>
    private const int MaxWaiting = 16 << 20;

    /// <summary>
    /// Bytes that one sync waits for where there is no hurry: about ten thousand entries. A sync for every directory took a
    /// fifth of the device's time on ext4 with online discard.
    /// </summary>
    private const int Gathered = 256 * 1024;

    /// <summary>How often it is asked whether there still is.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(1);

    private readonly SafeFileHandle file;
    private readonly BlockingCollection<Entry> queue = [];
    private readonly Thread thread;
    private readonly Lock gate = new();
    private long position;
    private long waiting;
    private volatile Func<bool>? mayGather;
    private volatile IOException? failure;

    /// <param name="file">Open for writing; the writer's from now on.</param>
    /// <param name="position">Where to go on; what stands behind is a frame that was never finished.</param>
    public JournalWriter(SafeFileHandle file, long position)
    {
        this.file = file;
        this.position = position;
        RandomAccess.SetLength(file, position);
        thread = new(Write, 256 * 1024) { IsBackground = true, Name = "journal" };
        thread.Start();
    }

    /// <summary>Gathers more for one sync as long as there is other work, until the result is disposed of.</summary>
    public IDisposable GatherWhile(Func<bool> busy)
    {
        mayGather = busy;
        return new Gathering(this);
    }

    /// <summary>Why the journal can no longer be written.</summary>
    public IOException? Failure => failure;

    /// <summary>Queues a frame and returns.</summary>
    /// <param name="durable">Called on the journal's thread: with <see langword="true"/> once the frame would survive a
    /// crash, with <see langword="false"/> when it never will.</param>
    public void Append(ReadOnlyMemory<byte> frame, Action<bool>? durable = null)
    {
        while (Interlocked.Read(ref waiting) > MaxWaiting && failure is null)
            Thread.Sleep(1);
        Interlocked.Add(ref waiting, frame.Length);
        queue.Add(new(frame, durable));
    }

    public void Append(JournalFrameKind kind, ReadOnlySpan<byte> payload) => Append(JournalFrame.Of(kind, payload));

    /// <summary>Waits until everything queued so far is durable.</summary>
    /// <exception cref="IOException">it will not be</exception>
    public void Flush()
    {
        using var done = new ManualResetEventSlim();
        Append(ReadOnlyMemory<byte>.Empty, _ => done.Set());
        done.Wait();
        if (failure is not null)
            throw new IOException(failure.Message, failure);
    }

    private void Write()
    {
        var batch = new List<Entry>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            Gather(batch, first);
            if (failure is null)
                TryWrite(batch);
            foreach (var (frame, durable) in batch)
            {
                Interlocked.Add(ref waiting, -frame.Length);
                durable?.Invoke(failure is null);
            }
            batch.Clear();
        }
    }

    private void Gather(List<Entry> batch, Entry first)
    {
        batch.Add(first);
        var bytes = first.Frame.Length;
        // Whoever flushes waits: an empty frame is a request to write what came before it.
        var hurry = bytes == 0;
        while (true)
        {
            var wait = hurry || bytes >= Gathered || mayGather?.Invoke() != true ? TimeSpan.Zero : PollInterval;
            if (queue.TryTake(out var next, wait))
            {
                batch.Add(next);
                bytes += next.Frame.Length;
                hurry |= next.Frame.IsEmpty;
            }
            else if (wait == TimeSpan.Zero || queue.IsCompleted)
                return;
        }
    }

    private void TryWrite(List<Entry> batch)
    {
        try
        {
            var frames = batch.Where(static entry => entry.Frame.Length > 0).Select(static entry => entry.Frame).ToList();
            if (frames.Count == 0)
                return;
            RandomAccess.Write(file, frames, position);
            RandomAccess.FlushToDisk(file);
            position += frames.Sum(static frame => (long)frame.Length);
        }
        // EFBIG comes as ArgumentException, a handle that somebody closed as InvalidOperationException; on this thread either would end the process.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            failure = e as IOException ?? new IOException(e.Message, e);
        }
    }

    /// <summary>Writes what is queued and ends; says nothing of a failure.</summary>
    public void Dispose()
    {
        lock (gate)
            if (queue.IsAddingCompleted)
                return;
            else
                queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        file.Dispose();
    }

    private sealed class Gathering(JournalWriter journal) : IDisposable
    {
        public void Dispose() => journal.mayGather = null;
    }

    private readonly record struct Entry(ReadOnlyMemory<byte> Frame, Action<bool>? Durable);
}
