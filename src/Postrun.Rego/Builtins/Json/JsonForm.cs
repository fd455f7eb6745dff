namespace Postrun.Rego;

/// <summary>Values as JSON would give them back: no sets, and keys that are strings.</summary>
internal static class JsonForm
{
    public static RegoValue Of(BuiltinContext context, RegoValue value)
    {
        Nesting.Guard();
        context.Budget.Spend();
        switch (value)
        {
            case RegoArray or RegoSet:
                var items = (IReadOnlyList<RegoValue>)value;
                context.Budget.Allocate(items.Count * 8L + Size.Value);
                return new RegoArray([.. items.Select(item => Of(context, item))]);
            case RegoObject entries:
                context.Budget.Allocate(entries.Count * (long)Size.Item + Size.Value);
                return RegoObject.Of(JsonText.Entries(context, entries)
                    .Select(entry => KeyValuePair.Create<RegoValue, RegoValue>(new RegoString(entry.Key), Of(context, entry.Value))));
            default:
                return value;
        }
    }
}
