namespace Postrun.Rego;

/// <summary>Reads a schema, or says what is wrong with it.</summary>
internal sealed partial class SchemaCompiler
{
    private static readonly string[] PrimitiveTypes = ["array", "boolean", "integer", "number", "null", "object", "string"];

    private readonly BuiltinContext context;
    private readonly SchemaReferences references;
    private readonly SchemaDraft draft;
    private readonly Dictionary<string, SchemaNode> pool = new(StringComparer.Ordinal);

    private SchemaCompiler(BuiltinContext context, RegoValue document)
    {
        this.context = context;
        draft = DraftOf(document);
        references = new(context, document);
    }

    /// <exception cref="BuiltinException">not a schema</exception>
    public static SchemaNode Compile(BuiltinContext context, RegoValue document)
    {
        var compiler = new SchemaCompiler(context, document);
        return compiler.Refer("#", document, "");
    }

    private static SchemaDraft DraftOf(RegoValue document) => (document as RegoObject)?.Get("$schema") switch
    {
        null => SchemaDraft.Hybrid,
        RegoString { Value: var address } => address.TrimEnd('#') switch
        {
            "http://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
            "http://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
            "http://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
            _ => SchemaDraft.Hybrid,
        },
        _ => throw new BuiltinException("$schema must be of type string"),
    };

    /// <summary>A place in the document is read once, so that it may refer to itself.</summary>
    private SchemaNode Refer(string address, RegoValue schema, string outer)
    {
        if (pool.TryGetValue(address, out var known))
            return known;
        var node = new SchemaNode();
        pool.Add(address, node);
        Fill(node, schema, outer);
        return node;
    }

    private SchemaNode Schema(RegoValue schema, string address)
    {
        var node = new SchemaNode();
        Fill(node, schema, address);
        return node;
    }

    private void Fill(SchemaNode node, RegoValue schema, string outer)
    {
        Nesting.Guard();
        context.Budget.Spend(32);
        context.Budget.Allocate(512);
        if (schema is RegoBoolean always && draft >= SchemaDraft.Draft6)
        {
            node.Always = always.Value;
            return;
        }
        if (schema is not RegoObject keywords)
            throw new BuiltinException("Invalid JSON: expected schema");
        foreach (var name in (ReadOnlySpan<string>)["$id", "title", "description", "$ref"])
        {
            if (keywords.Get(name) is not (null or RegoString))
                throw Invalid("string", name);
        }
        var address = SchemaReferences.BaseOf(keywords, outer);
        foreach (var (_, definition) in Map(keywords, "definitions", "array of schemas"))
            Schema(definition, address);
        if (keywords.Get("$ref") is RegoString { Value: var reference })
        {
            var target = SchemaReferences.Combine(address, reference);
            node.Reference = Refer(target.Length == 0 ? "#" : target, references.Find(target), target.Split('#')[0]);
            return;
        }
        AddTypes(node, keywords);
        AddObjectKeywords(node, keywords, address);
        AddArrayKeywords(node, keywords, address);
        AddNumberKeywords(node, keywords);
        AddStringKeywords(node, keywords);
        AddValueKeywords(node, keywords);
        AddCombinations(node, keywords, address);
    }

    private static void AddTypes(SchemaNode node, RegoObject keywords)
    {
        switch (keywords.Get("type"))
        {
            case null:
                break;
            case RegoString { Value: var type }:
                AddType(node, type);
                break;
            case RegoArray types:
                foreach (var item in types)
                    AddType(node, item is RegoString text ? text.Value : throw Invalid("string/array of strings", "type"));
                break;
            default:
                throw Invalid("string/array of strings", "type");
        }
    }

    private static void AddType(SchemaNode node, string type)
    {
        if (!PrimitiveTypes.Contains(type, StringComparer.Ordinal))
            throw new BuiltinException($"has a primitive type that is NOT VALID -- given: /{type}/ Expected valid values are:[{string.Join(' ', PrimitiveTypes)}]");
        if (node.Types.Contains(type, StringComparer.Ordinal))
            throw new BuiltinException($"{type} type is duplicated");
        node.Types.Add(type);
    }

    /// <summary>The entries of a keyword that holds schemas by name.</summary>
    private RegoObject Map(RegoObject keywords, string name, string expected)
    {
        var value = keywords.Get(name) ?? RegoObject.Empty;
        if (value is not RegoObject map)
            throw Invalid(expected, name);
        foreach (var (_, schema) in map)
        {
            context.Budget.Spend();
            if (!IsSchema(schema) && name != "dependencies")
                throw Invalid(expected, name);
        }
        return map;
    }

    private bool IsSchema(RegoValue value) => value is RegoObject || (value is RegoBoolean && draft >= SchemaDraft.Draft6);

    private SchemaNode? Inner(RegoObject keywords, string name, string address, string expected = "schema") => keywords.Get(name) switch
    {
        null => null,
        var value when IsSchema(value) => Schema(value, address),
        _ => throw Invalid(expected, name),
    };

    /// <summary>A schema, or in all versions <c>true</c> or <c>false</c>.</summary>
    private SchemaNode? InnerOrFlag(RegoObject keywords, string name, string address) => keywords.Get(name) switch
    {
        null => null,
        RegoBoolean flag => new() { Always = flag.Value },
        RegoObject schema => Schema(schema, address),
        _ => throw Invalid("boolean/schema", name),
    };

    private static BuiltinException Invalid(string expected, string given) => new($"Invalid type. Expected: {expected}, given: {given}");
}
