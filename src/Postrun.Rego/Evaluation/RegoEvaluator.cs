namespace Postrun.Rego;

/// <summary>How a policy is evaluated.</summary>
public sealed record EvaluationOptions
{
    public static readonly EvaluationOptions Default = new();

    public BudgetLimits Limits { get; init; } = BudgetLimits.Default;

    /// <summary>An error of a built-in function ends the evaluation, where else its result is undefined.</summary>
    public bool StrictBuiltinErrors { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Receives what <c>print</c> is given.</summary>
    public Action<SourcePlace, string>? Print { get; init; }

    /// <summary>Sees what happens, where the policy is compiled for it.</summary>
    public IRegoObserver? Observer { get; init; }
}

/// <summary>Evaluates a policy, again and again. Belongs to one thread at a time; a policy has as many as are needed.</summary>
public sealed class RegoEvaluator
{
    // Stands for what is being found out, and for what gave nothing.
    private static readonly object Busy = new();
    private static readonly object Nothing = new();

    private readonly RegoPolicy policy;
    private readonly EvaluationOptions options;
    private readonly BuiltinContext builtins;
    private readonly EvaluationContext outermost;
    private readonly NodeCache<object> constants;
    private readonly NodeCache<OpenObject> constantObjects;
    private readonly Stack<Frame>?[] frames;
    private readonly Frame empty;

    internal RegoEvaluator(RegoPolicy policy, EvaluationOptions options, CancellationToken cancellation)
    {
        this.policy = policy;
        this.options = options;
        Budget = new(options.Limits, cancellation);
        builtins = new(Budget, options.Clock);
        frames = new Stack<Frame>?[policy.RuleCount];
        (constants, constantObjects) = (new(policy.NodeCount), new(policy.NodeCount));
        Context = outermost = new(policy.NodeCount, null, null, null);
        empty = new(this, 0, 0);
    }

    internal Budget Budget { get; }

    internal EvaluationContext Context { get; set; }

    internal IRegoObserver? Observer => options.Observer;

    internal Action<SourcePlace, string>? Print => options.Print;

    internal DocumentState Data => DocumentState.OfData(policy.Root, policy.Data, Context.Data);

    /// <param name="document">Of the same policy.</param>
    /// <param name="input"><see langword="null"/>: undefined.</param>
    /// <returns><see langword="null"/> where the document is undefined.</returns>
    /// <exception cref="RegoException">rules contradict one another, or the budget is used up</exception>
    /// <exception cref="OperationCanceledException"/>
    public RegoValue? Evaluate(RegoDocument document, RegoValue? input)
    {
        var before = Begin(input);
        try
        {
            return document.Expression.Evaluate(empty);
        }
        catch (InvalidOperationException e) when (Within(e) is { } inner)
        {
            throw inner;
        }
        finally
        {
            Effort.Charge(before);
        }
    }

    /// <summary>Every solution of a query, as the values of its variables.</summary>
    /// <exception cref="RegoException">as for a document</exception>
    public IReadOnlyList<RegoObject> Evaluate(RegoQuery query, RegoValue? input)
    {
        var before = Begin(input);
        try
        {
            var frame = new Frame(this, query.Slots, query.Sinks);
            var solutions = new List<RegoObject>();
            frame.Sinks[0] = solutions;
            query.Steps.Run(frame);
            return solutions;
        }
        catch (InvalidOperationException e) when (Within(e) is { } inner)
        {
            throw inner;
        }
        finally
        {
            Effort.Charge(before);
        }
    }

    private Budget? Begin(RegoValue? input)
    {
        builtins.Renew();
        Context = outermost;
        outermost.Renew(input);
        return Effort.Charge(Budget);
    }

    /// <summary>A sort hides what a comparison throws in an exception of its own.</summary>
    private static Exception? Within(InvalidOperationException e) => e.InnerException is RegoException or OperationCanceledException ? e.InnerException : null;

    /// <summary>The document of a node, with all beneath it; <see langword="null"/> where there is none.</summary>
    internal RegoValue? Extent(RuleNode node)
    {
        var found = node.IsConstant && Context.IsPlain && node.Kind != RuleKind.None ? constants : Context.Found;
        if (found[node] is { } known)
        {
            return known != Busy ? known as RegoValue
                : throw new RegoException(RegoSyntaxException.Recursion, $"rule {node.Name} is recursive");
        }
        found[node] = Busy;
        var ended = false;
        try
        {
            var value = node.Kind switch
            {
                RuleKind.Complete => Complete(node),
                RuleKind.Set => Set(node),
                RuleKind.Function when !node.HasChildren => null,
                _ => Object(node),
            };
            found[node] = value ?? Nothing;
            ended = true;
            return value;
        }
        finally
        {
            // No catch: each rethrow takes more of a stack that may be all but used up.
            if (!ended)
                found[node] = null;
        }
    }

    /// <summary>What the rules of a node itself give; not what stands beneath it.</summary>
    internal OpenObject Given(RuleNode node)
    {
        var found = node.IsConstant && Context.IsPlain ? constantObjects : Context.Objects;
        if (found[node] is { } known)
            return known;
        var given = new OpenObject();
        foreach (var rule in Candidates(node))
            Collect(rule, given);
        found[node] = given;
        return given;
    }

