using Postrun.Redaction.Detection;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>
/// Asks the rules at every place of a text that is handed over part by part. What it finds depends on the text alone, not on where
/// the parts end.
/// </summary>
/// <param name="depth">How many encodings this text was taken out of: 0 for what was read.</param>
internal sealed class BlockScanner(RuleSet rules, SearchPath path, int depth)
{
    /// <summary>How much of the text is searched at a time: it stays in the cache for the second search.</summary>
    private const int Part = 16 * 1024;

    private readonly List<LiteralHit> _literals = [];
    private readonly List<ShapeHit> _shapes = [];
    private readonly List<LiteralHit> _inRun = [];
    private readonly List<LiteralHit> _escapes = [];
    private readonly Encodings _encodings = new(rules, path, depth);
    private LineView _lines;

    /// <summary>Where the next line of a private key begins, from the beginning of the stream; negative where there is none.</summary>
    private long _keyLine = -1;
    private KeyLines _key;

    /// <summary>Another text begins.</summary>
    internal void Restart()
    {
        _keyLine = -1;
        _encodings.Restart();
    }

    /// <summary>Leaves nothing of what was decoded in memory.</summary>
    internal void Forget() => _encodings.Forget();

    /// <summary>
    /// Adds what is found where a literal or a shape begins from <paramref name="from"/> up to <paramref name="to"/>. The text holds
    /// <see cref="Candidate.Before"/> bytes before, and <see cref="Candidate.After"/> bytes after, or begins or ends there, or a line does.
    /// </summary>
    /// <param name="origin">Where the text begins in its stream.</param>
    internal void Find(ReadOnlySpan<byte> text, long origin, int from, int to, List<RawHit> hits)
    {
        _lines.Reset();
        _encodings.MoveTo(origin);
        for (var at = from; at < to; at += Part)
        {
            var end = Math.Min(to, at + Part);
            _literals.Clear();
            rules.Everywhere.Find(text, at, end, path, _literals);
            foreach (var hit in _literals)
                Ask(text, origin, hit, hits);
            AskEscapes(text, hits);
            _shapes.Clear();
            ShapeSearch.Find(text, at, end, _shapes);
            foreach (var hit in _shapes)
                Ask(text, hit, hits);
            FollowKey(text, origin, end, hits);
        }
    }

    private void Ask(ReadOnlySpan<byte> text, long origin, LiteralHit hit, List<RawHit> hits)
    {
        var trigger = rules.Everywhere.TriggerOf(hit);
        var candidate = _lines.At(text, hit.At, rules.Everywhere.LengthOf(hit));
        switch (trigger.Kind)
        {
            case TriggerKind.Rules:
                Ask(trigger.Rules, candidate, hit.At, hits);
                break;
            case TriggerKind.KeyBlock when KeyBlock.Opens(candidate, out var titleEnd):
                FollowKey(text, origin, hit.At, hits);
                _key = KeyLines.OpenedBetween(candidate.Text[..candidate.At], candidate.Text[titleEnd..]);
                _keyLine = origin + hit.At - candidate.At + candidate.Text.Length + 1;
                break;
            case TriggerKind.Escape:
                _escapes.Add(hit);
                break;
        }
    }

    /// <summary>Long literals are found after short ones, and what is behind an escape is looked into once: so from the first on.</summary>
    private void AskEscapes(ReadOnlySpan<byte> text, List<RawHit> hits)
    {
        _escapes.Sort(static (left, right) => left.At.CompareTo(right.At));
        foreach (var hit in _escapes)
            _encodings.FindEscaped(_lines.At(text, hit.At, rules.Everywhere.LengthOf(hit)), hit.At, hits);
        _escapes.Clear();
    }

    private void Ask(ReadOnlySpan<byte> text, ShapeHit hit, List<RawHit> hits)
    {
        if (hit.Shape == Shape.ValueRun)
        {
            AskRun(text, hit.At, hits);
            return;
        }
        var asked = rules.Of(hit.Shape);
        if (asked.IsEmpty && hit.Shape != Shape.Base64Run)
            return;
        var candidate = _lines.At(text, hit.At, 1);
        Ask(asked, candidate, hit.At, hits);
        if (hit.Shape == Shape.Base64Run)
            _encodings.FindBase64(candidate, hit.At, hits);
    }

    /// <summary>What the first letters of a long value, or the name before it, give away.</summary>
    private void AskRun(ReadOnlySpan<byte> text, int at, List<RawHit> hits)
    {
        _inRun.Clear();
        rules.InRuns.Find(text, at, at + ValueRun.LengthAt(text[..Math.Min(text.Length, at + Candidate.After)], at), path, _inRun);
        if (_inRun.Count > 0)
            AskAll(rules.InRuns, text, hits);
        // No end of a line is passed: it is no part of a name, nor of what stands between it and a value.
        var before = Math.Max(0, at - Candidate.Before);
        if (!Assignment.TryFindName(text[before..], at - before, out var from, out var to))
            return;
        _inRun.Clear();
        rules.Names.Find(text, before + from, before + to, path, _inRun);
        if (_inRun.Count > 0)
            AskAll(rules.Names, text, hits);
    }

    private void AskAll(TriggerSearch search, ReadOnlySpan<byte> text, List<RawHit> hits)
    {
        foreach (var hit in _inRun)
            Ask(search.TriggerOf(hit).Rules, _lines.At(text, hit.At, search.LengthOf(hit)), hit.At, hits);
    }

    private void Ask(ReadOnlySpan<int> asked, in Candidate candidate, int at, List<RawHit> hits)
    {
        foreach (var index in asked)
            if (rules.Rules[index].TryFind(candidate, out var hit))
                hits.Add(new(index, at - candidate.At + hit.Start, hit.Length, hit.Confidence));
    }

    /// <summary>Goes through the lines of a private key that begin before <paramref name="end"/>.</summary>
    private void FollowKey(ReadOnlySpan<byte> text, long origin, int end, List<RawHit> hits)
    {
        while (_keyLine >= 0 && _keyLine < origin + end)
        {
            var start = (int)(_keyLine - origin);
            var limit = Math.Min(text.Length, start + Candidate.After);
            var lineEnd = start + (text[start..limit].IndexOfAny((byte)'\n', (byte)'\r') is var found && found >= 0 ? found : limit - start);
            var goesOn = _key.HasBody;
            var kind = _key.Read(text[start..lineEnd], out var value);
            if (kind == KeyLineKind.Body)
                hits.Add(new(rules.KeyBlockRule, start + value.Start.Value, value.End.Value - value.Start.Value, Confidence.Shape, goesOn));
            // A line that is longer than what is seen of it goes on as if a line began there.
            var ended = kind == KeyLineKind.End || (found < 0 && lineEnd - start < Candidate.After);
            _keyLine = ended ? -1 : origin + lineEnd + (found < 0 ? 0 : 1);
        }
    }
}
