namespace Postrun.Rego;

internal sealed partial class SchemaCompiler
{
    private void AddObjectKeywords(SchemaNode node, RegoObject keywords, string address)
    {
        if (keywords.Get("properties") is not null)
            node.Properties = Map(keywords, "properties", "object").ToDictionary(static entry => Name(entry.Key), entry => Schema(entry.Value, address), StringComparer.Ordinal);
        node.PatternProperties = [.. Map(keywords, "patternProperties", "schema").Select(entry => (
            SchemaPattern.TryCreate(context, Name(entry.Key)) ?? throw new BuiltinException($"Invalid regex pattern '{Name(entry.Key)}'"),
            Schema(entry.Value, address)))];
        node.AdditionalProperties = InnerOrFlag(keywords, "additionalProperties", address);
        if (draft >= SchemaDraft.Draft6)
            node.PropertyNames = Inner(keywords, "propertyNames", address);
        node.MinProperties = Size(keywords, "minProperties");
        node.MaxProperties = Size(keywords, "maxProperties");
        Ordered(node.MinProperties, node.MaxProperties, "minProperties", "maxProperties");
        node.Required = Names(keywords.Get("required"), "required");
        foreach (var (key, value) in Map(keywords, "dependencies", "object"))
        {
            if (value is RegoArray)
                node.RequiredWith.Add(Name(key), Names(value, "dependencies"));
            else
                node.SchemaWith.Add(Name(key), IsSchema(value) ? Schema(value, address) : throw Invalid("schema or array of strings", "dependencies"));
        }
    }

    private void AddArrayKeywords(SchemaNode node, RegoObject keywords, string address)
    {
        if (keywords.Get("items") is RegoArray items)
            node.Items = [.. items.Select(item => IsSchema(item) ? Schema(item, address) : throw Invalid("schema/array of schemas", "items"))];
        else
            node.EachItem = Inner(keywords, "items", address, "schema/array of schemas");
        node.AdditionalItems = InnerOrFlag(keywords, "additionalItems", address);
        node.MinItems = Size(keywords, "minItems");
        node.MaxItems = Size(keywords, "maxItems");
        Ordered(node.MinItems, node.MaxItems, "minItems", "maxItems");
        node.UniqueItems = keywords.Get("uniqueItems") switch
        {
            null => false,
            RegoBoolean flag => flag.Value,
            _ => throw new BuiltinException("uniqueItems must be of a boolean"),
        };
        if (draft >= SchemaDraft.Draft6)
            node.Contains = Inner(keywords, "contains", address);
    }

    private void AddNumberKeywords(SchemaNode node, RegoObject keywords)
    {
        node.MultipleOf = Number(keywords, "multipleOf");
        if (node.MultipleOf is not null && node.MultipleOf.ToFloat().Sign <= 0)
            throw new BuiltinException("multipleOf must be strictly greater than 0");
        node.Minimum = Number(keywords, "minimum");
        node.Maximum = Number(keywords, "maximum");
        (node.Minimum, node.ExclusiveMinimum) = Exclusive(keywords, "exclusiveMinimum", "minimum", node.Minimum);
        (node.Maximum, node.ExclusiveMaximum) = Exclusive(keywords, "exclusiveMaximum", "maximum", node.Maximum);
        Ordered(node.Minimum, node.Maximum, "minimum", "maximum");
        Ordered(node.ExclusiveMinimum, node.ExclusiveMaximum, "exclusiveMinimum", "exclusiveMaximum");
    }

    /// <summary>A flag for the bound beside it in draft 4, a bound of its own since draft 6.</summary>
    private (RegoNumber? Bound, RegoNumber? Exclusive) Exclusive(RegoObject keywords, string name, string boundName, RegoNumber? bound)
    {
        switch (keywords.Get(name))
        {
            case null:
                return (bound, null);
            case RegoBoolean flag when draft is SchemaDraft.Draft4 or SchemaDraft.Hybrid:
                if (bound is null)
                    throw new BuiltinException($"{name} cannot be used without {boundName}");
                return flag.Value ? (null, bound) : (bound, null);
            case RegoNumber number when draft != SchemaDraft.Draft4:
                return (bound, number);
            default:
                throw Invalid(draft switch { SchemaDraft.Draft4 => "boolean", SchemaDraft.Hybrid => "boolean/number", _ => "number" }, name);
        }
    }

