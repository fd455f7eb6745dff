using System.Diagnostics;

namespace Postrun.Linux;

/// <summary>One piece of work. It blocks its thread while a system call does.</summary>
public abstract class WorkItem
{
    protected internal abstract void Execute(WorkerPool pool);
}

/// <summary>
/// Threads that work off a stack, and grow in number while they wait for the medium rather than for a core.
/// </summary>
/// <remarks>
/// Where every unlink waits for a discard, many more threads than cores pay; where the kernel does the work itself
/// (tmpfs, a journal in memory), more threads only contend. So the pool starts with one thread a core. While work is
/// waiting and the process leaves its cores idle it tries twice as many; if that does not do more, the new ones rest.
/// </remarks>
public sealed class WorkerPool : IDisposable
{
    /// <summary>Beyond this, unlinking on ext4 with online discard gained nothing more.</summary>
    public const int MaxWorkers = 64;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(30);
    private const double IdleShare = 0.35;

    /// <summary>What twice the threads must do more to be kept.</summary>
    private const double WorthwhileGain = 1.15;

    private readonly Lock gate = new();
    private readonly Stack<WorkItem> items = new();
    private readonly Queue<WorkItem> urgent = new();
    private readonly List<Thread> threads = [];
    private readonly SemaphoreSlim available = new(0);
    private readonly ManualResetEventSlim finished = new(false);
    private readonly SemaphoreSlim resting = new(0);
    private long outstanding;
    private long progress;
    private volatile int wanted;
    private volatile bool stopping;
    private Exception? failure;

    /// <summary>Adds work that is taken last in, first out: a walk stays deep and its queue short.</summary>
    public void Post(WorkItem item) => Add(item, first: false);

    /// <summary>Adds work that is taken before all else, first in, first out.</summary>
    public void PostUrgent(WorkItem item) => Add(item, first: true);

    private void Add(WorkItem item, bool first)
    {
        Interlocked.Increment(ref outstanding);
        lock (gate)
            if (first)
                urgent.Enqueue(item);
            else
                items.Push(item);
        available.Release();
    }

    /// <summary>Counts work that is not posted yet but will be, so that the pool does not stop before.</summary>
    public void Hold() => Interlocked.Increment(ref outstanding);

    /// <summary>Takes one <see cref="Hold"/> back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref outstanding) == 0)
            finished.Set();
    }

    /// <summary>Counts what was done, in whatever unit the work has: the pool compares its speed with it.</summary>
    public void Progress(int done) => Interlocked.Add(ref progress, done);

    /// <summary>Works until nothing is outstanding. Called once.</summary>
    /// <exception cref="AggregateException">an item threw; the others were still tried</exception>
    public void Run()
    {
        if (Interlocked.Read(ref outstanding) == 0)
            return;
        Start(Environment.ProcessorCount);
        Adapt();
        stopping = true;
        resting.Release(threads.Count);
        available.Release(threads.Count);
        foreach (var thread in threads)
            thread.Join();
        if (failure is not null)
            throw new AggregateException(failure);
    }

    /// <summary>Does one piece of urgent work on this thread, for a worker that must wait until there is less of it.</summary>
    /// <returns>whether there was any</returns>
    public bool TryRunUrgent()
    {
        WorkItem? item;
        lock (gate)
            if (!urgent.TryDequeue(out item))
                return false;
        Execute(item);
        return true;
    }

    public void Dispose()
    {
        available.Dispose();
        resting.Dispose();
        finished.Dispose();
    }

    /// <summary>Watches the speed until all is done.</summary>
    private void Adapt()
    {
        var cpu = ProcessorTime.Used();
        var done = 0L;
        var clock = Stopwatch.StartNew();
        double speedBefore = 0;
        var settled = false;
        while (!finished.Wait(Tick))
        {
            var elapsed = clock.Elapsed;
            clock.Restart();
            var (cpuNow, doneNow) = (ProcessorTime.Used(), Interlocked.Read(ref progress));
            var idle = 1 - (cpuNow - cpu) / (elapsed * Environment.ProcessorCount);
            var speed = (doneNow - done) / elapsed.TotalSeconds;
            (cpu, done) = (cpuNow, doneNow);
            if (settled)
                continue;
            if (speedBefore > 0 && speed < speedBefore * WorthwhileGain)
            {
                wanted = Math.Max(wanted / 2, Environment.ProcessorCount);
                settled = true;
            }
            else if (IsWorkWaiting && idle > IdleShare && wanted < MaxWorkers)
            {
                speedBefore = speed;
                Start(wanted);
            }
            else
                speedBefore = 0;
        }
    }

    private bool IsWorkWaiting
    {
        get
        {
            lock (gate)
                return items.Count + urgent.Count > 0;
        }
    }

    private void Start(int count)
    {
        const int stack = 512 * 1024;
        wanted = Math.Min(wanted + count, MaxWorkers);
        while (threads.Count < wanted)
        {
            var number = threads.Count;
            var thread = new Thread(() => Work(number), stack) { IsBackground = true };
            threads.Add(thread);
            thread.Start();
        }
    }

    private void Work(int number)
    {
        while (true)
        {
            // Whoever rests does so to the end: the pool has then settled.
            if (number >= wanted && !stopping)
                resting.Wait();
            available.Wait();
            WorkItem? item;
            lock (gate)
                if (!urgent.TryDequeue(out item) && !items.TryPop(out item))
                    if (stopping)
                        return;
            if (item is null)
                continue;
            Execute(item);
        }
    }

    private void Execute(WorkItem item)
    {
        try
        {
            item.Execute(this);
        }
#pragma warning disable CA1031 // A failing item must not end its thread: the rest of the tree is still to be done.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, e, null);
        }
        Release();
    }
}
