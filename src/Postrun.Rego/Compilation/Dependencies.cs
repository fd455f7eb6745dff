namespace Postrun.Rego;

/// <summary>What a rule looks at.</summary>
internal sealed class Dependencies
{
    /// <summary>Paths in the data; <see langword="null"/> stands for any key.</summary>
    public List<RegoValue?[]> Data { get; } = [];

    public HashSet<RuleNode> Functions { get; } = [];

    /// <summary>The fields of the input.</summary>
    public HashSet<string> InputFields { get; } = [];

    /// <summary>The input as a whole, or a field whose name is computed.</summary>
    public bool WholeInput { get; set; }

    /// <summary>A clock, chance.</summary>
    public bool Varies { get; set; }

    public bool UsesInput => WholeInput || InputFields.Count > 0;

    public void Add(ReferenceRoot root, IEnumerable<RegoValue?> keys)
    {
        if (root == ReferenceRoot.Data)
            Data.Add([.. keys]);
        else if (root == ReferenceRoot.Input && keys.FirstOrDefault() is RegoString field)
            InputFields.Add(field.Value);
        else if (root == ReferenceRoot.Input)
            WholeInput = true;
    }
}