    private void AddStringKeywords(SchemaNode node, RegoObject keywords)
    {
        node.MinLength = Size(keywords, "minLength");
        node.MaxLength = Size(keywords, "maxLength");
        Ordered(node.MinLength, node.MaxLength, "minLength", "maxLength");
        if (keywords.Get("pattern") is { } pattern)
        {
            var text = pattern is RegoString given ? given.Value : throw new BuiltinException("pattern must be of type string");
            node.Pattern = SchemaPattern.TryCreate(context, text) ?? throw new BuiltinException("pattern must be a valid regex");
        }
        node.Format = keywords.Get("format") switch
        {
            null => null,
            RegoString { Value: var format } => format,
            _ => throw new BuiltinException("format must be of type string"),
        };
    }

    private void AddValueKeywords(SchemaNode node, RegoObject keywords)
    {
        if (draft >= SchemaDraft.Draft6)
            node.Const = keywords.Get("const");
        switch (keywords.Get("enum"))
        {
            case null:
                break;
            case RegoArray values:
                context.Budget.Spend(values.Count);
                if (values.Distinct().Count() != values.Count)
                    throw new BuiltinException("enum items must be unique");
                node.Enum = values;
                break;
            default:
                throw new BuiltinException("enum must be of an array");
        }
    }

    private void AddCombinations(SchemaNode node, RegoObject keywords, string address)
    {
        node.OneOf = List("oneOf");
        node.AnyOf = List("anyOf");
        node.AllOf = List("allOf");
        if (keywords.Get("not") is { } not)
            node.Not = IsSchema(not) ? Schema(not, address) : throw new BuiltinException("not must be of an object");
        if (draft < SchemaDraft.Draft7)
            return;
        node.If = Inner(keywords, "if", address);
        node.Then = Inner(keywords, "then", address);
        node.Else = Inner(keywords, "else", address);

        IReadOnlyList<SchemaNode> List(string name) => keywords.Get(name) switch
        {
            null => [],
            RegoArray schemas => [.. schemas.Select(schema => Schema(schema, address))],
            _ => throw new BuiltinException($"{name} must be of an array"),
        };
    }

    private static string Name(RegoValue key) => ((RegoString)key).Value;

    private static string[] Names(RegoValue? value, string keyword)
    {
        if (value is null)
            return [];
        if (value is not RegoArray array)
            throw new BuiltinException($"{keyword} must be of an array");
        string[] names = [.. array.Select(item => item is RegoString text ? text.Value : throw new BuiltinException($"{keyword} items must be string"))];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : throw new BuiltinException($"{keyword} items must be unique");
    }

    private static RegoNumber? Number(RegoObject keywords, string name) => keywords.Get(name) switch
    {
        null => null,
        RegoNumber number => number,
        _ when name == "multipleOf" => throw Invalid("number", name),
        _ => throw new BuiltinException($"{name} must be of a number"),
    };

    private static RegoNumber? Size(RegoObject keywords, string name)
    {
        if (keywords.Get(name) is not { } value)
            return null;
        if (value is not RegoNumber { IsIntegral: true } number)
            throw new BuiltinException($"{name} must be of an integer");
        return number.CompareTo(RegoNumber.Zero) >= 0 ? number : throw new BuiltinException($"{name} must be greater than or equal to 0");
    }

    private static void Ordered(RegoNumber? low, RegoNumber? high, string lowName, string highName)
    {
        if (low is not null && high is not null && low.CompareTo(high) > 0)
            throw new BuiltinException($"{lowName} cannot be greater than {highName}");
    }
}
