using System.Text;

namespace Postrun.Rego;

/// <summary>Values as YAML in blocks of two spaces, sequences as far to the left as their key.</summary>
internal sealed class YamlWriter
{
    private const int MaxSimpleKey = 128;

    private readonly BuiltinContext context;
    private readonly StringBuilder text = new();

    private YamlWriter(BuiltinContext context) => this.context = context;

    public static string Write(BuiltinContext context, RegoValue value)
    {
        var writer = new YamlWriter(context);
        writer.Node(value, 0);
        return writer.text.ToString();
    }

    /// <summary>Stands where the node begins; ends after its line break.</summary>
    private void Node(RegoValue value, int indent)
    {
        Nesting.Guard();
        context.Budget.Spend();
        switch (value)
        {
            case RegoObject { Count: > 0 } entries:
                Mapping(entries, indent);
                break;
            case RegoArray { Count: > 0 } or RegoSet { Count: > 0 }:
                Sequence((IReadOnlyList<RegoValue>)value, indent);
                break;
            case RegoString { Value: var content }:
                context.Budget.Spend(content.Length / 16);
                context.Budget.Allocate(content.Length * 12L + content.AsSpan().Count('\n') * 2L * (indent + 2));
                Line(YamlText.Write(content, Math.Max(indent, 2)));
                break;
            case RegoNumber number:
                Line(Number(number));
                break;
            case RegoObject:
                Line("{}");
                break;
            case RegoArray or RegoSet:
                Line("[]");
                break;
            default:
                Line(value.ToString());
                break;
        }
    }

    private void Mapping(RegoObject entries, int indent)
    {
        var first = true;
        foreach (var (key, value) in YamlKeyOrder.Sort(JsonText.Entries(context, entries)))
        {
            if (!first)
                Indent(indent);
            first = false;
            var written = YamlText.WriteKey(key);
            context.Budget.Allocate(written.Length * 2L + 8);
            text.Append(written.Length > MaxSimpleKey ? "? " : "").Append(written);
            if (written.Length > MaxSimpleKey)
            {
                text.Append('\n');
                Indent(indent);
            }
            text.Append(':');
            switch (value)
            {
                case RegoObject { Count: > 0 }:
                    text.Append('\n');
                    Indent(indent + 2);
                    Node(value, indent + 2);
                    break;
                case RegoArray { Count: > 0 } or RegoSet { Count: > 0 }:
                    text.Append('\n');
                    Indent(indent);
                    Node(value, indent);
                    break;
                default:
                    text.Append(' ');
                    Node(value, indent + 2);
                    break;
            }
        }
    }

    private void Sequence(IReadOnlyList<RegoValue> items, int indent)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Indent(indent);
            context.Budget.Allocate(4);
            text.Append("- ");
            Node(items[i], indent + 2);
        }
    }

    private void Indent(int indent)
    {
        context.Budget.Allocate(indent * 2L);
        text.Append(' ', indent);
    }

    private void Line(string line)
    {
        context.Budget.Allocate(line.Length * 4L + 2);
        context.Budget.Spend(line.Length / 64);
        text.Append(line).Append('\n');
    }

    private static string Number(RegoNumber number)
    {
        if (number.IsIntegerLiteral && number.TryGetInteger(out var whole) && whole >= long.MinValue && whole <= ulong.MaxValue)
            return number.Text;
        var value = number.ToDouble();
        if (value == 0)
            return "0";
        if (!double.IsFinite(value))
            return value > 0 ? ".inf" : "-.inf";
        var (digits, point) = ShortestDigits.Of(value);
        var written = point - 1 is >= -4 and < 6 ? ShortestDigits.Plain(digits, point) : ShortestDigits.Scientific(digits, point);
        return value < 0 ? "-" + written : written;
    }
}
