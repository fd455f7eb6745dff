namespace Postrun.Rego;

internal enum ReferenceRoot
{
    Input,
    Data,
    Expression,
}

/// <summary><c>input.a[x]</c>, <c>data.a.b</c>, <c>x[y].z</c></summary>
/// <param name="root">Where <paramref name="kind"/> is an expression.</param>
internal sealed class ReferenceExpression(ReferenceRoot kind, Expression? root, Expression[] keys) : Expression
{
    private readonly RegoValue[]? constants = keys.All(static key => key.Constant is not null) ? [.. keys.Select(static key => key.Constant!)] : null;

    public ReferenceRoot Kind => kind;

    public Expression? RootExpression => root;

    public Expression[] Keys => keys;

    /// <summary>The keys, where all of them are constant.</summary>
    public RegoValue[]? ConstantKeys => constants;

    public override IEnumerable<Expression> Parts => root is null ? keys : keys.Prepend(root);

    /// <summary>Where the reference begins; <see langword="null"/> where that is undefined.</summary>
    public DocumentState? Root(Frame frame) => kind switch
    {
        ReferenceRoot.Data => frame.Evaluator.Data,
        ReferenceRoot.Input => frame.Evaluator.Context.Input is { } input ? DocumentState.Of(input) : null,
        _ => root!.Evaluate(frame) is { } value ? DocumentState.Of(value) : null,
    };

    public override RegoValue? Evaluate(Frame frame)
    {
        if (kind == ReferenceRoot.Data)
            return FromData(frame);
        var value = kind == ReferenceRoot.Input ? frame.Evaluator.Context.Input : root!.Evaluate(frame);
        for (var i = 0; i < keys.Length && value is not null; i++)
            value = (constants is null ? keys[i].Evaluate(frame) : constants[i]) is { } key ? Indexing.Get(value, key) : null;
        return value;
    }

    private RegoValue? FromData(Frame frame)
    {
        var state = frame.Evaluator.Data;
        for (var i = 0; i < keys.Length; i++)
        {
            if ((constants is null ? keys[i].Evaluate(frame) : constants[i]) is not { } key || !state.MoveTo(frame.Evaluator, key))
                return null;
        }
        return state.ToValue(frame.Evaluator);
    }
}
