using Postrun.Model;
using Postrun.Redaction.Scanning;

namespace Postrun.Cli.Output;

/// <summary>Writes what a scan finds while it finds it: where and what, never the value.</summary>
internal interface IScanView : IDisposable
{
    void Write(UnixPath path, Finding finding);

    /// <summary>Comes last, and once.</summary>
    void End(ScanTotals totals);
}
