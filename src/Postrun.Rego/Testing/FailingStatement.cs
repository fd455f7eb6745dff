namespace Postrun.Rego;

/// <summary>Finds out which statement of a test kept it from passing: the last one that was reached and never held.</summary>
/// <param name="next">Sees everything as well.</param>
internal sealed class FailingStatement(SourcePlace test, IRegoObserver? next) : IRegoObserver
{
    private readonly List<SourcePlace> reached = [];
    private readonly HashSet<SourcePlace> held = [];
    private int depth;
    private int depthOfTest;

    public SourcePlace? Place => reached.FindLast(place => !held.Contains(place));

    private bool InTest => depthOfTest > 0 && depth == depthOfTest;

    public void Entered(SourcePlace rule, string name)
    {
        depth++;
        if (depthOfTest == 0 && rule == test)
            depthOfTest = depth;
        next?.Entered(rule, name);
    }

    public void Reached(SourcePlace statement)
    {
        if (InTest && !reached.Contains(statement))
            reached.Add(statement);
        next?.Reached(statement);
    }

    public void Held(SourcePlace statement)
    {
        if (InTest)
            held.Add(statement);
        next?.Held(statement);
    }

    public void Left(SourcePlace rule, string name, RegoValue? value)
    {
        if (InTest)
            depthOfTest = 0;
        depth--;
        next?.Left(rule, name, value);
    }
}
