using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Values as JSON text that is safe within HTML: the form in which policies expect it.</summary>
/// <param name="indent"><see langword="null"/> for one line.</param>
internal sealed class JsonText(BuiltinContext context, string? indent, string prefix)
{
    private readonly StringBuilder text = new();

    public static string Write(BuiltinContext context, RegoValue value, string? indent = null, string prefix = "")
    {
        var writer = new JsonText(context, indent, prefix);
        writer.Write(value, 0);
        return writer.text.ToString();
    }

    /// <summary>Keys that are not strings become their JSON text; entries in the order of the texts.</summary>
    public static IEnumerable<(string Key, RegoValue Value)> Entries(BuiltinContext context, RegoObject entries)
    {
        var named = entries.Select(entry => (Key: entry.Key is RegoString key ? key.Value : Write(context, entry.Key), entry.Value));
        // Keys that are strings are in order already.
        if (entries.All(static entry => entry.Key is RegoString))
            return named;
        var distinct = new SortedDictionary<string, RegoValue>(Comparer<string>.Create(RegoString.CompareUtf8));
        foreach (var (key, value) in named)
            distinct[key] = value;
        return distinct.Select(static entry => (entry.Key, entry.Value));
    }

    private void Write(RegoValue value, int depth)
    {
        Nesting.Guard();
        context.Budget.Spend();
        switch (value)
        {
            case RegoString { Value: var content }:
                Quote(content);
                break;
            case RegoArray or RegoSet:
                Open('[');
                var first = true;
                foreach (var item in (IReadOnlyList<RegoValue>)value)
                {
                    Separate(ref first, depth + 1);
                    Write(item, depth + 1);
                }
                Close(']', first, depth);
                break;
            case RegoObject entries:
                Open('{');
                var none = true;
                foreach (var (key, entry) in Entries(context, entries))
                {
                    Separate(ref none, depth + 1);
                    Quote(key);
                    text.Append(indent is null ? ":" : ": ");
                    Write(entry, depth + 1);
                }
                Close('}', none, depth);
                break;
            default:
                var scalar = value.ToString();
                context.Budget.Allocate(scalar.Length * 2L);
                text.Append(scalar);
                break;
        }
    }

    private void Open(char bracket)
    {
        context.Budget.Allocate(2);
        text.Append(bracket);
    }

    private void Separate(ref bool first, int depth)
    {
        if (!first)
            text.Append(',');
        first = false;
        context.Budget.Allocate(4);
        NewLine(depth);
    }

    private void Close(char bracket, bool empty, int depth)
    {
        if (!empty)
            NewLine(depth);
        text.Append(bracket);
    }

    private void NewLine(int depth)
    {
        if (indent is null)
            return;
        context.Budget.Allocate(2 * (1 + prefix.Length + (long)indent.Length * depth));
        text.Append('\n').Append(prefix);
        for (var i = 0; i < depth; i++)
            text.Append(indent);
    }

    private void Quote(string value)
    {
        context.Budget.Spend(value.Length / 64);
        context.Budget.Allocate(value.Length * 2L + 4);
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                    context.Budget.Allocate(10);
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
