using Postrun.Model;

namespace Postrun.Planning;

/// <summary>One effect over a part of the tree: why, and how much of it there is.</summary>
internal sealed class Label(int effect)
{
    /// <summary>A report names the first few processes; who wants all of them has lsof(8).</summary>
    private const int MaxHolders = 16;

    private readonly List<Decision> decisions = new(1);
    private SortedSet<string>? holders;

    public int Effect => effect;

    public long Files { get; private set; }

    public long Directories { get; private set; }

    public long Bytes { get; private set; }

    public IReadOnlyCollection<string> Holders => holders ?? (IReadOnlyCollection<string>)[];

    public Treatment Treatment => decisions[0].Treatment;

    public Label Because(Decision decision)
    {
        if (!decisions.Contains(decision))
            decisions.Add(decision);
        return this;
    }

    public void AddFile(long bytes)
    {
        Files++;
        Bytes += bytes;
    }

    public void AddDirectory(long bytes)
    {
        Directories++;
        Bytes += bytes;
    }

    public void AddHolders(IEnumerable<string> processes)
    {
        holders ??= new(StringComparer.Ordinal);
        foreach (var process in processes)
            if (holders.Count < MaxHolders)
                holders.Add(process);
    }

    public void Add(Label other)
    {
        foreach (var decision in other.decisions)
            Because(decision);
        Files += other.Files;
        Directories += other.Directories;
        Bytes += other.Bytes;
        if (other.holders is not null)
            AddHolders(other.holders);
    }

    /// <summary>The decision, with the reasons of all that it stands for.</summary>
    public Decision Decision => decisions.Count == 1
        ? decisions[0]
        : decisions[0] with { Reasons = [.. decisions.SelectMany(d => d.Reasons).Distinct().OrderBy(static r => r.Rule, StringComparer.Ordinal).ThenBy(static r => r.Fact, StringComparer.Ordinal)] };
}
