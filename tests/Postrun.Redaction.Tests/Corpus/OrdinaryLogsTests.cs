using System.Text;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Corpus;

public sealed class OrdinaryLogsTests
{
    private const int Lines = 100_000;
    private const int MostFindings = 5;

    [Fact]
    public void Next_to_nothing_is_found_in_ordinary_logs()
    {
        var text = OrdinaryLogs.Lines(Lines, seed: 1);
        var findings = new List<Finding>();
        var summary = Redacting.Redactor.Scan(new MemoryStream(text), findings.Add, TestContext.Current.CancellationToken);
        summary.Length.ShouldBe(text.Length);
        findings.Count.ShouldBeLessThanOrEqualTo(MostFindings, string.Join('\n', findings.Take(20).Select(finding => Shown(text, finding))));
        Console.WriteLine($"figure: ordinary logs: {findings.Count} findings in {Lines:N0} lines");
    }

    private static string Shown(byte[] text, Finding finding)
    {
        var start = text.AsSpan(0, (int)finding.Offset).LastIndexOf((byte)'\n') + 1;
        var line = text.AsSpan(start, text.AsSpan(start).IndexOf((byte)'\n'));
        return $"{finding.Rule.Id} {Encoding.UTF8.GetString(text, (int)finding.Offset, finding.Length)} in {Encoding.UTF8.GetString(line)}";
    }
}
