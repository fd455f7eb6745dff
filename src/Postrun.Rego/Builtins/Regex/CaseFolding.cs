using System.Text;

namespace Postrun.Rego;

/// <summary>Code points that differ in case only.</summary>
internal static class CaseFolding
{
    /// <summary>What the framework's mappings do not bring together.</summary>
    private static readonly string[] Extra =
    [
        "Kk\u212A", "Ss\u017F", "\u00C5\u00E5\u212B", "\u00B5\u039C\u03BC", "\u03A9\u03C9\u2126", "\u0392\u03B2\u03D0", "\u0395\u03B5\u03F5",
        "\u0398\u03B8\u03D1\u03F4", "\u0399\u03B9\u0345\u1FBE", "\u039A\u03BA\u03F0", "\u03A0\u03C0\u03D6", "\u03A1\u03C1\u03F1",
        "\u03A3\u03C2\u03C3", "\u03A6\u03C6\u03D5", "\u00DF\u1E9E", "\u1E60\u1E61\u1E9B", "\u01C4\u01C5\u01C6", "\u01C7\u01C8\u01C9",
        "\u01CA\u01CB\u01CC", "\u01F1\u01F2\u01F3",
    ];

    private static readonly Lazy<Dictionary<int, int[]>> Orbits = new(FindOrbits);

    public static RuneSet Fold(RuneSet set)
    {
        var all = new List<(int, int)>();
        all.AddRange(set.Ranges);
        foreach (var (from, to) in set.Ranges)
        {
            // Letters with case are few: look at them, not at a million code points.
            if (to - from < Orbits.Value.Count)
            {
                for (var i = from; i <= to; i++)
                    Add(i);
                continue;
            }
            foreach (var codePoint in Orbits.Value.Keys)
            {
                if (codePoint >= from && codePoint <= to)
                    Add(codePoint);
            }
        }
        return RuneSet.Of(all);

        void Add(int codePoint)
        {
            foreach (var other in Orbits.Value.GetValueOrDefault(codePoint) ?? [])
                all.Add((other, other));
        }
    }

    private static Dictionary<int, int[]> FindOrbits()
    {
        var groups = new Dictionary<int, SortedSet<int>>();
        for (var i = 0; i < 0x1F000; i++)
        {
            if (!Rune.TryCreate(i, out var rune))
                continue;
            Join(i, Rune.ToUpperInvariant(rune).Value);
            Join(i, Rune.ToLowerInvariant(rune).Value);
        }
        foreach (var letters in Extra)
        {
            foreach (var letter in letters)
                Join(letters[0], letter);
        }
        return groups.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray());

        void Join(int left, int right)
        {
            if (left == right)
                return;
            var joined = groups.GetValueOrDefault(left) ?? [left];
            joined.UnionWith(groups.GetValueOrDefault(right) ?? [right]);
            foreach (var member in joined)
                groups[member] = joined;
        }
    }
}
