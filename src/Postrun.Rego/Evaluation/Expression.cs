namespace Postrun.Rego;

/// <summary>Gives at most one value, once the variables that it needs are bound.</summary>
internal abstract class Expression
{
    /// <returns><see langword="null"/> where the expression is undefined.</returns>
    public abstract RegoValue? Evaluate(Frame frame);

    /// <summary>The value, where it is the same always.</summary>
    public virtual RegoValue? Constant => null;

    /// <summary>The parts of the expression, for whoever goes through all of it.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>All variables that must be bound before.</summary>
    public virtual void AddNeeds(HashSet<Variable> needs)
    {
        foreach (var part in Parts)
            part.AddNeeds(needs);
    }

    /// <summary>Called once, when it is settled which variables are bound where the expression stands.</summary>
    public virtual void Prepare(HashSet<Variable> bound)
    {
        foreach (var part in Parts)
            part.Prepare(bound);
    }
}

internal sealed class ConstantExpression(RegoValue value) : Expression
{
    public override RegoValue Constant => value;

    public override RegoValue Evaluate(Frame frame) => value;
}

internal sealed class VariableExpression(Variable variable) : Expression
{
    public Variable Variable => variable;

    public override RegoValue? Evaluate(Frame frame) => frame.Slots[variable.Slot];

    public override void AddNeeds(HashSet<Variable> needs) => needs.Add(variable);
}

internal sealed class ArrayExpression(Expression[] items) : Expression
{
    public Expression[] Items => items;

    public override IEnumerable<Expression> Parts => items;

    public override RegoValue? Evaluate(Frame frame)
    {
        if (items.Length == 0)
            return RegoArray.Empty;
        frame.Allocate(items.Length);
        var values = new RegoValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (items[i].Evaluate(frame) is not { } value)
                return null;
            values[i] = value;
        }
        return new RegoArray(values);
    }
}

internal sealed class SetExpression(Expression[] items) : Expression
{
    public override IEnumerable<Expression> Parts => items;

    public override RegoValue? Evaluate(Frame frame)
    {
        frame.Allocate(items.Length);
        var values = new HashSet<RegoValue>();
        foreach (var item in items)
        {
            if (item.Evaluate(frame) is not { } value)
                return null;
            values.Add(value);
        }
        return RegoSet.Of(values);
    }
}

internal sealed class ObjectExpression((Expression Key, Expression Value)[] entries) : Expression
{
    private readonly (RegoValue[] Keys, Expression[] Values)? ordered = Ordered(entries);

    public (Expression Key, Expression Value)[] Entries => entries;

    public override IEnumerable<Expression> Parts => entries.SelectMany(static entry => new[] { entry.Key, entry.Value });

    public override RegoValue? Evaluate(Frame frame)
    {
        frame.Allocate(entries.Length * 2);
        if (ordered is { } known)
            return Evaluate(frame, known.Keys, known.Values);
        var values = new Dictionary<RegoValue, RegoValue>(entries.Length);
        foreach (var (keyPart, valuePart) in entries)
        {
            if (keyPart.Evaluate(frame) is not { } key || valuePart.Evaluate(frame) is not { } value)
                return null;
            if (!values.TryAdd(key, value) && !values[key].Equals(value))
                throw Conflict.ObjectKeys();
        }
        return RegoObject.Of(values);
    }

    private static RegoObject? Evaluate(Frame frame, RegoValue[] keys, Expression[] parts)
    {
        var values = new RegoValue[parts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (parts[i].Evaluate(frame) is not { } value)
                return null;
            values[i] = value;
        }
        return RegoObject.OfOrdered(keys, values);
    }

    /// <summary>Constant keys, each once, are put in order before any evaluation.</summary>
    private static (RegoValue[], Expression[])? Ordered((Expression Key, Expression Value)[] entries)
    {
        if (!Array.TrueForAll(entries, static entry => entry.Key.Constant is not null) || entries.DistinctBy(static entry => entry.Key.Constant).Count() < entries.Length)
            return null;
        var inOrder = entries.OrderBy(static entry => entry.Key.Constant).ToArray();
        return ([.. inOrder.Select(static entry => entry.Key.Constant!)], [.. inOrder.Select(static entry => entry.Value)]);
    }
}

/// <summary>Text with expressions in it; one that is undefined shows as <c>&lt;undefined&gt;</c>.</summary>
internal sealed class TemplateExpression(string[] texts, Expression[] values) : Expression
{
    public override IEnumerable<Expression> Parts => values;

    public override RegoValue Evaluate(Frame frame)
    {
        var text = new System.Text.StringBuilder(texts[0]);
        for (var i = 0; i < values.Length; i++)
        {
            // Each value is the set of what the expression gives.
            var given = (RegoSet)values[i].Evaluate(frame)!;
            if (given.Count > 1)
                throw new RegoException(Conflict.Code, "an expression in a template string must not produce multiple outputs");
            var before = text.Length;
            if (given.Count > 0)
                frame.Evaluator.Budget.Allocate(given[0].Extent.Nodes * 2L);
            if (given.Count == 0)
                text.Append("<undefined>");
            else if (given[0] is RegoString plain)
                text.Append(plain.Value);
            else
                given[0].WriteTo(text);
            text.Append(texts[i + 1]);
            frame.Evaluator.Budget.Allocate((text.Length - before) * 2L);
        }
        return new RegoString(text.ToString());
    }
}
