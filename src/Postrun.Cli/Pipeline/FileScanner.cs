using System.Collections.Concurrent;
using Postrun.Model;
using Postrun.Redaction.Text;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Pipeline;

/// <summary>Scans files on all cores. Findings come in the order of the files and of each, in memory that does not grow with their number.</summary>
internal sealed class FileScanner(RuleSelection rules, ReadOnlyMemory<byte> key, Baseline? baseline)
{
    /// <summary>So many files a core are read ahead of the one whose findings are taken.</summary>
    private const int Ahead = 16;

    private readonly RedactionOptions _options = new() { Key = key };
    private readonly PathRedactor _paths = new(key);

    /// <summary>The findings of one have to be taken before the next is asked for.</summary>
    public IEnumerable<FileScan> Scan(IReadOnlyList<ScanTarget> files)
    {
        var threads = Math.Clamp(Environment.ProcessorCount, 1, 64);
        using var work = new BlockingCollection<FileScan>();
        for (var i = 0; i < Math.Min(threads, files.Count); i++)
            new Thread(() => Work(work)) { IsBackground = true, Name = "scan" }.Start();
        var begun = new Queue<FileScan>();
        foreach (var file in files)
        {
            if (begun.Count == threads * Ahead)
                yield return begun.Dequeue();
            var scan = new FileScan(file);
            begun.Enqueue(scan);
            work.Add(scan);
        }
        work.CompleteAdding();
        while (begun.TryDequeue(out var scan))
            yield return scan;
    }

    /// <summary>The path as it may be shown.</summary>
    public UnixPath Shown(UnixPath path) => new(_paths.Redact(rules.For(path.ToString()), path.Bytes));

    private void Work(BlockingCollection<FileScan> work)
    {
        foreach (var scan in work.GetConsumingEnumerable())
            try
            {
                Scan(scan);
            }
#pragma warning disable CA1031 // Whatever it is: one file that cannot be scanned is said to be one, and does not keep the others from it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                scan.Problem = e.Message;
                scan.Shown = Shown(scan.File.Path);
            }
            finally
            {
                scan.End();
            }
    }

    private void Scan(FileScan scan)
    {
        var path = scan.File.Path.ToString();
        var set = rules.For(path);
        // An allow-list may leave nothing to look for: then it need not be readable either.
        if (set.Rules.Count == 0)
            return;
        using var input = scan.File.Open();
        string? shown = null;
        var summary = new TextRedactor(set, _options).Scan(input, finding =>
        {
            if (rules.Allows(path, finding))
                return;
            if (shown is null)
            {
                scan.Shown = Shown(scan.File.Path);
                shown = scan.Shown.ToString();
            }
            if (baseline?.Contains(shown, finding) == true)
                scan.Known++;
            else
                scan.Put(finding);
        }, CancellationToken.None);
        scan.IsBinary = summary.Kind == TextKind.Binary;
    }
}
