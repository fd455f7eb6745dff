namespace Postrun.Rego;

/// <summary>One <c>with</c>: of a part of the input, of a part of the data, or of a function.</summary>
/// <param name="Target"><see langword="null"/> where a function is replaced.</param>
/// <param name="Path">Within input or data.</param>
/// <param name="Function">The name of the function that is replaced.</param>
/// <param name="By">The function in its place.</param>
/// <param name="Value">The value in its place.</param>
internal sealed record Replacement(ReferenceRoot? Target, RegoValue[] Path, string? Function, Callee? By, Expression? Value);

/// <summary>Runs a body with input, data or functions replaced, and what follows it without.</summary>
internal sealed class WithStep(Replacement[] replacements, Step body, int sink) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Spend();
        var evaluator = frame.Evaluator;
        var outside = evaluator.Context;
        var inside = outside;
        foreach (var replacement in replacements)
        {
            RegoValue? value = null;
            if (replacement.Value is not null && (value = replacement.Value.Evaluate(frame)) is null)
                return true;
            inside = inside.Replace(replacement, value);
        }
        var before = frame.Sinks[sink];
        frame.Sinks[sink] = (outside, inside);
        evaluator.Context = inside;
        var more = body.Run(frame);
        evaluator.Context = outside;
        frame.Sinks[sink] = before;
        return more;
    }

    /// <summary>Behind the last statement under <c>with</c>.</summary>
    internal sealed class Leave(int sink, Step next) : Step
    {
        public override bool Run(Frame frame)
        {
            var (outside, inside) = ((EvaluationContext, EvaluationContext))frame.Sinks[sink]!;
            frame.Evaluator.Context = outside;
            var more = next.Run(frame);
            frame.Evaluator.Context = inside;
            return more;
        }
    }
}
