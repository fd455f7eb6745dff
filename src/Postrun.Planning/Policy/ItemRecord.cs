using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>The values that the facts of items are made of: each once for the whole run.</summary>
internal sealed class FactValues(RunDescriptor descriptor)
{
    private readonly RegoArray evidence = RunFacts.Patterns(descriptor.Workspace.Evidence);
    private readonly RegoArray keep = RunFacts.Patterns(descriptor.Workspace.Keep);
    private readonly RegoArray intermediate = RunFacts.Patterns(descriptor.Workspace.Intermediate);
    private readonly RegoArray transient = RunFacts.Patterns(descriptor.Workspace.Transient);

    public RegoValue Evidence(int index) => At(evidence, index);

    public RegoValue Keep(int index) => At(keep, index);

    public RegoValue Intermediate(int index) => At(intermediate, index);

    public RegoValue Transient(int index) => At(transient, index);

    private static RegoValue At(RegoArray patterns, int index) => index < 0 ? RegoNull.Value : patterns[index];
}

/// <summary>The input of a policy: the facts of one item, in one object that is filled again for the next.</summary>
internal sealed class ItemRecord(FactValues known)
{
    private static readonly RegoShape Shape = new(
        "root", "origin", "cache", "path", "type", "size", "modified_ns", "in_package", "evidence", "keep", "intermediate", "transient", "linked_to_kept", "led_to_by_kept");

    private static readonly int Root = Shape.PlaceOf("root");
    private static readonly int Origin = Shape.PlaceOf("origin");
    private static readonly int Cache = Shape.PlaceOf("cache");
    private static readonly int Path = Shape.PlaceOf("path");
    private static readonly int Type = Shape.PlaceOf("type");
    private static readonly int Size = Shape.PlaceOf("size");
    private static readonly int Modified = Shape.PlaceOf("modified_ns");
    private static readonly int InPackage = Shape.PlaceOf("in_package");
    private static readonly int Evidence = Shape.PlaceOf("evidence");
    private static readonly int Keep = Shape.PlaceOf("keep");
    private static readonly int Intermediate = Shape.PlaceOf("intermediate");
    private static readonly int Transient = Shape.PlaceOf("transient");
    private static readonly int LinkedToKept = Shape.PlaceOf("linked_to_kept");
    private static readonly int LedToByKept = Shape.PlaceOf("led_to_by_kept");

    /// <summary>What differs from item to item even where the descriptor says the same of both.</summary>
    public static readonly IReadOnlySet<string> OwnFields = new HashSet<string> { "root", "path", "size", "modified_ns" };

    private static readonly RegoString Workspace = new("workspace");
    private static readonly RegoString CacheOrigin = new("cache");

    private static readonly Dictionary<ItemType, RegoString> Types = new()
    {
        [ItemType.Unknown] = new("unknown"),
        [ItemType.Fifo] = new("fifo"),
        [ItemType.CharacterDevice] = new("characterDevice"),
        [ItemType.Directory] = new("directory"),
        [ItemType.BlockDevice] = new("blockDevice"),
        [ItemType.RegularFile] = new("file"),
        [ItemType.SymbolicLink] = new("symbolicLink"),
        [ItemType.Socket] = new("socket"),
    };

    private readonly RegoRecord record = new(Shape);
    private UnixPath lastRoot = UnixPath.Empty;
    private RegoString lastRootText = RegoString.Empty;

    /// <param name="own">Whether the fields that are the item's own are wanted.</param>
    public RegoRecord Fill(in ItemFacts facts, bool own)
    {
        if (own)
        {
            record.Set(Root, RootOf(facts.Root));
            record.Set(Path, new RegoString(new UnixPath(facts.Path).ToString()));
            record.Set(Size, RegoNumber.Of(facts.Size));
            record.Set(Modified, RegoNumber.Of((facts.ModifiedTicks - DateTime.UnixEpoch.Ticks) * 100));
        }
        record.Set(Origin, facts.Origin == RootOrigin.Cache ? CacheOrigin : Workspace);
        record.Set(Cache, facts.Cache is null ? RegoNull.Value : new RegoString(facts.Cache));
        record.Set(Type, Types.GetValueOrDefault(facts.Type, Types[ItemType.Unknown]));
        record.Set(InPackage, RegoBoolean.Of(facts.InPackage));
        record.Set(Evidence, known.Evidence(facts.Evidence));
        record.Set(Keep, known.Keep(facts.Keep));
        record.Set(Intermediate, known.Intermediate(facts.Intermediate));
        record.Set(Transient, known.Transient(facts.Transient));
        record.Set(LinkedToKept, RegoBoolean.Of(facts.LinkedToKept));
        record.Set(LedToByKept, RegoBoolean.Of(facts.LedToByKept));
        return record;
    }

    /// <summary>Items come root by root.</summary>
    private RegoString RootOf(UnixPath root)
    {
        if (lastRoot != root)
            (lastRoot, lastRootText) = (root, new(root.ToString()));
        return lastRootText;
    }
}
