using Postrun.Model;
using Postrun.Redaction.Scanning;

namespace Postrun.Cli.Pipeline;

/// <summary>One file while it is scanned: one thread finds, another takes what was found, and the first does not get far ahead.</summary>
internal sealed class FileScan(ScanTarget file)
{
    /// <summary>So many findings wait to be taken at most.</summary>
    private const int Most = 1024;

    private readonly Queue<Finding> _waiting = [];
    private bool _isOver;

    public ScanTarget File => file;

    /// <summary>The path as it may be shown; known with the first finding, and where there is a problem.</summary>
    public UnixPath Shown { get; set; } = file.Path;

    /// <summary>How many findings the baseline has; they are left out. Known at the end, as all that follows.</summary>
    public int Known { get; set; }

    public bool IsBinary { get; set; }

    /// <summary>Why it could not be read to its end; null where it was.</summary>
    public string? Problem { get; set; }

    public void Put(Finding finding)
    {
        lock (_waiting)
        {
            while (_waiting.Count == Most)
                Monitor.Wait(_waiting);
            _waiting.Enqueue(finding);
            Monitor.Pulse(_waiting);
        }
    }

    public void End()
    {
        lock (_waiting)
        {
            _isOver = true;
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>In the order of the file, as they come.</summary>
    public IEnumerable<Finding> Findings()
    {
        while (Next() is { } finding)
            yield return finding;
    }

    private Finding? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isOver)
                Monitor.Wait(_waiting);
            Monitor.Pulse(_waiting);
            return _waiting.TryDequeue(out var finding) ? finding : null;
        }
    }
}
