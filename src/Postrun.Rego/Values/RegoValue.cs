using System.Text;

namespace Postrun.Rego;

/// <summary>A value of Rego: immutable, totally ordered, equal by content.</summary>
public abstract class RegoValue : IComparable<RegoValue>, IEquatable<RegoValue>
{
    // No subclasses but those of this project.
    private protected RegoValue()
    {
    }

    public abstract RegoKind Kind { get; }

    internal virtual Extent Extent => Extent.Scalar;

    /// <summary>The name of the type as <c>type_name</c> gives it.</summary>
    public string TypeName => Kind switch
    {
        RegoKind.Null => "null",
        RegoKind.Boolean => "boolean",
        RegoKind.Number => "number",
        RegoKind.String => "string",
        RegoKind.Array => "array",
        RegoKind.Object => "object",
        _ => "set",
    };

    /// <summary>By <see cref="RegoKind"/> first, then by content; strings as their UTF-8 bytes.</summary>
    public int CompareTo(RegoValue? other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        if (other is null)
            return 1;
        return Kind == other.Kind ? CompareSameKind(other) : Kind.CompareTo(other.Kind);
    }

    public bool Equals(RegoValue? other) =>
        ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && EqualsSameKind(other));

    public sealed override bool Equals(object? obj) => obj is RegoValue other && Equals(other);

    public abstract override int GetHashCode();

    /// <summary>The value as it would be written in Rego: <c>{"a": [1, set()]}</c>.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    internal abstract void WriteTo(StringBuilder text);

    private protected abstract int CompareSameKind(RegoValue other);

    private protected virtual bool EqualsSameKind(RegoValue other) => CompareSameKind(other) == 0;
}
