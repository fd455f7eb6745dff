using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;
using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Runs cases of one target in this process, each on a thread with a stack of the usual size.</summary>
/// <param name="show">Every case, not only those made by hand.</param>
internal sealed class Shard(FuzzTarget target, bool full, string state, bool show)
{
    public const int Finding = 3;

    /// <summary>What a case may take of a processor. Of the clock it may take more: the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ClockPatience = TimeSpan.FromSeconds(120);

    /// <summary>As small as threads have it anywhere.</summary>
    private const int StackSize = 1 << 20;

    /// <summary>What a finding says of the case at most.</summary>
    private const int MaxText = 3_000;

    /// <returns>An exit code. The state file holds the seed of the case that ran last, and how many ran.</returns>
    public int Run(long seed, double seconds, long count)
    {
        var folder = Directory.CreateTempSubdirectory("postrun-fuzz-");
        try
        {
            using var file = File.OpenHandle(state, FileMode.OpenOrCreate, FileAccess.Write);
            var watch = Stopwatch.StartNew();
            for (long i = 0; i < count && (target.Count is null ? watch.Elapsed.TotalSeconds < seconds : seed + i <= target.Count); i++)
            {
                Span<byte> where = stackalloc byte[16];
                BinaryPrimitives.WriteInt64LittleEndian(where, seed + i);
                BinaryPrimitives.WriteInt64LittleEndian(where[8..], i);
                RandomAccess.Write(file, where, 0);
                if (RunCase(seed + i, folder.FullName) is not { } problem)
                    continue;
                Console.WriteLine(problem);
                return Finding;
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Wait(Thread thread, Stopwatch watch)
    {
        using var process = Process.GetCurrentProcess();
        // The processor's time is read only where a case is slow.
        if (thread.Join(TimeSpan.FromSeconds(1)))
            return true;
        var before = process.TotalProcessorTime;
        while (!thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            process.Refresh();
            if (process.TotalProcessorTime - before > Patience || watch.Elapsed > ClockPatience)
                return false;
        }
        return true;
    }

    private string? RunCase(long seed, string folder)
    {
        using var cancellation = new CancellationTokenSource();
        var fuzzed = new FuzzCase(seed, full, folder, cancellation.Token);
        string? problem = null;
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() =>
        {
            try
            {
                target.Run(fuzzed);
            }
            catch (Exception e) when (e is RegoException or BundleException or OperationCanceledException or JsonException)
            {
                // Ways in which what is wrong is said.
            }
            catch (Exception e)
            {
                problem = $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}";
            }
        }, StackSize);
        thread.Start();
        var ended = Wait(thread, watch);
        if (!ended)
            problem = $"not done after {watch.Elapsed.TotalSeconds:0} s, {Patience.TotalSeconds} s of a processor";
        if (show || target.Count is not null)
            Console.WriteLine($"  {fuzzed.Text,-40} {watch.ElapsedMilliseconds,6} ms");
        if (problem is null)
            return null;
        problem = $"{target.Name} {seed}: {problem}\n{(fuzzed.Text.Length > MaxText ? fuzzed.Text[..MaxText] + "..." : fuzzed.Text)}";
        if (ended)
            return problem;
        Console.WriteLine(problem);
        Console.Out.Flush();
        Environment.Exit(Finding);
        return problem;
    }
}
