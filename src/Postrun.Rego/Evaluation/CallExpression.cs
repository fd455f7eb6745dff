namespace Postrun.Rego;

/// <summary>A function: a built-in one, or one of the policy.</summary>
internal sealed class Callee
{
    public Callee(BuiltinFunction builtin) => (Name, Builtin, Arity) = (builtin.Name, builtin, builtin.Arity);

    public Callee(RuleNode function) => (Name, Function, Arity) = (function.Name, function, function.Arity);

    /// <summary>Under which it is replaced by <c>with</c>.</summary>
    public string Name { get; }

    public int Arity { get; }

    public BuiltinFunction? Builtin { get; }

    public RuleNode? Function { get; }
}

internal sealed class CallExpression(SourcePlace place, Callee callee, Expression[] arguments) : Expression
{
    public override IEnumerable<Expression> Parts => arguments;

    public override RegoValue? Evaluate(Frame frame)
    {
        frame.Spend();
        var values = new RegoValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (arguments[i].Evaluate(frame) is not { } value)
                return null;
            values[i] = value;
        }
        return frame.Evaluator.Call(callee, values, place);
    }
}

/// <summary><c>print(...)</c>: always true, whatever its arguments are.</summary>
internal sealed class PrintExpression(SourcePlace place, TemplateExpression text) : Expression
{
    public override IEnumerable<Expression> Parts => [text];

    public override RegoValue Evaluate(Frame frame)
    {
        if (frame.Evaluator.Print is { } print)
            print(place, ((RegoString)text.Evaluate(frame)).Value);
        return RegoBoolean.True;
    }
}
