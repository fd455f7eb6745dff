using System.Globalization;
using Postrun.Fuzz;

// usage: Postrun.Fuzz [--seconds N] [--seed N] [--target NAME] [--count N] [--full]
//   Every target runs as a child process, so that one that dies is seen, and its seed with it. POSTRUN_FUZZ_SECONDS
//   stands for --seconds, which is for all targets together. --count 1 with a target and a seed runs one case again.
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
double Number(string name, string? otherwise) => double.Parse(Option(name) ?? otherwise ?? "15", CultureInfo.InvariantCulture);

var seed = (long)Number("--seed", "1");
var full = args.Contains("--full");
var targets = FuzzTarget.All.Where(target => Option("--target") is not { } wanted || target.Name == wanted).ToArray();
if (args.Contains("--shard"))
    return new Shard(targets[0], full, Option("--state")!, Option("--count") == "1").Run(seed, Number("--seconds", null), (long)Number("--count", "9e15"));
var seconds = Number("--seconds", Environment.GetEnvironmentVariable("POSTRUN_FUZZ_SECONDS"));
return new Supervisor(seconds, full, Option("--count")).Run(targets, seed);
