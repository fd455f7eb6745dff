namespace Postrun.Rego;

/// <summary>What is asked about, and what stands in for something else; with what was found out under that.</summary>
/// <param name="nodes">How many the policy has.</param>
internal sealed class EvaluationContext(int nodes, RegoValue? input, Override? data, IReadOnlyDictionary<string, Mock>? functions)
{
    private NodeCache<object>? found;
    private NodeCache<OpenObject>? objects;

    public RegoValue? Input { get; private set; } = input;

    /// <summary>Replaced parts of the data.</summary>
    public Override? Data => data;

    public IReadOnlyDictionary<string, Mock>? Functions => functions;

    /// <summary>What depends on neither input nor clock is the same here as everywhere.</summary>
    public bool IsPlain => data is null && functions is null;

    /// <summary>The documents of nodes.</summary>
    public NodeCache<object> Found => found ??= new(nodes);

    /// <summary>What the rules of nodes with computed keys gave, still open.</summary>
    public NodeCache<OpenObject> Objects => objects ??= new(nodes);

    /// <summary>A new evaluation begins.</summary>
    public void Renew(RegoValue? newInput)
    {
        Input = newInput;
        found?.Clear();
        objects?.Clear();
    }

    /// <summary>Within what stands in for a function, no function is replaced.</summary>
    public EvaluationContext WithoutMocks() => new(nodes, Input, data, null);

    public EvaluationContext Replace(Replacement replacement, RegoValue? value)
    {
        if (replacement.Target == ReferenceRoot.Input)
            return new(nodes, Override.Insert(Input, replacement.Path, value!), data, functions);
        if (replacement.Target == ReferenceRoot.Data)
            return new(nodes, Input, (data ?? Override.None).With(replacement.Path, value!), functions);
        var mocks = functions is null ? [] : new Dictionary<string, Mock>(functions);
        mocks[replacement.Function!] = new(replacement.By, value);
        return new(nodes, Input, data, mocks);
    }
}

/// <summary>What stands in for a function: another function, or a value.</summary>
internal sealed record Mock(Callee? By, RegoValue? Value);
