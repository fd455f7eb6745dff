using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postrun.Rego;

/// <summary>The first document of a YAML text as the JSON value that it stands for.</summary>
internal sealed class YamlReader
{
    private const int NodeBytes = 128;
    private const string TagPrefix = "tag:yaml.org,2002:";

    private readonly BuiltinContext context;
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, (RegoValue Value, long Nodes)> anchors = [];
    private long nodes;

    private YamlReader(BuiltinContext context, string text)
    {
        this.context = context;
        parser = new(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <exception cref="BuiltinException">not YAML, or not something that JSON has</exception>
    public static RegoValue Read(BuiltinContext context, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        context.Budget.Allocate(text.Length * 4L);
        try
        {
            var reader = new YamlReader(context, text);
            reader.Skip<StreamStart>();
            if (reader.parser.Current is StreamEnd)
                return RegoNull.Value;
            reader.Skip<DocumentStart>();
            return reader.Node(0);
        }
        catch (YamlException broken)
        {
            throw new BuiltinException(Describe(broken));
        }
    }

    private static string Describe(YamlException broken)
    {
        // Scanners stop before the line that they complain about is counted; parsers after.
        var line = broken is SemanticErrorException ? broken.Start.Line - 1 : broken.Start.Line;
        var comma = broken.Message.IndexOf(", ", StringComparison.Ordinal);
        var problem = broken.Message.StartsWith("While ", StringComparison.OrdinalIgnoreCase) && comma > 0 ? broken.Message[(comma + 2)..] : broken.Message;
        return line > 0 ? $"yaml: line {line}: {problem.TrimEnd('.')}" : $"yaml: {problem.TrimEnd('.')}";
    }

    private void Skip<T>() where T : ParsingEvent
    {
        if (parser.Current is null)
            Advance();
        if (parser.Current is not T)
            throw new BuiltinException("yaml: unexpected structure");
        Advance();
    }

    private void Advance()
    {
        context.Budget.Spend();
        try
        {
            parser.MoveNext();
        }
#pragma warning disable CA1031 // The parser is another's code: whatever it trips over, a policy must never end the program.
        catch (Exception broken) when (broken is not (YamlException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new BuiltinException($"yaml: line {parser.Current?.End.Line ?? 1}: cannot be read from here on");
        }
    }

    private RegoValue Node(int depth)
    {
        Nesting.Guard();
        if (depth > RegoJson.MaxDepth)
            throw new BuiltinException("yaml: exceeded max depth");
        Count(1);
        var before = nodes;
        var anchor = (parser.Current as NodeEvent)?.Anchor ?? default;
        var value = parser.Current switch
        {
            AnchorAlias alias => Alias(alias),
            Scalar scalar => Value(scalar),
            SequenceStart => Sequence(depth),
            MappingStart => Mapping(depth),
            _ => throw new BuiltinException("yaml: unexpected structure"),
        };
        if (!anchor.IsEmpty)
            anchors[anchor] = (value, nodes - before + 1);
        return value;
    }

    private RegoValue Alias(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var known))
            throw new BuiltinException($"yaml: unknown anchor '{alias.Value.Value}' referenced");
        // As if it were written out: what works on the result does not see that its parts are shared.
        Count(known.Nodes);
        Advance();
        return known.Value;
    }

    private RegoArray Sequence(int depth)
    {
        Advance();
        var items = new List<RegoValue>();
        while (parser.Current is not SequenceEnd)
            items.Add(Node(depth + 1));
        Advance();
        return new([.. items]);
    }

    private RegoObject Mapping(int depth)
    {
        Advance();
        var entries = new Dictionary<RegoValue, RegoValue>();
        while (parser.Current is not MappingEnd)
        {
            if (parser.Current is Scalar { Style: ScalarStyle.Plain } scalar && YamlScalar.IsMerge(scalar.Value))
            {
                Advance();
                Merge(entries, Node(depth + 1));
                continue;
            }
            var key = Key(Node(depth + 1));
            entries[key] = Node(depth + 1);
        }
        Advance();
        return RegoObject.Of(entries);

        RegoValue Key(RegoValue node) => node switch
        {
            RegoString => node,
            RegoNumber or RegoBoolean => new RegoString(node.ToString()),
            _ => throw new BuiltinException($"yaml: unsupported map key of type {node.TypeName}"),
        };
    }

    private void Merge(Dictionary<RegoValue, RegoValue> entries, RegoValue value)
    {
        switch (value)
        {
            case RegoObject merged:
                Count(merged.Count);
                foreach (var (key, entry) in merged)
                    entries[key] = entry;
                break;
            case RegoArray list when list.All(static item => item is RegoObject):
                // The first of several counts most.
                for (var i = list.Count - 1; i >= 0; i--)
                    Merge(entries, list[i]);
                break;
            default:
                throw new BuiltinException("yaml: map merge requires map or sequence of maps as the value");
        }
    }

    private RegoValue Value(Scalar scalar)
    {
        context.Budget.Allocate(scalar.Value.Length * 2L);
        var value = Tagged(scalar);
        Advance();
        return value;
    }

    private static RegoValue Tagged(Scalar scalar)
    {
        var text = scalar.Value;
        var tag = scalar.Tag.IsEmpty ? null : scalar.Tag.Value;
        if (tag is null)
            return (scalar.Style == ScalarStyle.Plain ? YamlScalar.Resolve(text) : null) ?? new RegoString(text);
        if (!tag.StartsWith(TagPrefix, StringComparison.Ordinal))
            return new RegoString(text);
        var kind = tag[TagPrefix.Length..];
        switch (kind)
        {
            case "null":
                return RegoNull.Value;
            case "bool":
                return YamlScalar.Resolve(text) as RegoBoolean ?? throw Undecodable(text, kind);
            case "int" or "float":
                return YamlScalar.Resolve(text) as RegoNumber ?? throw Undecodable(text, kind);
            case "binary":
                var bytes = new byte[text.Length];
                return Convert.TryFromBase64String(text, bytes, out var count)
                    ? new RegoString(Encoding.UTF8.GetString(bytes.AsSpan(0, count)))
                    : throw new BuiltinException("yaml: !!binary value contains invalid base64 data");
            default:
                return new RegoString(text);
        }
    }

    private static BuiltinException Undecodable(string text, string kind) => new($"yaml: cannot decode !!str `{text}` as a !!{kind}");

    private void Count(long added)
    {
        nodes += added;
        context.Budget.Spend(added);
        context.Budget.Allocate(added * NodeBytes);
    }
}
