namespace Postrun.Rego;

/// <summary>What values take of the memory, about, in bytes.</summary>
internal static class Size
{
    /// <summary>A value, without what it holds.</summary>
    public const int Value = 48;

    /// <summary>A place in an array, a set or an object while it is made.</summary>
    public const int Item = 48;
}
