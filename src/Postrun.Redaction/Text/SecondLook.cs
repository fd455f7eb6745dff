using Postrun.Redaction.Detection;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Text;

/// <summary>
/// Scans redacted lines as they will read. What stands for a value is longer or shorter than it, so that a word may come within the
/// reach of a rule; what is then found is redacted too, so that redacting twice changes nothing.
/// </summary>
internal sealed class SecondLook(RuleSet rules, RedactionOptions options)
{
    /// <summary>A longer line may lie in two blocks, and is left as it is.</summary>
    private const int LongestLine = Candidate.After;

    /// <summary>Each look covers more of the line, but a line that was made for it may need one for every word.</summary>
    private const int MostLooks = 16;

    /// <summary>What stands for a value is at most so much longer than twice the value: names and digits, and of a sealed one its header.</summary>
    private const int LongestLabel = 2048;

    private readonly BlockScanner _scanner = new(rules, LiteralSearch.Best, depth: 0);
    private readonly Overlaps _overlaps = new(rules);
    private readonly Replacement _replacement = new(options);
    private readonly List<(int InLine, int InText, int Length)> _kept = [];
    private readonly List<RawHit> _hits = [];
    private readonly List<RawHit> _found = [];
    private readonly List<Range> _labels = [];
    private byte[] _line = [];
    private byte[] _hidden = [];

    /// <summary>Leaves nothing of the lines in memory.</summary>
    internal void Forget()
    {
        _line.AsSpan().Clear();
        _hidden.AsSpan().Clear();
        _scanner.Forget();
    }

    /// <summary>Completes the findings in the lines that lie wholly between <paramref name="from"/> and <paramref name="to"/>.</summary>
    /// <param name="findings">In order, and apart from each other; so they stay.</param>
    internal void Complete(ReadOnlySpan<byte> text, int from, int to, List<RawHit> findings)
    {
        for (var first = 0; first < findings.Count;)
        {
            var at = findings[first].Start;
            if (at < from || TryFindLine(text, from, to, at) is not { } line)
            {
                first++;
                continue;
            }
            var after = first;
            while (after < findings.Count && findings[after].Start < line.End.Value)
                after++;
            for (var look = 0; look < MostLooks && Look(text, line, findings, first, ref after); look++)
                continue;
            first = after;
        }
    }

    private static Range? TryFindLine(ReadOnlySpan<byte> text, int from, int to, int at)
    {
        var start = from + text[from..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var length = text[start..to].IndexOfAny((byte)'\n', (byte)'\r') is var found && found >= 0 ? found : to - start;
        var begins = start == 0 || text[start - 1] is (byte)'\n' or (byte)'\r';
        var ends = found >= 0 || to == text.Length;
        return begins && ends && length <= LongestLine ? start..(start + length) : null;
    }

    /// <summary>Whether anything further was found in the line, the findings of which are those from <paramref name="first"/> up to <paramref name="after"/>.</summary>
    private bool Look(ReadOnlySpan<byte> text, Range line, List<RawHit> findings, int first, ref int after)
    {
        _hits.Clear();
        var written = Write(text, line, findings, first, after);
        if (_hits.Count == 0)
            return false;
        _scanner.Restart();
        _scanner.Find(Labels.Hide(written, rules, ref _hidden, _labels), 0, 0, written.Length, _hits);
        foreach (var label in _labels)
            _hits.Add(RawHit.OfLabel(label));
        _overlaps.Restart();
        _overlaps.Add(_hits);
        _found.Clear();
        _overlaps.Settle(written.Length, _found);
        _found.RemoveAll(found => !options.Redacts(rules.Rules[found.Rule], found.Confidence));
        foreach (var found in _found)
        {
            var (start, end) = (InText(found.Start), InText(found.End - 1) + 1);
            var place = first;
            while (place < after && findings[place].End <= start)
                place++;
            for (; place < after && findings[place].Start < end; after--)
                findings.RemoveAt(place);
            findings.Insert(place, found with { Start = start, Length = end - start });
            after++;
        }
        return _found.Count > 0;
    }

    /// <summary>The line as it will read. What stands for values is no place of a finding.</summary>
    private ReadOnlySpan<byte> Write(ReadOnlySpan<byte> text, Range line, List<RawHit> findings, int first, int after)
    {
        Prepare((2 * (line.End.Value - line.Start.Value)) + ((after - first) * LongestLabel));
        using var output = new MemoryStream(_line);
        _kept.Clear();
        var at = line.Start.Value;
        for (var index = first; index < after; index++)
        {
            var finding = findings[index];
            var rule = rules.Rules[finding.Rule];
            if (!options.Redacts(rule, finding.Confidence))
                continue;
            Keep(text, at, finding.Start, output);
            var start = (int)output.Position;
            _replacement.Write(rule, text.Slice(finding.Start, finding.Length), output);
            _hits.Add(RawHit.OfLabel(start..(int)output.Position));
            at = finding.End;
        }
        Keep(text, at, line.End.Value, output);
        return _line.AsSpan(0, (int)output.Position);
    }

    private void Keep(ReadOnlySpan<byte> text, int start, int end, MemoryStream output)
    {
        if (start >= end)
            return;
        _kept.Add(((int)output.Position, start, end - start));
        output.Write(text[start..end]);
    }

    private void Prepare(int length)
    {
        if (_line.Length >= length)
            return;
        _line.AsSpan().Clear();
        // Pinned: what the collector moves, it leaves behind where it was.
        _line = GC.AllocateUninitializedArray<byte>(length, pinned: true);
    }

    private int InText(int inLine)
    {
        var kept = _kept.FindLast(kept => kept.InLine <= inLine);
        return kept.InText + inLine - kept.InLine;
    }
}
