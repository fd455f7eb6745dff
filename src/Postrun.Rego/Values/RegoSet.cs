using System.Collections;
using System.Text;

namespace Postrun.Rego;

/// <summary>Distinct values, held and enumerated in order.</summary>
public sealed class RegoSet : RegoValue, IReadOnlyList<RegoValue>
{
    public static readonly RegoSet Empty = new([]);

    private readonly RegoValue[] items;
    private int hash;

    private RegoSet(RegoValue[] ordered)
    {
        items = ordered;
        Extent = Extent.Of(ordered);
    }

    internal override Extent Extent { get; }

    public int Count => items.Length;

    public RegoValue this[int index] => items[index];

    /// <summary>In order.</summary>
    public ReadOnlySpan<RegoValue> Items => items;

    public override RegoKind Kind => RegoKind.Set;

    /// <param name="items">In any order, repeated or not.</param>
    public static RegoSet Of(IEnumerable<RegoValue> items)
    {
        var distinct = items as HashSet<RegoValue> ?? [.. items];
        if (distinct.Count == 0)
            return Empty;
        var ordered = new RegoValue[distinct.Count];
        distinct.CopyTo(ordered);
        Array.Sort(ordered);
        return new(ordered);
    }

    public bool Contains(RegoValue value) => RegoArray.Find(items, value) >= 0;

    public IEnumerator<RegoValue> GetEnumerator() => ((IEnumerable<RegoValue>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public override int GetHashCode()
    {
        if (hash != 0)
            return hash;
        Effort.Visit(items.Length);
        var sum = new HashCode();
        sum.Add(RegoKind.Set);
        foreach (var item in items)
            sum.Add(item.GetHashCode());
        return hash = sum.ToHashCode();
    }

    internal override void WriteTo(StringBuilder text)
    {
        if (items.Length == 0)
        {
            text.Append("set()");
            return;
        }
        Effort.Visit(items.Length);
        text.Append('{');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            items[i].WriteTo(text);
        }
        text.Append('}');
    }

    private protected override int CompareSameKind(RegoValue other) => RegoArray.Compare(items, ((RegoSet)other).items);

    private protected override bool EqualsSameKind(RegoValue other) => RegoArray.Equal(items, ((RegoSet)other).items);
}
