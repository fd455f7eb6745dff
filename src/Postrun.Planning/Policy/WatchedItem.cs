using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Lets a policy decide, and remembers what it was told of one item.</summary>
/// <param name="path">Absolute.</param>
public sealed class WatchedItem(IRetentionPolicy policy, UnixPath path) : IRetentionPolicy
{
    private volatile SeenItem? seen;

    public PolicyIdentity Identity => policy.Identity;

    /// <summary>As the last look at the workspace saw it, which knows most; <see langword="null"/> where it was not met.</summary>
    public SeenItem? Seen => seen;

    public Decision Decide(in ItemFacts facts)
    {
        var decision = policy.Decide(facts);
        if (facts.Path.Length <= path.Bytes.Length && path.Bytes.EndsWith(facts.Path) && facts.Root.Join(facts.Path) == path)
            seen = new(new(facts), decision);
        return decision;
    }

    public bool Answer(CancellationToken cancellation) => policy.Answer(cancellation);
}

/// <summary>What became of an item, and on which facts.</summary>
public sealed record SeenItem(KnownFacts Facts, Decision Decision);

/// <summary>The facts of an item, to keep.</summary>
public sealed class KnownFacts
{
    private readonly UnixPath root;
    private readonly UnixPath path;
    private readonly RootOrigin origin;
    private readonly string? cache;
    private readonly (int Evidence, int Keep, int Intermediate, int Transient) declared;
    private readonly (bool InPackage, bool LinkedToKept, bool LedToByKept) bound;
    private readonly long modifiedTicks;

    public KnownFacts(in ItemFacts facts)
    {
        (root, path, origin, cache, modifiedTicks) = (facts.Root, new(facts.Path), facts.Origin, facts.Cache, facts.ModifiedTicks);
        declared = (facts.Evidence, facts.Keep, facts.Intermediate, facts.Transient);
        bound = (facts.InPackage, facts.LinkedToKept, facts.LedToByKept);
        (Type, Size) = (facts.Type, facts.Size);
    }

    public ItemType Type { get; }

    public long Size { get; }

    public ItemFacts Facts => new()
    {
        Root = root,
        Path = path.Bytes,
        Type = Type,
        Size = Size,
        ModifiedTicks = modifiedTicks,
        Origin = origin,
        Cache = cache,
        Evidence = declared.Evidence,
        Keep = declared.Keep,
        Intermediate = declared.Intermediate,
        Transient = declared.Transient,
        InPackage = bound.InPackage,
        LinkedToKept = bound.LinkedToKept,
        LedToByKept = bound.LedToByKept,
    };
}
