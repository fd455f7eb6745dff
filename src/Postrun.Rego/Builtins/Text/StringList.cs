namespace Postrun.Rego;

/// <summary>Operands that are lists of strings.</summary>
internal static class StringList
{
    /// <summary>The elements of an array or a set, which must be strings.</summary>
    public static List<string> Of(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, int index)
    {
        var items = Operand.Items(arguments, index);
        context.Budget.Spend(items.Count);
        context.Budget.Allocate(items.Count * 8L);
        var texts = new List<string>(items.Count);
        foreach (var item in items)
            texts.Add(item is RegoString text ? text.Value : throw Foreign(arguments, index, item, "string"));
        return texts;
    }

    public static BuiltinException Foreign(ReadOnlySpan<RegoValue> arguments, int index, RegoValue item, string expected)
    {
        var list = arguments[index].TypeName;
        return new(BuiltinException.Type, $"operand {index + 1} must be {list} of {expected}s but got {list} containing {item.TypeName}");
    }
}
