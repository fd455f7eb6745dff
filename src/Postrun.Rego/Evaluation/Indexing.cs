namespace Postrun.Rego;

/// <summary>Arrays, objects and sets seen alike: entries with a key and a value; the elements of a set are both.</summary>
internal static class Indexing
{
    /// <summary><see langword="null"/> where there is no such key, or the value has no entries at all.</summary>
    public static RegoValue? Get(RegoValue value, RegoValue key) => value switch
    {
        RegoObject entries => entries.Get(key),
        RegoArray array => array.Get(key),
        RegoSet set => set.Contains(key) ? key : null,
        _ => null,
    };

    public static int Count(RegoValue value) => value switch
    {
        RegoObject entries => entries.Count,
        RegoArray array => array.Count,
        RegoSet set => set.Count,
        _ => 0,
    };

    public static RegoValue KeyAt(RegoValue value, int index) => value switch
    {
        RegoObject entries => entries.KeyAt(index),
        RegoSet set => set[index],
        _ => RegoNumber.Of(index),
    };

    public static RegoValue ValueAt(RegoValue value, int index) => value switch
    {
        RegoObject entries => entries.ValueAt(index),
        RegoSet set => set[index],
        _ => ((RegoArray)value)[index],
    };
}
