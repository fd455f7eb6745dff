namespace Postrun.Rego;

/// <summary>A statement, compiled: for every way in which it holds it runs the statements that follow it.</summary>
internal abstract class Step
{
    /// <returns>False where what follows wants no more solutions.</returns>
    public abstract bool Run(Frame frame);
}

/// <summary>Ends a body of which one solution is enough.</summary>
internal sealed class StopStep : Step
{
    public static readonly StopStep Instance = new();

    public override bool Run(Frame frame) => false;
}

/// <summary>Holds where the expression is neither undefined nor false.</summary>
internal sealed class TruthStep(Expression condition, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        return condition.Evaluate(frame) is null or RegoBoolean { Value: false } || next.Run(frame);
    }
}

internal sealed class MatchStep(Expression expression, Pattern pattern, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        return expression.Evaluate(frame) is not { } value || !pattern.Match(frame, value) || next.Run(frame);
    }
}

internal sealed class NotStep(Step body, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        // The body stops at its first solution.
        return !body.Run(frame) || next.Run(frame);
    }
}

internal sealed class EveryStep(Expression domain, Pattern key, Pattern value, Step body, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        if (domain.Evaluate(frame) is not { Kind: RegoKind.Array or RegoKind.Object or RegoKind.Set } all)
            return true;
        for (var i = 0; i < Indexing.Count(all); i++)
        {
            frame.Spend();
            if (!key.Match(frame, Indexing.KeyAt(all, i)) || !value.Match(frame, Indexing.ValueAt(all, i)) || body.Run(frame))
                return true;
        }
        return next.Run(frame);
    }
}

/// <summary>The entries of a collection, one after another.</summary>
internal sealed class EntriesStep(Expression collection, Pattern key, Pattern value, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        if (collection.Evaluate(frame) is not { } all)
            return true;
        for (var i = 0; i < Indexing.Count(all); i++)
        {
            frame.Spend();
            if (key.Match(frame, Indexing.KeyAt(all, i)) && value.Match(frame, Indexing.ValueAt(all, i)) && !next.Run(frame))
                return false;
        }
        return true;
    }
}
