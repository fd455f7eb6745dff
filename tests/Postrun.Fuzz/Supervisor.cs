using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace Postrun.Fuzz;

/// <summary>Starts shards, again where one died, and counts.</summary>
internal sealed class Supervisor(double seconds, bool full, string? count)
{
    /// <summary>More heap than a policy may have values is a finding: the shard dies of it.</summary>
    private const string HeapLimit = "0x78000000";

    /// <returns>0 where nothing was found, else 1.</returns>
    public int Run(IReadOnlyList<FuzzTarget> targets, long seed)
    {
        var endless = targets.Count(static target => target.Count is null);
        var findings = 0;
        foreach (var target in targets)
        {
            var first = target.Count is null || count is not null ? seed : 1;
            findings += Run(target, first, seconds / Math.Max(endless, 1));
        }
        Console.WriteLine(findings == 0 ? "no findings" : string.Create(CultureInfo.InvariantCulture, $"{findings} findings"));
        return findings == 0 ? 0 : 1;
    }

    private int Run(FuzzTarget target, long seed, double share)
    {
        var state = Path.GetTempFileName();
        var watch = Stopwatch.StartNew();
        long executions = 0, next = seed;
        var findings = 0;
        while (target.Count is { } end ? next <= end : watch.Elapsed.TotalSeconds < share)
        {
            File.WriteAllBytes(state, []);
            var code = Start(target, next, share - watch.Elapsed.TotalSeconds, state);
            var bytes = File.ReadAllBytes(state);
            var (last, ran) = bytes.Length < 16 ? (next, 0) : (BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)));
            executions += ran + 1;
            if (code != 0)
            {
                findings++;
                Console.WriteLine($"FINDING {target.Name}, seed {last}: exit code {code}; again: --target {target.Name} --seed {last} --count 1");
            }
            if (code == 0 || count is not null)
                break;
            next = last + 1;
        }
        File.Delete(state);
        Console.WriteLine($"{target.Name}: seeds from {seed}, {executions} executions, {watch.Elapsed.TotalSeconds:0} s, {findings} findings");
        return findings;
    }

    private int Start(FuzzTarget target, long seed, double left, string state)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Supervisor).Assembly.Location);
        string[] arguments =
        [
            "--shard", "--target", target.Name, "--state", state,
            "--seed", seed.ToString(CultureInfo.InvariantCulture), "--seconds", left.ToString(CultureInfo.InvariantCulture),
            .. full ? ["--full"] : Array.Empty<string>(), .. count is null ? [] : new[] { "--count", count },
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_gcServer"] = "0";
        // A dump of a heap of this size takes longer than all cases.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
