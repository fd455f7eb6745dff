using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

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
/// <param name="work">Where <see cref="Progress"/> is counted, for whoever wants to see it; several pools may share it.</param>
public sealed class WorkerPool(WorkProgress? work = null) : IDisposable
{
    /// <summary>Beyond this, unlinking on ext4 with online discard gained nothing more.</summary>
    public const int MaxWorkers = 64;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(25);
    private const double IdleShare = 0.35;

    /// <summary>Up to here threads that wait cost nothing but their stacks: they are tried without a gain to show for it.</summary>
    private const int HarmlessWorkers = 16;

    /// <summary>What twice the threads must do more for yet more of them.</summary>
    private const double WorthwhileGain = 1.1;

    /// <summary>Less than this share of the speed before, and the new threads rest.</summary>
    private const double HarmfulShare = 0.8;

    /// <summary>Measurements in a row: one alone may be of a single slow sync.</summary>
    private const int ConfirmedBy = 2;

    private const int UrgentShare = 2;

    private readonly Lock gate = new();
    private readonly Stack<WorkItem> items = new();
    private readonly Queue<WorkItem> urgent = new();
    private readonly List<Thread> threads = [];
    private readonly SemaphoreSlim available = new(0);
    private readonly ManualResetEventSlim finished = new(false);
    private readonly SemaphoreSlim resting = new(0);
    private long outstanding;
    private readonly WorkProgress work = work ?? new();
    private volatile int wanted;
    private volatile bool stopping;
    private Exception? failure;

    /// <summary>Adds work that is taken last in, first out: a walk stays deep and its queue short.</summary>
    public void Post(WorkItem item) => Add(item, first: false);

    /// <summary>Adds work that is taken before other work once there is enough of it for everybody, first in, first out.</summary>
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
    public void Progress(int done) => work.Add(done);

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
        var (cpu, done) = (TimeSpan.Zero, 0L);
        var clock = Stopwatch.StartNew();
        double best = 0;
        var (level, worse) = (0, 0);
        for (var settled = false; !settled;)
        {
            // The first tick of a level is not counted: its threads are only starting.
            if (finished.Wait(Tick))
                return;
            (cpu, done) = (ProcessorTime.Used(), work.Done);
            clock.Restart();
            if (finished.Wait(2 * Tick))
                return;
            var elapsed = clock.Elapsed;
            var idle = 1 - (ProcessorTime.Used() - cpu) / (elapsed * Environment.ProcessorCount);
            var speed = (work.Done - done) / elapsed.TotalSeconds;
            // A lull says nothing about the threads: work that nobody could take, or a sync that all wait for.
            if (!IsWorkWaiting)
                continue;
            worse = speed < best * HarmfulShare ? worse + 1 : 0;
            if (worse == ConfirmedBy)
            {
                wanted = level;
                settled = true;
            }
            else if (worse > 0 || idle < IdleShare)
                continue;
            else if (wanted >= MaxWorkers || (wanted >= HarmlessWorkers && speed < best * WorthwhileGain))
                settled = true;
            else
            {
                (best, level) = (speed, wanted);
                Start(wanted);
            }
        }
        finished.Wait();
    }

    /// <summary>Whether urgent work is waiting for a thread.</summary>
    public bool HasUrgent
    {
        get
        {
            lock (gate)
                return urgent.Count > 0;
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
                if (!TryTake(out item) && stopping)
                    return;
            if (item is null)
                continue;
            Execute(item);
        }
    }

    /// <summary>Urgent work comes first once each worker can have its share of it; before that, whoever is free makes more.</summary>
    private bool TryTake([NotNullWhen(true)] out WorkItem? item) =>
        (urgent.Count >= UrgentShare * wanted && urgent.TryDequeue(out item)) || items.TryPop(out item) || urgent.TryDequeue(out item);

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
