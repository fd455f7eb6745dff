namespace Postrun.Rego;

/// <summary>Collections of constants are made once.</summary>
internal static class ConstantFolding
{
    /// <summary><see langword="null"/> where it cannot be told before the evaluation.</summary>
    public static RegoValue? Value(Expression expression)
    {
        switch (expression)
        {
            case ArrayExpression array:
                return new RegoArray([.. array.Items.Select(static item => item.Constant!)]);
            case SetExpression set:
                return RegoSet.Of(set.Parts.Select(static item => item.Constant!));
            case ObjectExpression entries:
                var values = new Dictionary<RegoValue, RegoValue>();
                foreach (var (key, value) in entries.Entries)
                {
                    // A conflict is an error of the evaluation.
                    if (!values.TryAdd(key.Constant!, value.Constant!) && !values[key.Constant!].Equals(value.Constant))
                        return null;
                }
                return RegoObject.Of(values);
            default:
                return null;
        }
    }
}
