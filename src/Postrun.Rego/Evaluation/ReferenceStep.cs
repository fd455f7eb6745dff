namespace Postrun.Rego;

/// <summary>A reference some of whose keys are not known: goes through all entries at those places.</summary>
/// <param name="result">What the referenced value must match; <see langword="null"/>: it must not be false.</param>
internal sealed class ReferenceStep(ReferenceExpression reference, ReferenceStep.Key[] keys, Pattern? result, Step next) : Step
{
    /// <param name="Known">Evaluated and looked up; or else</param>
    /// <param name="Unknown">each key is held against this.</param>
    public readonly record struct Key(Expression? Known, Pattern? Unknown);

    public override bool Run(Frame frame)
    {
        frame.Spend();
        return reference.Root(frame) is not { } root || Walk(frame, root, 0);
    }

    private bool Walk(Frame frame, DocumentState state, int depth)
    {
        for (; depth < keys.Length && keys[depth].Known is { } known; depth++)
        {
            if (known.Evaluate(frame) is not { } key || !state.MoveTo(frame.Evaluator, key))
                return true;
        }
        if (depth == keys.Length)
        {
            if (state.ToValue(frame.Evaluator) is not { } value)
                return true;
            return result is null
                ? value is RegoBoolean { Value: false } || next.Run(frame)
                : !result.Match(frame, value) || next.Run(frame);
        }
        if (state.Plain is { } plain)
        {
            for (var i = 0; i < Indexing.Count(plain); i++)
            {
                frame.Spend();
                if (keys[depth].Unknown!.Match(frame, Indexing.KeyAt(plain, i))
                    && !Walk(frame, DocumentState.Of(Indexing.ValueAt(plain, i)), depth + 1))
                    return false;
            }
            return true;
        }
        foreach (var key in state.Keys(frame.Evaluator))
        {
            frame.Spend();
            var entry = state;
            if (keys[depth].Unknown!.Match(frame, key) && entry.MoveTo(frame.Evaluator, key) && !Walk(frame, entry, depth + 1))
                return false;
        }
        return true;
    }
}
