using System.Collections;
using System.Text;

namespace Postrun.Rego;

public sealed class RegoArray : RegoValue, IReadOnlyList<RegoValue>
{
    public static readonly RegoArray Empty = new([]);

    private readonly RegoValue[] items;
    private int hash;

    /// <param name="items">Owned by the array from here on.</param>
    public RegoArray(params RegoValue[] items)
    {
        this.items = items;
        Extent = Extent.Of(items);
    }

    internal override Extent Extent { get; }

    public int Count => items.Length;

    public RegoValue this[int index] => items[index];

    public ReadOnlySpan<RegoValue> Items => items;

    public override RegoKind Kind => RegoKind.Array;

    /// <summary>The element at an integral number within the array; <see langword="null"/> for anything else.</summary>
    public RegoValue? Get(RegoValue key) =>
        key is RegoNumber number && number.TryGetInt64(out var index) && (ulong)index < (ulong)items.Length ? items[index] : null;

    public IEnumerator<RegoValue> GetEnumerator() => ((IEnumerable<RegoValue>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public override int GetHashCode()
    {
        if (hash != 0)
            return hash;
        Effort.Visit(items.Length);
        var sum = new HashCode();
        foreach (var item in items)
            sum.Add(item.GetHashCode());
        return hash = sum.ToHashCode();
    }

    internal override void WriteTo(StringBuilder text)
    {
        Effort.Visit(items.Length);
        text.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            items[i].WriteTo(text);
        }
        text.Append(']');
    }

    private protected override int CompareSameKind(RegoValue other) => Compare(items, ((RegoArray)other).items);

    private protected override bool EqualsSameKind(RegoValue other) => Equal(items, ((RegoArray)other).items);

    internal static bool Equal(RegoValue[] left, RegoValue[] right)
    {
        if (left.Length != right.Length)
            return false;
        Effort.Visit(left.Length);
        return left.AsSpan().SequenceEqual(right);
    }

    /// <summary>The place of a value among ordered ones; negative where it is not among them.</summary>
    internal static int Find(RegoValue[] ordered, RegoValue value)
    {
        var (low, high) = (0, ordered.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = ordered[middle].CompareTo(value);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    /// <summary>Element by element, then the shorter first.</summary>
    internal static int Compare(ReadOnlySpan<RegoValue> left, ReadOnlySpan<RegoValue> right)
    {
        Effort.Visit(Math.Min(left.Length, right.Length));
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i].CompareTo(right[i]) is not 0 and var order)
                return order;
        }
        return left.Length.CompareTo(right.Length);
    }
}
