namespace Postrun.Rego;

internal sealed class ProbeStep(SourcePlace place, bool after, Step next) : Step
{
    public override bool Run(Frame frame)
    {
        if (after)
            frame.Evaluator.Observer?.Held(place);
        else
            frame.Evaluator.Observer?.Reached(place);
        return next.Run(frame);
    }
}

/// <summary>Sees what an evaluation does; for explanations and coverage. The policy must be compiled for it.</summary>
public interface IRegoObserver
{
    /// <summary>A rule or function is entered.</summary>
    void Entered(SourcePlace rule, string name);

    void Reached(SourcePlace statement);

    void Held(SourcePlace statement);

    /// <param name="value"><see langword="null"/> where the rule gave nothing; of a set or an object what it gave last.</param>
    void Left(SourcePlace rule, string name, RegoValue? value);
}
