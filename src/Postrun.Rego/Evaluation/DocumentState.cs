namespace Postrun.Rego;

/// <summary>
/// A place in a document on the way along a reference. In the data that is up to four things at once: rules, what rules
/// further up give for this place, base data, and what stands in for any of them.
/// </summary>
internal struct DocumentState
{
    private RuleNode? node;
    private object? open;
    private RegoValue? under;
    private Override? over;
    private bool fromBase;

    /// <summary>The value, where it is nothing but a value.</summary>
    public RegoValue? Plain { get; private set; }

    public static DocumentState Of(RegoValue value) => new() { Plain = value };

    public static DocumentState OfData(RuleNode root, RegoValue data, Override? over)
    {
        var state = new DocumentState { node = root, under = data, over = over };
        if (over?.Value is { } value)
            state.Plain = value;
        return state;
    }

    /// <returns>False where nothing stands there.</returns>
    public bool MoveTo(RegoEvaluator evaluator, RegoValue key)
    {
        if (Plain is { } plain)
            return (Plain = fromBase ? BaseEntry(plain, key) : Indexing.Get(plain, key)) is not null;
        over = over?.Child(key);
        if (over?.Value is { } replaced)
        {
            Plain = replaced;
            return true;
        }
        var given = OpenObject.Child(open, key);
        if (node is { Kind: RuleKind.Object })
            given = Together(given, OpenObject.Child(evaluator.Given(node), key), node.Place);
        open = given;
        under = under is null ? null : BaseEntry(under, key);
        node = node?.Child(key);
        // Rules with computed keys and a rule of this very path give one document together.
        if (open is not null && node is { Kind: RuleKind.Complete or RuleKind.Set })
            (open, node) = (Together(open, evaluator.Own(node), node.Place), null);
        return Settle(evaluator);
    }

    /// <summary>Moves where that needs no rule to be evaluated and leads to one thing only: base data, or rules.</summary>
    public bool TryLink(RegoValue key)
    {
        if (Plain is { } plain)
        {
            if (BaseEntry(plain, key) is not { } entry)
                return false;
            Plain = entry;
            return true;
        }
        if (node is not { Kind: RuleKind.None })
            return false;
        var beneath = under is null ? null : BaseEntry(under, key);
        if (node.Child(key) is { } child)
        {
            if (child.Kind != RuleKind.None)
                return false;
            (node, under) = (child, beneath);
            return true;
        }
        if (beneath is null)
            return false;
        (node, under, Plain, fromBase) = (null, null, beneath, true);
        return true;
    }

    /// <summary>The rules that are all there is at a key; <see langword="null"/> where there is something else too, or something beneath.</summary>
    public readonly RuleNode? Rule(RegoValue key) =>
        Plain is null && node is { Kind: RuleKind.None } && node.Child(key) is { HasChildren: false, Kind: RuleKind.Complete or RuleKind.Set or RuleKind.Object } child
        && (under is null || BaseEntry(under, key) is null) ? child : null;

    /// <summary>The keys that may stand here, in order.</summary>
    public readonly IEnumerable<RegoValue> Keys(RegoEvaluator evaluator)
    {
        var keys = new SortedSet<RegoValue>();
        AddKeys(keys, open);
        if (node is not null)
        {
            keys.UnionWith(node.ChildKeys);
            if (node.Kind == RuleKind.Object)
                AddKeys(keys, evaluator.Given(node));
        }
        AddKeys(keys, under);
        if (over is not null)
            keys.UnionWith(over.Children.Keys);
        return keys;
    }

    /// <summary><see langword="null"/> where nothing stands here.</summary>
    public readonly RegoValue? ToValue(RegoEvaluator evaluator)
    {
        if (Plain is not null)
            return Plain;
        if (node is not null && open is null && over is null)
            return Above(under, evaluator.Extent(node));
        var all = new OpenObject();
        if (node is not null)
            evaluator.AddExtent(node, all);
        if (open is OpenObject entries)
            all.Merge(entries);
        else if (open is not null)
            return OpenObject.Close(all.Entries.Count == 0 ? open : Together(all, open, node?.Place)!);
        if (under is RegoObject beneath)
            all.Underlay(beneath);
        if (over is not null)
            all.Overlay(over);
        return OpenObject.Close(all);
    }

    /// <summary>Becomes plain where nothing else can come of it.</summary>
    private bool Settle(RegoEvaluator evaluator)
    {
        if (over is not null)
            return true;
        if (node is null)
        {
            if (open is null)
            {
                fromBase = true;
                return (Plain = under) is not null;
            }
            if (open is not OpenObject || under is null)
                Plain = OpenObject.Close(open);
            return true;
        }
        if (node.Kind == RuleKind.Function)
            return node.HasChildren;
        if (node.HasChildren || open is not null || node.Kind == RuleKind.None)
            return true;
        if (evaluator.Extent(node) is not { } extent)
            return (Plain = under) is not null;
        Plain = Above(under, extent);
        return true;
    }

    /// <summary>Base data is addressed by paths of text: 2 stands for "2" there.</summary>
    private static RegoValue? BaseEntry(RegoValue document, RegoValue key) =>
        Indexing.Get(document, key) ?? (key is RegoNumber number && document is RegoObject entries ? entries.Get(number.Text) : null);

    private static RegoValue? Above(RegoValue? under, RegoValue? extent)
    {
        if (extent is null)
            return under;
        if (under is not RegoObject beneath || extent is not RegoObject rules)
            return extent;
        return Merge(rules, beneath);
    }

    /// <summary>As <see cref="OpenObject.Underlay"/>.</summary>
    private static RegoObject Merge(RegoObject rules, RegoObject beneath)
    {
        Effort.Visit(0);
        Effort.Copy(rules.Count + beneath.Count);
        var merged = new Dictionary<RegoValue, RegoValue>(rules);
        foreach (var (key, value) in beneath)
            merged[key] = value is RegoObject below && merged.GetValueOrDefault(key) is RegoObject above ? Merge(above, below) : value;
        return RegoObject.Of(merged);
    }

    private static object? Together(object? first, object? second, SourcePlace? place)
    {
        if (first is null || second is null)
            return first ?? second;
        var both = new OpenObject();
        both.Merge(RegoNull.Value, first, place);
        both.Merge(RegoNull.Value, second, place);
        return both.Entries[RegoNull.Value];
    }

    private static void AddKeys(SortedSet<RegoValue> keys, object? entries)
    {
        switch (entries)
        {
            case OpenObject all:
                Effort.Copy(all.Entries.Count);
                keys.UnionWith(all.Entries.Keys);
                break;
            case OpenSet set:
                Effort.Copy(set.Items.Count);
                keys.UnionWith(set.Items);
                break;
            case RegoValue value:
                Effort.Copy(Indexing.Count(value));
                for (var i = 0; i < Indexing.Count(value); i++)
                    keys.Add(Indexing.KeyAt(value, i));
                break;
        }
    }
}
