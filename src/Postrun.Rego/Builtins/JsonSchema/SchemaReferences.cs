using System.Globalization;

namespace Postrun.Rego;

/// <summary>Finds what references of a schema name; all of it must be within the one document.</summary>
internal sealed class SchemaReferences
{
    private readonly BuiltinContext context;
    private readonly RegoValue root;
    private readonly Dictionary<string, RegoValue> named = new(StringComparer.Ordinal);

    public SchemaReferences(BuiltinContext context, RegoValue root)
    {
        this.context = context;
        this.root = root;
        Collect(root, "");
    }

    /// <summary>The address against which references in an object are read.</summary>
    public static string BaseOf(RegoValue schema, string outer)
    {
        if (schema is not RegoObject entries || (entries.Get("$id") ?? entries.Get("id")) is not RegoString { Value: var id } || id.StartsWith('#'))
            return outer;
        var address = Combine(outer, id);
        return address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? address[..hash] : address;
    }

    /// <exception cref="BuiltinException">nothing in the document has that address</exception>
    public RegoValue Find(string address)
    {
        context.Budget.Spend(1 + address.Length / 8);
        if (named.TryGetValue(address, out var exact))
            return exact;
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (document, fragment) = hash < 0 ? (address, "") : (address[..hash], address[(hash + 1)..]);
        if (!named.TryGetValue(document, out var from))
            from = document.Length == 0 ? root : throw new BuiltinException("remote reference loading disabled");
        return fragment.Length == 0 ? from : Follow(from, Uri.UnescapeDataString(fragment));
    }

    public static string Combine(string address, string reference)
    {
        if (reference.StartsWith('#'))
            return address + reference;
        if (Uri.TryCreate(address, UriKind.Absolute, out var outer) && Uri.TryCreate(outer, reference, out var whole))
            return whole.OriginalString == reference ? reference : whole.AbsoluteUri;
        return reference;
    }

    private RegoValue Follow(RegoValue from, string pointer)
    {
        if (pointer[0] != '/')
            throw new BuiltinException("Invalid reference: JSON pointer must start with a \"/\"");
        foreach (var escaped in pointer[1..].Split('/'))
        {
            context.Budget.Spend();
            var step = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            from = from switch
            {
                RegoObject entries => entries.Get(step) ?? throw new BuiltinException($"Object has no key '{step}'"),
                RegoArray array => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count
                    ? array[index]
                    : throw new BuiltinException($"Out of bound array[0,{array.Count}] index '{step}'"),
                _ => throw new BuiltinException($"Invalid token reference '{step}'"),
            };
        }
        return from;
    }

    private void Collect(RegoValue value, string address)
    {
        Nesting.Guard();
        context.Budget.Spend();
        switch (value)
        {
            case RegoArray array:
                foreach (var item in array)
                    Collect(item, address);
                break;
            case RegoObject entries:
                if ((entries.Get("$id") ?? entries.Get("id")) is RegoString { Value: var id })
                    named.TryAdd(id.StartsWith('#') ? address + id : BaseOf(entries, address), value);
                var inner = BaseOf(entries, address);
                foreach (var (_, entry) in entries)
                    Collect(entry, inner);
                break;
        }
    }
}
