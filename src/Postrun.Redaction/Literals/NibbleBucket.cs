namespace Postrun.Redaction.Literals;

/// <summary>The windows of one bucket of <see cref="NibbleTables"/>, as far as its tables tell them apart.</summary>
internal sealed class NibbleBucket
{
    private const int Buckets = 16;

    /// <summary>How often each window may move. Measured: after the second round a tenth less passes than after the first.</summary>
    private const int Rounds = 2;

    private readonly HashSet<NibbleWindow> _windows = [];
    private NibbleWindow _all;
    private ulong[][] _places = OrdinaryText.PlacesOf(default(NibbleWindow));
    private double _frequency;

    /// <summary>Fills tables in which as little of an ordinary text as may be passes: windows that share bytes go together.</summary>
    internal static void Fill(IReadOnlyList<LiteralWindow> literals, ushort[] low, ushort[] high)
    {
        // What stands most often comes first, as long as there is a choice. Short ones that differ at the end only are as good as one.
        NibbleWindow[] windows =
        [
            .. literals.GroupBy(static literal => literal.Length < LiteralWindow.Longest ? literal.Folded & 0xFFFF : literal.Folded)
                .OrderByDescending(static alike => OrdinaryText.FrequencyOf(alike.First()))
                .Select(static alike => alike.Select(NibbleWindow.Of).Aggregate(static (one, other) => one.With(other))).Distinct(),
        ];
        NibbleBucket[] buckets = [.. Enumerable.Range(0, Buckets).Select(static _ => new NibbleBucket())];
        foreach (var window in windows)
            Best(buckets, window).Add(window);
        for (var round = 0; round < Rounds; round++)
            foreach (var window in windows)
            {
                buckets.First(bucket => bucket._windows.Contains(window)).Remove(window);
                Best(buckets, window).Add(window);
            }
        for (var bucket = 0; bucket < Buckets; bucket++)
            buckets[bucket]._all.Fill(low, high, (ushort)(1 << bucket));
    }

    private static NibbleBucket Best(NibbleBucket[] buckets, NibbleWindow window) => buckets.MinBy(bucket => bucket.CostOf(window))!;

    /// <summary>How much more often the bucket will let something pass with this window.</summary>
    private double CostOf(NibbleWindow window) => FrequencyWith(window) - _frequency;

    private double FrequencyWith(NibbleWindow window) => OrdinaryText.FrequencyOf(_all.With(window), _places, window.Without(_all));

    private void Add(NibbleWindow window)
    {
        _windows.Add(window);
        Take(_all.With(window));
    }

    private void Remove(NibbleWindow window)
    {
        _windows.Remove(window);
        Take(_windows.Aggregate(default(NibbleWindow), static (all, each) => all.With(each)));
    }

    private void Take(NibbleWindow all)
    {
        (_all, _places) = (all, OrdinaryText.PlacesOf(all));
        _frequency = FrequencyWith(default);
    }
}
