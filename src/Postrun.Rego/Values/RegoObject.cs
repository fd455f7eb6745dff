using System.Collections;
using System.Text;

namespace Postrun.Rego;

/// <summary>Keys of any type with their values, enumerated in the order of the keys.</summary>
public abstract class RegoObject : RegoValue, IEnumerable<KeyValuePair<RegoValue, RegoValue>>
{
    public static readonly RegoObject Empty = new OrderedObject([], []);

    private protected RegoObject()
    {
    }

    public abstract int Count { get; }

    /// <summary>The key at a place in their order.</summary>
    public abstract RegoValue KeyAt(int index);

    public abstract RegoValue ValueAt(int index);

    /// <summary><see langword="null"/> where the key is absent.</summary>
    public abstract RegoValue? Get(RegoValue key);

    /// <summary><see langword="null"/> where the key is absent.</summary>
    public RegoValue? Get(string key) => Get(new RegoString(key));

    public sealed override RegoKind Kind => RegoKind.Object;

    /// <param name="entries">In any order; of a repeated key the last entry counts.</param>
    public static RegoObject Of(IEnumerable<KeyValuePair<RegoValue, RegoValue>> entries)
    {
        if (entries is Dictionary<RegoValue, RegoValue> known)
            return Of(known);
        var distinct = new Dictionary<RegoValue, RegoValue>();
        foreach (var (key, value) in entries)
            distinct[key] = value;
        return Of(distinct);
    }

    public static RegoObject Of(params (string Key, RegoValue Value)[] entries) =>
        Of(entries.Select(static entry => KeyValuePair.Create<RegoValue, RegoValue>(new RegoString(entry.Key), entry.Value)));

    /// <param name="keys">Distinct and in order; shared.</param>
    internal static RegoObject OfOrdered(RegoValue[] keys, RegoValue[] values) => keys.Length == 0 ? Empty : new OrderedObject(keys, values);

    private static RegoObject Of(Dictionary<RegoValue, RegoValue> distinct)
    {
        if (distinct.Count == 0)
            return Empty;
        var keys = new RegoValue[distinct.Count];
        var values = new RegoValue[distinct.Count];
        distinct.Keys.CopyTo(keys, 0);
        distinct.Values.CopyTo(values, 0);
        Array.Sort(keys, values);
        return new OrderedObject(keys, values);
    }

    public IEnumerator<KeyValuePair<RegoValue, RegoValue>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return new(KeyAt(i), ValueAt(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override int GetHashCode()
    {
        Effort.Visit(Count);
        var sum = new HashCode();
        for (var i = 0; i < Count; i++)
        {
            sum.Add(KeyAt(i).GetHashCode());
            sum.Add(ValueAt(i).GetHashCode());
        }
        return sum.ToHashCode();
    }

    internal sealed override void WriteTo(StringBuilder text)
    {
        Effort.Visit(Count);
        text.Append('{');
        for (var i = 0; i < Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            KeyAt(i).WriteTo(text);
            text.Append(": ");
            ValueAt(i).WriteTo(text);
        }
        text.Append('}');
    }

    /// <summary>Entry by entry, key before value; then the smaller first.</summary>
    private protected sealed override int CompareSameKind(RegoValue other)
    {
        var right = (RegoObject)other;
        Effort.Visit(Math.Min(Count, right.Count));
        for (var i = 0; i < Count && i < right.Count; i++)
        {
            if (KeyAt(i).CompareTo(right.KeyAt(i)) is not 0 and var order)
                return order;
            if (ValueAt(i).CompareTo(right.ValueAt(i)) is not 0 and var valueOrder)
                return valueOrder;
        }
        return Count.CompareTo(right.Count);
    }

    private protected override bool EqualsSameKind(RegoValue other) => Count == ((RegoObject)other).Count && CompareSameKind(other) == 0;

    private sealed class OrderedObject(RegoValue[] keys, RegoValue[] values) : RegoObject
    {
        private int hash;

        public override int Count => keys.Length;

        internal override Extent Extent { get; } = Extent.Of(keys, values);

        public override RegoValue KeyAt(int index) => keys[index];

        public override RegoValue ValueAt(int index) => values[index];

        public override RegoValue? Get(RegoValue key)
        {
            var index = RegoArray.Find(keys, key);
            return index < 0 ? null : values[index];
        }

        public override int GetHashCode() => hash != 0 ? hash : hash = base.GetHashCode();
    }
}
