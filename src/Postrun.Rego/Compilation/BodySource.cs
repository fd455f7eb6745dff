namespace Postrun.Rego;

/// <summary>The statements of a body, before it is known in which order they can run.</summary>
/// <param name="outer">The body within whose statements this one stands.</param>
/// <param name="sharesLevel">Its variables are those of <paramref name="outer"/>: it stands under <c>with</c>.</param>
internal sealed class BodySource(BodySource? outer, bool sharesLevel = false)
{
    private readonly List<BodySource> inner = [];
    private readonly HashSet<Variable> own = [];

    public List<Literal> Literals { get; } = [];

    /// <summary>The variables that its statements name, those within closures aside.</summary>
    public IReadOnlySet<Variable> Own => own;

    public BodySource Open(bool sharesLevel = false)
    {
        var opened = new BodySource(this, sharesLevel);
        inner.Add(opened);
        return opened;
    }

    public void Mention(Variable variable)
    {
        own.Add(variable);
        if (sharesLevel)
            outer!.Mention(variable);
    }

    /// <summary>What must be bound before this body runs: what it names, and a body around it names too.</summary>
    public HashSet<Variable> NeedsFromOutside()
    {
        var named = new HashSet<Variable>();
        AddNamed(named);
        var visible = new HashSet<Variable>();
        for (var around = outer; around is not null; around = around.Outer)
            visible.UnionWith(around.own);
        named.IntersectWith(visible);
        return named;
    }

    /// <summary>An order in which every statement finds bound what it needs: the given one, but for those that must wait.</summary>
    /// <param name="bound">Gains what the statements bind.</param>
    /// <exception cref="RegoSyntaxException">there is none</exception>
    public OrderedBody Order(HashSet<Variable> bound)
    {
        var waiting = new List<Literal>(Literals);
        var order = new List<(Literal, HashSet<Variable>)>();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(literal => literal.Ready(bound));
            if (next < 0)
                throw Unsafe(waiting, bound);
            order.Add((waiting[next], [.. bound]));
            waiting[next].AddOutputs(bound);
            waiting.RemoveAt(next);
        }
        return new(order);
    }

    public bool CanOrder(HashSet<Variable> bound)
    {
        try
        {
            Order(bound);
            return true;
        }
        catch (RegoSyntaxException)
        {
            return false;
        }
    }

    private BodySource? Outer => outer;

    private void AddNamed(HashSet<Variable> named)
    {
        named.UnionWith(own);
        foreach (var body in inner)
            body.AddNamed(named);
    }

    private static RegoSyntaxException Unsafe(List<Literal> waiting, HashSet<Variable> bound)
    {
        foreach (var literal in waiting)
        {
            var free = literal.Needs().Except(bound).Where(static variable => !variable.IsHidden).Select(static variable => variable.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
            if (free.Length > 0)
                return new(RegoSyntaxException.Unsafe, literal.Place, $"var {string.Join(", ", free)} is unsafe: no statement of the body gives it a value");
        }
        return new(RegoSyntaxException.Unsafe, waiting[0].Place, "expression is unsafe: what it needs has no value");
    }
}

/// <summary>The statements of a body in the order in which they run, each with what is bound before it.</summary>
internal sealed class OrderedBody(List<(Literal Literal, HashSet<Variable> Bound)> order)
{
    public IEnumerable<Literal> Literals => order.Select(static entry => entry.Literal);

    /// <param name="last">Runs for every solution.</param>
    public Step Build(Step last)
    {
        var step = last;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (literal, bound) = order[i];
            var statement = literal.Statement;
            if (statement is not null && !order.Skip(i + 1).Any(later => later.Literal.Statement == statement))
                step = new ProbeStep(statement, after: true, step);
            step = literal.Build(bound, step);
            if (statement is not null && !order.Take(i).Any(earlier => earlier.Literal.Statement == statement))
                step = new ProbeStep(statement, after: false, step);
        }
        return step;
    }
}
