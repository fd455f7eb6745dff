using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Which patterns match a directory, and so everything beneath it.</summary>
/// <param name="LedTo">Whether a symbolic link that is kept leads here.</param>
internal readonly record struct Matches(int Evidence, int Keep, int Intermediate, int Transient, int Log, bool InPackage, bool LedTo)
{
    public static readonly Matches None = new(-1, -1, -1, -1, -1, false, false);
}

/// <summary>A part of the tree whose effect differs from what is around it.</summary>
internal sealed record Labelled(byte[] Path, ItemType Type, Label Label);

/// <summary>
/// What the inventory knows of one directory, from when it is named until it is folded into its parent.
/// </summary>
internal sealed class DirectoryTally(InventoryRoot root, Matches named)
{
    /// <summary>Up to this many files are remembered by name, so that the label of the directory is a free choice.</summary>
    public const int RememberedFiles = 8;

    private readonly List<(byte[] Name, Label Label)> children = [];
    private List<Labelled> exceptions = [];

    public InventoryRoot Root => root;

    /// <summary>By its name; what is found by its identity is added when it is entered.</summary>
    public Matches Matches { get; set; } = named;

    /// <summary>What the policy says of the directory itself; holds where it is empty. Set when it is entered.</summary>
    public Decision Own { get; set; } = null!;

    public long OwnBytes { get; set; }

    /// <summary>The listing broke off: the directory keeps what was not seen, whatever is beneath it.</summary>
    public bool Broken { get; set; }

    /// <summary>Files that are not remembered by name: all of one effect.</summary>
    public Label? Bulk { get; set; }

    /// <summary>Files remembered by name.</summary>
    public List<(byte[] Name, ItemType Type, Label Label)> Files { get; } = [];

    /// <summary>Folds a finished child in; children finish on several threads.</summary>
    public void Add(byte[] name, Label label, List<Labelled> beneath)
    {
        lock (children)
        {
            children.Add((name, label));
            // The longer list takes the shorter one, so that deep trees cost no quadratic copying.
            var (longer, shorter) = exceptions.Count >= beneath.Count ? (exceptions, beneath) : (beneath, exceptions);
            longer.AddRange(shorter);
            exceptions = longer;
        }
    }

    /// <summary>Chooses one label for the directory and lists what differs from it.</summary>
    public (Label Label, List<Labelled> Exceptions) Fold(ReadOnlySpan<byte> path, Effects effects, bool isRoot)
    {
        var label = new Label(Dominant(effects));
        var here = new UnixPath(path);
        if (Bulk is not null)
            label.Add(Bulk);
        foreach (var (name, type, file) in Files)
            Take(label, here, name, type, file);
        foreach (var (name, child) in children)
            Take(label, here, name, ItemType.Directory, child);
        if (effects.Of(Own) == label.Effect)
            label.Because(Own);
        // A directory goes only when everything in it does; a root stays, emptied.
        if (!isRoot && label.Treatment == Treatment.Delete && exceptions.TrueForAll(e => e.Label.Treatment == Treatment.Delete))
            label.AddDirectory(OwnBytes);
        return (label, exceptions);
    }

    private void Take(Label label, UnixPath here, byte[] name, ItemType type, Label part)
    {
        if (part.Effect == label.Effect)
            label.Add(part);
        else
            exceptions.Add(new(here.Join(name).Bytes.ToArray(), type, part));
    }

    private int Dominant(Effects effects)
    {
        if (Broken)
            return effects.Of(Own);
        if (Bulk is not null)
            return Bulk.Effect;
        var weights = Files.Select(f => f.Label.Effect).Concat(children.Select(c => c.Label.Effect)).CountBy(e => e).ToList();
        if (weights.Count == 0)
            return effects.Of(Own);
        // Of equally frequent ones the directory's own, so that the label does not depend on the order of listing.
        var own = effects.Of(Own);
        return weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key == own ? 0 : 1).ThenBy(w => w.Key).First().Key;
    }
}
