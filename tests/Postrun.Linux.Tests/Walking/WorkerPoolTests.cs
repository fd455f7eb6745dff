namespace Postrun.Linux.Tests;

public sealed class WorkerPoolTests
{
    private sealed class Work(Action<WorkerPool> action) : WorkItem
    {
        protected internal override void Execute(WorkerPool pool) => action(pool);
    }

    [Fact]
    public void All_work_is_done_also_what_work_posts()
    {
        using var pool = new WorkerPool();
        var done = 0;
        Post(pool, 12);
        pool.Run();
        done.ShouldBe((1 << 13) - 1);

        void Post(WorkerPool on, int levels) => on.Post(new Work(p =>
        {
            Interlocked.Increment(ref done);
            for (var i = 0; levels > 0 && i < 2; i++)
                Post(p, levels - 1);
        }));
    }

    [Fact]
    public void Progress_is_counted_for_whoever_watches_across_pools()
    {
        var progress = new WorkProgress();
        for (var round = 0; round < 2; round++)
        {
            using var pool = new WorkerPool(progress);
            for (var i = 0; i < 10; i++)
                pool.Post(new Work(static p => p.Progress(3)));
            pool.Run();
        }
        progress.Done.ShouldBe(60);
        progress.Expected.ShouldBe(0);
    }

    [Fact]
    public void Nothing_to_do_ends_at_once()
    {
        using var pool = new WorkerPool();
        pool.Run();
    }

    [Fact]
    public void An_exception_surfaces_after_the_rest_was_tried()
    {
        using var pool = new WorkerPool();
        var done = 0;
        for (var i = 0; i < 100; i++)
        {
            var fails = i == 10;
            pool.Post(new Work(_ => { if (fails) throw new InvalidOperationException("x"); Interlocked.Increment(ref done); }));
        }
        Should.Throw<AggregateException>(pool.Run).InnerException.ShouldBeOfType<InvalidOperationException>();
        done.ShouldBe(99);
    }

    [Fact]
    public void An_exception_in_urgent_work_that_a_waiting_worker_does_surfaces_too()
    {
        using var pool = new WorkerPool();
        pool.PostUrgent(new Work(static _ => throw new InvalidOperationException("x")));
        pool.TryRunUrgent().ShouldBeTrue();
        pool.TryRunUrgent().ShouldBeFalse();
        pool.Post(new Work(static _ => { }));
        Should.Throw<AggregateException>(pool.Run).InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void Held_work_is_waited_for()
    {
        using var pool = new WorkerPool();
        var done = false;
        pool.Post(new Work(p =>
        {
            p.Hold();
            new Thread(() =>
            {
                Thread.Sleep(100);
                p.Post(new Work(_ => done = true));
                p.Release();
            }).Start();
        }));
        pool.Run();
        done.ShouldBeTrue();
    }

    [Fact]
    public void Threads_grow_while_work_blocks_but_not_without_bound()
    {
        using var pool = new WorkerPool();
        int now = 0, most = 0;
        for (var i = 0; i < 3_000; i++)
            pool.Post(new Work(p =>
            {
                var running = Interlocked.Increment(ref now);
                for (int seen; (seen = Volatile.Read(ref most)) < running && Interlocked.CompareExchange(ref most, running, seen) != seen;)
                {
                }
                Thread.Sleep(5);
                p.Progress(1);
                Interlocked.Decrement(ref now);
            }));
        pool.Run();
        most.ShouldBeGreaterThan(Environment.ProcessorCount);
        most.ShouldBeLessThanOrEqualTo(WorkerPool.MaxWorkers);
    }
}
