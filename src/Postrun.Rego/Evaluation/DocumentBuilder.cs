namespace Postrun.Rego;

/// <summary>A set that rules are adding to.</summary>
internal sealed class OpenSet
{
    private RegoSet? closed;

    public HashSet<RegoValue> Items { get; } = [];

    /// <summary>No rule adds to it from here on.</summary>
    public RegoSet Close() => closed ??= Made();

    private RegoSet Made()
    {
        Effort.Copy(Items.Count);
        return RegoSet.Of(Items);
    }
}

/// <summary>An object that rules are adding to; its entries are values, or open sets and objects again.</summary>
internal sealed class OpenObject
{
    private RegoObject? closed;

    public Dictionary<RegoValue, object> Entries { get; } = [];

    public OpenObject Object(RegoValue key)
    {
        if (!Entries.TryGetValue(key, out var entry))
            Entries.Add(key, entry = new OpenObject());
        return entry as OpenObject ?? throw Conflict.ObjectKeys();
    }

    public OpenSet Set(RegoValue key)
    {
        if (!Entries.TryGetValue(key, out var entry))
            Entries.Add(key, entry = new OpenSet());
        return entry as OpenSet ?? throw Conflict.ObjectKeys();
    }

    public void Add(RegoValue key, RegoValue value)
    {
        if (Entries.TryAdd(key, value))
            return;
        if (Entries[key] is not RegoValue known || !known.Equals(value))
            throw Conflict.ObjectKeys();
    }

    /// <summary>Adds an entry that may be open itself.</summary>
    public void Merge(RegoValue key, object entry)
    {
        switch (entry)
        {
            case RegoValue value:
                Add(key, value);
                break;
            case OpenSet set:
                Effort.Copy(set.Items.Count);
                Set(key).Items.UnionWith(set.Items);
                break;
            case OpenObject entries:
                Object(key).Merge(entries);
                break;
        }
    }

    /// <param name="place">Where a contradiction is said to be.</param>
    public void Merge(RegoValue key, object entry, SourcePlace? place)
    {
        try
        {
            Merge(key, entry);
        }
        catch (RegoException e) when (e is { Code: Conflict.Code, Place: null })
        {
            throw Conflict.ObjectKeys(place);
        }
    }

    public void Merge(OpenObject other)
    {
        Effort.Visit(0);
        Effort.Copy(other.Entries.Count);
        foreach (var (key, entry) in other.Entries)
            Merge(key, entry);
    }

    /// <summary>Adds base data; where rules give a value at the same path, the document as a whole shows the base data.</summary>
    public void Underlay(RegoObject under)
    {
        Effort.Visit(0);
        Effort.Copy(under.Count);
        foreach (var (key, value) in under)
        {
            if (value is RegoObject beneath && Entries.GetValueOrDefault(key) is OpenObject open)
                open.Underlay(beneath);
            else
                Entries[key] = value;
        }
    }

    public void Overlay(Override over)
    {
        foreach (var (key, child) in over.Children)
        {
            if (child.Value is { } value)
            {
                Entries[key] = value;
                continue;
            }
            var open = Entries.GetValueOrDefault(key) as OpenObject;
            if (open is null)
            {
                open = new();
                if (Entries.TryGetValue(key, out var known) && known is RegoObject entries)
                    open.Underlay(entries);
                Entries[key] = open;
            }
            open.Overlay(child);
        }
    }

    public static RegoValue Close(object entry) => entry switch
    {
        RegoValue value => value,
        OpenSet set => set.Close(),
        var entries => ((OpenObject)entries).Close(),
    };

    private RegoObject Close()
    {
        if (closed is not null)
            return closed;
        Effort.Visit(0);
        Effort.Copy(Entries.Count);
        return closed = RegoObject.Of(Entries.ToDictionary(static pair => pair.Key, static pair => Close(pair.Value)));
    }

    public static object? Child(object? entry, RegoValue key) => entry switch
    {
        OpenObject entries => entries.Entries.GetValueOrDefault(key),
        OpenSet set => set.Items.Contains(key) ? key : null,
        RegoValue value => Indexing.Get(value, key),
        _ => null,
    };
}
