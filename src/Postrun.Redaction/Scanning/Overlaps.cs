using System.Runtime.InteropServices;

namespace Postrun.Redaction.Scanning;

/// <summary>Makes findings of what the rules say: what overlaps becomes one, and the most specific rule gives it its name.</summary>
internal sealed class Overlaps(RuleSet rules)
{
    /// <summary>What overlaps on and on is cut after so many bytes, so that it need not all be kept.</summary>
    internal const int LongestGroup = 64 * 1024;

    private readonly List<RawHit> _pending = [];
    private readonly List<RawHit> _labels = [];
    private int _taken;

    /// <summary>Where the first hit begins that is not yet part of a finding; <see cref="int.MaxValue"/> where there is none.</summary>
    internal int FirstPending => _pending.Count == 0 ? int.MaxValue : Math.Max(_taken, _pending[0].Start);

    /// <summary>Another text begins.</summary>
    internal void Restart()
    {
        _pending.Clear();
        _taken = 0;
    }

    /// <summary>Takes in further hits, in any order.</summary>
    internal void Add(List<RawHit> hits) => _pending.AddRange(hits);

    /// <summary>Adds the findings that end up to <paramref name="settled"/>, in order and apart from each other: no further hit will begin before it.</summary>
    internal void Settle(int settled, List<RawHit> findings)
    {
        if (_pending.Count == 0)
            return;
        _pending.Sort(static (left, right) => (left.Start, -left.Length, left.Rule).CompareTo((right.Start, -right.Length, right.Rule)));
        var hits = CollectionsMarshal.AsSpan(_pending);
        var next = 0;
        while (next < hits.Length)
        {
            var (start, end, after) = (hits[next].Start, hits[next].End, next + 1);
            while (after < hits.Length && hits[after].Start < end && hits[after].Start - start < LongestGroup)
                end = Math.Max(end, hits[after++].End);
            if (end > settled)
                break;
            Resolve(hits[next..after], findings);
            next = after;
        }
        _pending.RemoveRange(0, next);
    }

    /// <summary>The bytes at hand lose their beginning.</summary>
    internal void Move(int by)
    {
        _taken -= by;
        foreach (ref var hit in CollectionsMarshal.AsSpan(_pending))
            hit = hit with { Start = hit.Start - by };
    }

    private void Resolve(ReadOnlySpan<RawHit> group, List<RawHit> findings)
    {
        _labels.Clear();
        foreach (var hit in group)
            if (hit.Rule == RawHit.Label)
                _labels.Add(hit);
        // What is left of a group that was cut may begin before the bytes at hand.
        var (start, end, best) = (0, int.MinValue, -1);
        for (var i = 0; i < group.Length; i++)
        {
            if (group[i].Rule == RawHit.Label)
                continue;
            if (best < 0 || group[i].Start >= end)
            {
                Take(group, best, start, end, findings);
                (start, end, best) = (group[i].Start, group[i].End, i);
                continue;
            }
            end = Math.Max(end, group[i].End);
            best = rules.IsBetter(group[i], group[best]) ? i : best;
        }
        Take(group, best, start, end, findings);
    }

    /// <summary>A label within stays, and what is before and behind it is taken.</summary>
    private void Take(ReadOnlySpan<RawHit> group, int best, int start, int end, List<RawHit> findings)
    {
        if (best < 0)
            return;
        var goesOn = group[best].GoesOn;
        foreach (var label in _labels)
        {
            if (label.End <= start)
                continue;
            if (label.Start >= end)
                break;
            goesOn = TakePart(group[best] with { GoesOn = goesOn }, start, label.Start, findings) || goesOn;
            start = label.End;
        }
        TakePart(group[best] with { GoesOn = goesOn }, start, end, findings);
    }

    private bool TakePart(RawHit hit, int start, int end, List<RawHit> findings)
    {
        start = Math.Max(start, _taken);
        if (start >= end)
            return false;
        findings.Add(hit with { Start = start, Length = end - start });
        _taken = end;
        return true;
    }
}
