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
        var order = new List<(Literal, Variable[])>(Literals.Count);
        var ready = new SortedSet<int>();
        var waiting = new SortedSet<int>(Enumerable.Range(0, Literals.Count));
        // By variable: the statements to look at again once it is bound.
        var waitingFor = new Dictionary<Variable, List<int>>();
        for (var i = 0; i < Literals.Count; i++)
        {
            if (Literals[i].Ready(bound))
            {
                ready.Add(i);
                continue;
            }
            foreach (var variable in Literals[i].Needs().Where(variable => !bound.Contains(variable)))
            {
                if (!waitingFor.TryGetValue(variable, out var statements))
                    waitingFor.Add(variable, statements = []);
                statements.Add(i);
            }
        }
        while (waiting.Count > 0)
        {
            if (ready.Count == 0)
                throw Unsafe([.. waiting.Select(i => Literals[i])], bound);
            var next = ready.Min;
            ready.Remove(next);
            waiting.Remove(next);
            var outputs = new HashSet<Variable>();
            Literals[next].AddOutputs(outputs);
            var gained = outputs.Where(bound.Add).ToArray();
            order.Add((Literals[next], gained));
            ready.UnionWith(gained.SelectMany(variable => waitingFor.GetValueOrDefault(variable) ?? []).Where(i => waiting.Contains(i) && Literals[i].Ready(bound)));
        }
        return new(order, bound);
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

    /// <summary>What a head is made of needs its variables bound by the body.</summary>
    /// <exception cref="RegoSyntaxException">one is not</exception>
    public static void Require(Expression expression, HashSet<Variable> bound, SourcePlace place)
    {
        var needs = new HashSet<Variable>();
        expression.AddNeeds(needs);
        needs.ExceptWith(bound);
        if (needs.Count > 0)
            throw new RegoSyntaxException(RegoSyntaxException.Unsafe, place, $"var {string.Join(", ", needs.Select(static variable => variable.Name).Order(StringComparer.Ordinal))} is unsafe: no statement of the body gives it a value");
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

/// <summary>The statements of a body in the order in which they run, each with what it binds.</summary>
/// <param name="bound">After all of them.</param>
internal sealed class OrderedBody(List<(Literal Literal, Variable[] Gained)> order, HashSet<Variable> bound)
{
    private readonly Variable[] bound = [.. bound];

    public IEnumerable<Literal> Literals => order.Select(static entry => entry.Literal);

    /// <param name="last">Runs for every solution.</param>
    public Step Build(Step last)
    {
        var (first, final) = Statements();
        var before = new HashSet<Variable>(bound);
        var step = last;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (literal, gained) = order[i];
            var statement = literal.Statement;
            if (statement is not null && final[statement] == i)
                step = new ProbeStep(statement, after: true, step);
            before.ExceptWith(gained);
            step = literal.Build(before, step);
            before.ExceptWith(gained);
            if (statement is not null && first[statement] == i)
                step = new ProbeStep(statement, after: false, step);
        }
        return step;
    }

    /// <summary>Where the parts of each statement begin and end, where an observer wants to know.</summary>
    private (Dictionary<SourcePlace, int> First, Dictionary<SourcePlace, int> Final) Statements()
    {
        var (first, final) = (new Dictionary<SourcePlace, int>(), new Dictionary<SourcePlace, int>());
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Literal.Statement is not { } statement)
                continue;
            first.TryAdd(statement, i);
            final[statement] = i;
        }
        return (first, final);
    }
}
