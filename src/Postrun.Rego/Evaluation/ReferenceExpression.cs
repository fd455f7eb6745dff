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

    private DocumentState linked;
    private RuleNode? rule;

    public ReferenceRoot Kind => kind;

    public Expression? RootExpression => root;

    public Expression[] Keys => keys;

    /// <summary>The keys, where all of them are constant.</summary>
    public RegoValue[]? ConstantKeys => constants;

    public override IEnumerable<Expression> Parts => root is null ? keys : keys.Prepend(root);

    /// <summary>How many keys <see cref="Root"/> has gone by already, where nothing stands in for data.</summary>
    public int LinkedKeys { get; private set; }

    /// <summary>Goes as far along the constant keys as the way is the same in every evaluation.</summary>
    public void Link(RuleNode rules, RegoValue data)
    {
        if (kind != ReferenceRoot.Data)
            return;
        var state = DocumentState.OfData(rules, data, null);
        while (LinkedKeys < keys.Length && keys[LinkedKeys].Constant is { } key && state.TryLink(key))
            LinkedKeys++;
        linked = state;
        if (LinkedKeys < keys.Length && keys[LinkedKeys].Constant is { } last)
            rule = state.Rule(last);
    }

    /// <summary>Where the reference begins; <see langword="null"/> where that is undefined.</summary>
    /// <param name="depth">How many keys it is in already.</param>
    public DocumentState? Root(Frame frame, out int depth)
    {
        depth = 0;
        switch (kind)
        {
            case ReferenceRoot.Data when frame.Evaluator.Context.Data is null && LinkedKeys > 0:
                depth = LinkedKeys;
                return linked;
            case ReferenceRoot.Data:
                return frame.Evaluator.Data;
            default:
                return (kind == ReferenceRoot.Input ? frame.Evaluator.Context.Input : root!.Evaluate(frame)) is { } value ? DocumentState.Of(value) : null;
        }
    }

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
        // Most references lead to one rule, and what it gives is a value.
        if (rule is not null && frame.Evaluator.Context.Data is null)
        {
            var value = frame.Evaluator.Extent(rule);
            for (var i = LinkedKeys + 1; i < keys.Length && value is not null; i++)
                value = (constants is null ? keys[i].Evaluate(frame) : constants[i]) is { } key ? Indexing.Get(value, key) : null;
            return value;
        }
        var state = Root(frame, out var depth)!.Value;
        for (var i = depth; i < keys.Length; i++)
        {
            if ((constants is null ? keys[i].Evaluate(frame) : constants[i]) is not { } key || !state.MoveTo(frame.Evaluator, key))
                return null;
        }
        return state.ToValue(frame.Evaluator);
    }
}
