using System.Buffers;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Text;

/// <summary>Goes through one text from its beginning to its end, and copies it without what is redacted. One pass, one object.</summary>
/// <param name="output">Where the copy goes; null where there is none.</param>
internal sealed class TextPass(RuleSet rules, RedactionOptions options, Stream? output, Action<Finding>? each)
{
    /// <summary>How much is read at a time. More does not make it faster, and leaves the cache.</summary>
    private const int Chunk = 256 * 1024;

    /// <summary>No hit begins so far before the literal that led to it.</summary>
    private const int Reach = Candidate.Before + 128;

    private readonly BlockScanner _scanner = new(rules, LiteralSearch.Best, depth: 0);
    private readonly Overlaps _overlaps = new(rules);
    private readonly SecondLook _secondLook = new(rules, options);
    private readonly Replacement _replacement = new(options);
    private readonly ValueTail _tail = new();
    private readonly FindingCounts _counts = new(rules);
    /// <summary>How much before a value says by what mark it ends.</summary>
    private const int Opening = 2;

    private readonly List<RawHit> _hits = [];
    private readonly List<RawHit> _findings = [];
    private readonly List<Range> _labels = [];

    /// <summary>Of at least this size; many small texts do not pay for one each.</summary>
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Chunk + (2 * Overlaps.LongestGroup) + (2 * Candidate.After));

    private byte[] _hidden = [];

    /// <summary>Where the buffer begins in the text; all other places are in the buffer.</summary>
    private long _origin;
    private int _filled;

    /// <summary>How much of the buffer was ever in use.</summary>
    private int _most;
    private int _scanned;
    private int _settled;
    private int _copied;
    private int _lined;
    private long _line = 1;
    private Rule? _tailRule;

    /// <exception cref="IOException">A stream fails.</exception>
    internal (long Length, IReadOnlyList<RuleCount> Counts) Run(Stream input, CancellationToken cancellation)
    {
        try
        {
            int read;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                read = input.Read(_buffer.AsSpan(_filled, Math.Min(Chunk, _buffer.Length - _filled)));
                _filled += read;
                _most = Math.Max(_most, _filled);
                Advance(final: read == 0);
                output?.Flush();
                Discard();
            }
            while (read > 0);
            return (_origin + _filled, _counts.ToList());
        }
        catch
        {
            // A stream that fails may have written beyond what it said.
            _most = _buffer.Length;
            throw;
        }
        finally
        {
            // What was found must not be found in the memory of the process afterwards.
            _buffer.AsSpan(0, _most).Clear();
            _hidden.AsSpan().Clear();
            _scanner.Forget();
            _secondLook.Forget();
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private ReadOnlySpan<byte> Text => _buffer.AsSpan(0, _filled);

    private void Advance(bool final)
    {
        var lineEnd = _scanned + Text[_scanned..].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var to = final ? _filled : Math.Max(lineEnd, _filled - Candidate.After);
        var from = _scanned;
        if (to > _scanned)
        {
            _hits.Clear();
            _scanner.Find(Labels.Hide(Text, rules, ref _hidden, _labels), _origin, _scanned, to, _hits);
            foreach (var label in _labels)
                if (label.Start.Value >= _scanned && label.Start.Value < to)
                    _hits.Add(RawHit.OfLabel(label));
            _overlaps.Add(_hits);
            // Nothing reaches over the end of a line; within one, a literal may still lead to what began before it.
            _settled = final || to == lineEnd ? to : Math.Max(Math.Max(lineEnd, _settled), to - Reach);
            _scanned = to;
        }
        _findings.Clear();
        _overlaps.Settle(_settled, _findings);
        _secondLook.Complete(Text, from, to, _findings);
        foreach (var finding in _findings)
            Take(finding);
        CopyUpTo(Math.Min(_settled, _overlaps.FirstPending));
    }

    private void Take(RawHit hit)
    {
        var rule = rules.Rules[hit.Rule];
        var value = Text.Slice(hit.Start, hit.Length);
        var redacted = options.Redacts(rule, hit.Confidence);
        if (!hit.GoesOn)
        {
            _counts.Add(hit.Rule, hit.Confidence, redacted);
            each?.Invoke(new(rule, hit.Confidence, _origin + hit.Start, hit.Length, LineOf(hit.Start), Fingerprint.Of(value, options.Key.Span), redacted));
        }
        if (!redacted || output is null)
            return;
        CopyUpTo(hit.Start);
        if (_tail.IsOpen && TakeTail(hit.Length) == hit.Length)
            return;
        _replacement.Write(rule, value, output);
        _copied = hit.End;
        _tail.Open(Text[..hit.Start], hit.Length);
        _tailRule = rule;
    }

    /// <summary>Replaces what goes on of the value before.</summary>
    private int TakeTail(int most)
    {
        var taken = _tail.Take(Text[_copied..], most);
        _replacement.WriteMore(_tailRule!, taken, output!);
        _copied += taken;
        return taken;
    }

    private void CopyUpTo(int end)
    {
        if (end > _copied && _tail.IsOpen)
            TakeTail(end - _copied);
        if (end <= _copied)
            return;
        output?.Write(Text[_copied..end]);
        _copied = end;
    }

    private long LineOf(int at)
    {
        if (at > _lined)
            _line += LineFeeds.CountIn(Text[_lined..at]);
        _lined = Math.Max(_lined, at);
        return _line;
    }

    /// <summary>Lets go of what is copied, but for what a candidate may look back at.</summary>
    private void Discard()
    {
        var gone = Math.Min(_copied - Opening, _scanned - Reach);
        if (gone <= 0)
            return;
        if (each is not null)
            LineOf(gone);
        Text[gone..].CopyTo(_buffer);
        _overlaps.Move(gone);
        _origin += gone;
        _filled -= gone;
        _scanned -= gone;
        _settled -= gone;
        _copied -= gone;
        _lined -= gone;
    }
}
