using System.Diagnostics;
using System.Globalization;
using System.Text;
using Postrun.Model;
using Postrun.Planning;
using Postrun.Rego;

// One core: what a second thread would do is not measured.
const int Items = 1_000_000;
const int Rounds = 3;

var descriptor = DescriptorReader.Read(
    """
    apiVersion: postrun.dev/v1
    run: { id: bench, outcome: passed, finishedAt: 2026-03-01T12:00:00Z }
    workspace:
      roots: [./work]
      package: ./work/package
      evidence: ["/reports/**", "/metrics/*.json"]
      keep: ["/notes/**"]
      intermediate: ["/checkpoints/**"]
      transient: ["/tmp/**"]
    evidence: { directory: ./evidence }
    """u8, "postrun.yaml", UnixPath.Of("/bench"), new Dictionary<string, string>(), new HashSet<string>()).Descriptor!;
var now = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

var clock = Stopwatch.StartNew();
var loaded = LoadedPolicy.Load(null, descriptor, now);
var load = clock.Elapsed;
clock.Restart();
LoadedPolicy.Load(null, descriptor, now);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load of the built-in policy: {load.TotalMilliseconds:0.0} ms the first time, {clock.Elapsed.TotalMilliseconds:0.0} ms the second"));

// A rule that looks at the path: no two items are one question, nothing is remembered.
var perItem = RegoBundle.Of("custom", [new("custom.rego", Encoding.UTF8.GetBytes("""
    package postrun.custom.retention

    import rego.v1

    decision := {"treatment": "keep"} if input.path == "the one that nobody has"
    """))]);

Measure("built-in policy, facts remembered", () => new RetentionPolicy(loaded, descriptor, now));
var custom = LoadedPolicy.Load(perItem, descriptor, now);
Measure("built-in policy, every item evaluated", () => new RetentionPolicy(custom, descriptor, now));
Measure("hard-coded decision", () => new HardCoded(descriptor, now));

void Measure(string name, Func<IRetentionPolicy> create)
{
    Span<byte> path = stackalloc byte[32];
    var best = TimeSpan.MaxValue;
    var allocated = 0L;
    for (var round = 0; round < Rounds; round++)
    {
        var policy = create();
        var before = GC.GetAllocatedBytesForCurrentThread();
        clock.Restart();
        for (var i = 0; i < Items; i++)
        {
            i.TryFormat(path, out var length, "data/shard-00000000/0", CultureInfo.InvariantCulture);
            policy.Decide(new()
            {
                Origin = RootOrigin.Workspace,
                Root = descriptor.Workspace.Roots[0],
                Path = path[..length],
                Type = ItemType.RegularFile,
                Size = i,
                InPackage = i % 50 == 0,
                Evidence = i % 10 == 1 ? 0 : -1,
                Keep = i % 40 == 2 ? 0 : -1,
                Intermediate = i % 10 == 3 ? 0 : -1,
                Transient = i % 2 == 0 ? 0 : -1,
            });
        }
        if (clock.Elapsed < best)
            best = clock.Elapsed;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Items;
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {Items / best.TotalSeconds,12:N0} items/s {allocated,8} bytes an item"));
}
