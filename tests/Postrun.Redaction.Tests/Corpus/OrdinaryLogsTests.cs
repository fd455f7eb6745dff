using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Corpus;

public sealed class OrdinaryLogsTests
{
    private const int Lines = 100_000;
    private const int MostFindings = 5;

    [Fact]
    public void Next_to_nothing_is_found_in_ordinary_logs()
    {
        var text = OrdinaryLogs.Lines(Lines, seed: 1);
        var hits = ReferenceScanner.Scan(text, BuiltInRules.All);
        var shown = hits.Select(hit => $"{hit.Rule.Id} {Encoding.UTF8.GetString(text, hit.Start, hit.Length)} in {Line(text, hit.Start)}").Distinct().ToArray();
        shown.Length.ShouldBeLessThanOrEqualTo(MostFindings, string.Join('\n', shown.Take(20)));
    }

    private static string Line(byte[] text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        return Encoding.UTF8.GetString(text.AsSpan(start, text.AsSpan(start).IndexOf((byte)'\n')));
    }
}
