namespace Postrun.Rego;

/// <summary>One schema, read; what it does not say is <see langword="null"/> or empty.</summary>
internal sealed class SchemaNode
{
    /// <summary>The schema is only <c>true</c> or <c>false</c>.</summary>
    public bool? Always { get; set; }

    /// <summary>The schema is a reference, and says nothing else.</summary>
    public SchemaNode? Reference { get; set; }

    public List<string> Types { get; } = [];

    public RegoValue? Const { get; set; }

    public IReadOnlyList<RegoValue>? Enum { get; set; }

    public string? Format { get; set; }

    public RegoNumber? MultipleOf { get; set; }

    public RegoNumber? Minimum { get; set; }

    public RegoNumber? ExclusiveMinimum { get; set; }

    public RegoNumber? Maximum { get; set; }

    public RegoNumber? ExclusiveMaximum { get; set; }

    public RegoNumber? MinLength { get; set; }

    public RegoNumber? MaxLength { get; set; }

    public SchemaPattern? Pattern { get; set; }

    public RegoNumber? MinItems { get; set; }

    public RegoNumber? MaxItems { get; set; }

    public bool UniqueItems { get; set; }

    public SchemaNode? Contains { get; set; }

    /// <summary>One for all elements.</summary>
    public SchemaNode? EachItem { get; set; }

    /// <summary>One for each element from the first on.</summary>
    public IReadOnlyList<SchemaNode>? Items { get; set; }

    public SchemaNode? AdditionalItems { get; set; }

    public RegoNumber? MinProperties { get; set; }

    public RegoNumber? MaxProperties { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    public IReadOnlyDictionary<string, SchemaNode>? Properties { get; set; }

    public IReadOnlyList<(SchemaPattern Pattern, SchemaNode Schema)> PatternProperties { get; set; } = [];

    public SchemaNode? AdditionalProperties { get; set; }

    public SchemaNode? PropertyNames { get; set; }

    /// <summary>What must be there besides a property.</summary>
    public Dictionary<string, IReadOnlyList<string>> RequiredWith { get; } = new(StringComparer.Ordinal);

    /// <summary>What the object must be where it has a property.</summary>
    public Dictionary<string, SchemaNode> SchemaWith { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<SchemaNode> AllOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> AnyOf { get; set; } = [];

    public IReadOnlyList<SchemaNode> OneOf { get; set; } = [];

    public SchemaNode? Not { get; set; }

    public SchemaNode? If { get; set; }

    public SchemaNode? Then { get; set; }

    public SchemaNode? Else { get; set; }
}
