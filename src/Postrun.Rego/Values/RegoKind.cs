namespace Postrun.Rego;

/// <summary>The types of Rego, in the order in which values of different types compare.</summary>
public enum RegoKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    Set,
}
