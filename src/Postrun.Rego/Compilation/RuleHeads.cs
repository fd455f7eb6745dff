namespace Postrun.Rego;

/// <summary>Where the rules of a head belong.</summary>
internal static class RuleHeads
{
    /// <summary>How many steps of the path, from its beginning, are constant.</summary>
    public static int ConstantLength(RuleHead head)
    {
        var length = 1;
        while (length < head.Path.Length && head.Path[length] is ScalarTerm)
            length++;
        return length;
    }

    public static RuleKind Kind(RuleHead head) =>
        head.Arguments is not null ? RuleKind.Function
        : ConstantLength(head) < head.Path.Length ? RuleKind.Object
        : head.Contains is not null ? RuleKind.Set
        : RuleKind.Complete;

    public static RuleNode NodeOf(RuleNode package, RuleHead head)
    {
        var node = package.Open(new RegoString(head.Name));
        for (var i = 1; i < ConstantLength(head); i++)
            node = node.Open(((ScalarTerm)head.Path[i]).Value);
        return node;
    }
}
