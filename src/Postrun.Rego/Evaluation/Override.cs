using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>Values by their path in the data, in place of what stands there.</summary>
internal sealed record Override(RegoValue? Value, ImmutableDictionary<RegoValue, Override> Children)
{
    public static readonly Override None = new(null, ImmutableDictionary<RegoValue, Override>.Empty);

    public Override? Child(RegoValue key) => Children.GetValueOrDefault(key);

    public Override With(ReadOnlySpan<RegoValue> path, RegoValue value)
    {
        if (path.IsEmpty)
            return None with { Value = value };
        if (Value is not null)
            return None with { Value = Insert(Value, path, value) };
        return this with { Children = Children.SetItem(path[0], (Child(path[0]) ?? None).With(path[1..], value)) };
    }

    /// <summary>The document with the value at the path; what is no object on the way becomes one.</summary>
    public static RegoValue Insert(RegoValue? document, ReadOnlySpan<RegoValue> path, RegoValue value)
    {
        if (path.IsEmpty)
            return value;
        Effort.Copy(document is RegoObject copied ? copied.Count + 1 : 1);
        var entries = document is RegoObject known ? new Dictionary<RegoValue, RegoValue>(known) : [];
        entries[path[0]] = Insert(entries.GetValueOrDefault(path[0]), path[1..], value);
        return RegoObject.Of(entries);
    }
}
