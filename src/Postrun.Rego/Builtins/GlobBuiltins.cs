using System.Text;

namespace Postrun.Rego;

/// <summary>Names against patterns with <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-c]</c> and <c>{a,b}</c>.</summary>
internal static class GlobBuiltins
{
    public static readonly BuiltinFunction[] All = [new("glob.match", 3, Match), new("glob.quote_meta", 1, QuoteMeta)];

    private static RegoBoolean Match(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        var delimiters = Delimiters(context, arguments);
        var text = Operand.String(arguments, 2);
        return RegoBoolean.Of(new RegexMachine(GlobCache.Get(pattern, delimiters, context.Budget), text, context.Budget, captures: false).Find(0, anyMatch: true));
    }

    /// <summary>None for null, a dot for an empty list.</summary>
    private static string Delimiters(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[1] is RegoNull)
            return "";
        if (arguments[1] is not RegoArray items)
            throw Operand.Wrong(arguments, 1, "array", "null");
        context.Budget.Spend(items.Count);
        context.Budget.Allocate(items.Count * 8L);
        var delimiters = new StringBuilder();
        foreach (var item in items)
        {
            if (item is not RegoString delimiter)
                throw StringList.Foreign(arguments, 1, item, "string");
            if (CodePoints.Count(delimiter.Value) != 1)
                throw StringList.Foreign(arguments, 1, item, "rune");
            delimiters.Append(delimiter.Value);
        }
        return delimiters.Length == 0 ? "." : delimiters.ToString();
    }

    private static RegoString QuoteMeta(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        context.Budget.Spend(1 + pattern.Length / 8);
        context.Budget.Allocate(pattern.Length * 4L);
        var quoted = new StringBuilder(pattern.Length);
        foreach (var c in pattern)
            quoted.Append(GlobParser.Special.Contains(c) ? "\\" : "").Append(c);
        return new(quoted.ToString());
    }
}
