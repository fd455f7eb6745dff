namespace Postrun.Rego;

/// <summary>Sets made of two sets.</summary>
internal static class SetAlgebra
{
    public static RegoSet Union(BuiltinContext context, RegoSet left, RegoSet right)
    {
        if (left.Count == 0)
            return right;
        if (right.Count == 0)
            return left;
        Charge(context, left.Count + right.Count);
        return RegoSet.Of(left.Concat(right));
    }

    public static RegoSet Intersection(BuiltinContext context, RegoSet left, RegoSet right)
    {
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        Charge(context, few.Count);
        return RegoSet.Of(few.Where(many.Contains));
    }

    public static RegoSet Difference(BuiltinContext context, RegoSet left, RegoSet right)
    {
        Charge(context, left.Count);
        return RegoSet.Of(left.Where(item => !right.Contains(item)));
    }

    private static void Charge(BuiltinContext context, long count)
    {
        context.Budget.Spend(1 + count);
        context.Budget.Allocate(count * Size.Item + Size.Value);
    }
}