    /// <summary>Adds the document of a node to an object that others add to as well.</summary>
    internal void AddExtent(RuleNode node, OpenObject into)
    {
        Enter();
        if (node.Kind == RuleKind.Object)
            into.Merge(Given(node));
        foreach (var child in node.Children)
        {
            if (Document(child) is not { } document)
                continue;
            // What gives nothing contradicts nothing.
            if (document is not OpenObject { Entries.Count: 0 } || !into.Entries.ContainsKey(child.Key!))
                into.Merge(child.Key!, document, child.Place);
        }
    }

    /// <summary>The document of a node as others may add to it; <see langword="null"/> where there is none.</summary>
    private object? Document(RuleNode node)
    {
        if (node.Kind is RuleKind.Complete or RuleKind.Set)
            return Own(node);
        if (node.Kind == RuleKind.Function && !node.HasChildren)
            return null;
        var all = new OpenObject();
        AddExtent(node, all);
        return all;
    }

    /// <summary>The value or the set of a node that has nothing else.</summary>
    internal object? Own(RuleNode node)
    {
        if (Extent(node) is not { } extent || node.Kind != RuleKind.Set)
            return Extent(node);
        var set = new OpenSet();
        Effort.Copy(((RegoSet)extent).Count);
        set.Items.UnionWith((RegoSet)extent);
        return set;
    }

    /// <summary>Calls a function, or what stands in for it.</summary>
    internal RegoValue? Call(Callee callee, RegoValue[] arguments, SourcePlace place)
    {
        if (Context.Functions is not { } mocks || !mocks.TryGetValue(callee.Name, out var mock))
            return Invoke(callee, arguments, place);
        if (mock.By is not { } other)
            return mock.Value;
        var outside = Context;
        Context = outside.WithoutMocks();
        var result = Invoke(other, arguments, place);
        Context = outside;
        return result;
    }

    private RegoValue? Invoke(Callee callee, RegoValue[] arguments, SourcePlace place)
    {
        if (callee.Function is { } function)
            return Function(function, arguments);
        var body = callee.Builtin!.Body ?? throw new RegoException(BuiltinException.Failed, $"{place.FileAndLine}: {BuiltinException.Failed}: {callee.Name} is not offered here", place);
        try
        {
            return body(builtins, arguments);
        }
        catch (BuiltinException e)
        {
            return options.StrictBuiltinErrors ? throw new RegoException(e.Code, $"{place.FileAndLine}: {e.Code}: {callee.Name}: {e.Message}", place) : null;
        }
    }

    private RegoValue? Function(RuleNode node, RegoValue[] arguments)
    {
        Enter();
        RegoValue? result = null;
        foreach (var rule in Candidates(node))
        {
            if (Value(rule, arguments) is not { } value)
                continue;
            if (result is not null && !result.Equals(value))
                throw Conflict.Functions(rule.Place);
            result = value;
        }
        return result ?? (node.Default is { } fallback ? Value(fallback, arguments) : null);
    }

    private RegoValue? Complete(RuleNode node)
    {
        Enter();
        RegoValue? result = null;
        foreach (var rule in Candidates(node))
        {
            if (Value(rule, []) is not { } value)
                continue;
            if (result is not null && !result.Equals(value))
                throw Conflict.CompleteRules(rule.Place);
            result = value;
        }
        return result ?? (node.Default is { } fallback ? Value(fallback, []) : null);
    }

    private RegoSet Set(RuleNode node)
    {
        Enter();
        var given = new OpenSet();
        foreach (var rule in Candidates(node))
            Collect(rule, given);
        return RegoSet.Of(given.Items);
    }

    private RegoValue Object(RuleNode node)
    {
        var all = new OpenObject();
        AddExtent(node, all);
        return OpenObject.Close(all);
    }

    private Rule[] Candidates(RuleNode node) => node.Index is { } index && Observer is null ? index.Candidates(empty) : node.AllRules;

    /// <summary>The value of a rule, or of what is tried in its place.</summary>
    private RegoValue? Value(Rule first, RegoValue[] arguments)
    {
        for (var rule = first; rule is not null; rule = rule.Else)
        {
            var frame = Rent(rule);
            arguments.CopyTo(frame.Slots, 0);
            Observer?.Entered(rule.Place, rule.Node.Name);
            rule.Body.Run(frame);
            var value = frame.Result;
            Observer?.Left(rule.Place, rule.Node.Name, value);
            Return(rule, frame);
            if (value is not null)
                return value;
        }
        return null;
    }

    private void Collect(Rule rule, object into)
    {
        var frame = Rent(rule);
        frame.Sinks[0] = into;
        Observer?.Entered(rule.Place, rule.Node.Name);
        try
        {
            rule.Body.Run(frame);
        }
        catch (RegoException e) when (e is { Code: Conflict.Code, Place: null })
        {
            throw Conflict.ObjectKeys(rule.Place);
        }
        Observer?.Left(rule.Place, rule.Node.Name, frame.Result);
        frame.Sinks[0] = null;
        Return(rule, frame);
    }

    private Frame Rent(Rule rule) => frames[rule.Id] is { Count: > 0 } free ? free.Pop() : new(this, rule.Slots, rule.Sinks);

    private void Return(Rule rule, Frame frame)
    {
        frame.Result = null;
        (frames[rule.Id] ??= []).Push(frame);
    }

    private void Enter()
    {
        Budget.Spend();
        Budget.EnsureStack();
    }
}
