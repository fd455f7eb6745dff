namespace Postrun.Rego;

/// <summary>Whether all of one collection is in another: entries of objects, elements of sets, a run of elements of arrays.</summary>
internal static class Subset
{
    /// <exception cref="BuiltinException">the two cannot be compared</exception>
    public static bool Holds(BuiltinContext context, RegoValue super, RegoValue sub) => (super, sub) switch
    {
        (RegoObject left, RegoObject right) => InObject(context, left, right),
        (RegoSet left, RegoSet right) => InSet(context, left, right),
        (RegoArray left, RegoArray right) => InArray(context, left, right),
        (RegoArray left, RegoSet right) => InSet(context, RegoSet.Of(left), right),
        _ => throw new BuiltinException(BuiltinException.Type, "both arguments object.subset must be of the same type or array and set"),
    };

    private static bool InObject(BuiltinContext context, RegoObject super, RegoObject sub)
    {
        Nesting.Guard();
        foreach (var (key, wanted) in sub)
        {
            context.Budget.Spend();
            if (super.Get(key) is not { } found)
                return false;
            if (found.Equals(wanted))
                continue;
            var nested = (found, wanted) switch
            {
                (RegoObject left, RegoObject right) => InObject(context, left, right),
                (RegoSet left, RegoSet right) => InSet(context, left, right),
                (RegoArray left, RegoArray right) => InArray(context, left, right),
                _ => false,
            };
            if (!nested)
                return false;
        }
        return true;
    }

    private static bool InSet(BuiltinContext context, RegoSet super, RegoSet sub)
    {
        context.Budget.Spend(1 + super.Count + sub.Count);
        return sub.All(super.Contains);
    }

    private static bool InArray(BuiltinContext context, RegoArray super, RegoArray sub)
    {
        for (var start = 0; start + sub.Count <= super.Count; start++)
        {
            var same = 0;
            while (same < sub.Count && super[start + same].Equals(sub[same]))
                same++;
            context.Budget.Spend(1 + same);
            if (same == sub.Count)
                return true;
        }
        return false;
    }
}
