namespace Postrun.Rego;

/// <summary>The keys that all records of one kind have.</summary>
public sealed class RegoShape
{
    private readonly Dictionary<RegoValue, int> places = [];

    /// <param name="names">Distinct.</param>
    public RegoShape(params string[] names)
    {
        Keys = [.. names.Select(static name => new RegoString(name))];
        Array.Sort(Keys);
        for (var i = 0; i < Keys.Length; i++)
            places.Add(Keys[i], i);
    }

    internal RegoString[] Keys { get; }

    internal int PlaceOf(RegoValue key) => places.GetValueOrDefault(key, -1);

    /// <summary>The place of a name in the order of the keys.</summary>
    /// <exception cref="KeyNotFoundException">the shape has no such name</exception>
    public int PlaceOf(string name) => places[new RegoString(name)];
}

/// <summary>
/// An object of a fixed shape whose values are set again and again: the input of a million evaluations in one
/// allocation. It may change only between evaluations, and belongs to one thread.
/// </summary>
public sealed class RegoRecord(RegoShape shape) : RegoObject
{
    private readonly RegoValue[] values = NewValues(shape.Keys.Length);

    public override int Count => values.Length;

    /// <summary>The values change, and so does this.</summary>
    internal override Extent Extent => Extent.Of(values);

    public override RegoValue KeyAt(int index) => shape.Keys[index];

    public override RegoValue ValueAt(int index) => values[index];

    public override RegoValue? Get(RegoValue key) => shape.PlaceOf(key) is >= 0 and var place ? values[place] : null;

    /// <param name="place">As <see cref="RegoShape.PlaceOf(string)"/> gives it.</param>
    public void Set(int place, RegoValue value) => values[place] = value;

    private static RegoValue[] NewValues(int count)
    {
        var values = new RegoValue[count];
        Array.Fill(values, RegoNull.Value);
        return values;
    }
}
