using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>Compiled modules and base data. Immutable: any number of evaluators may use it at once.</summary>
public sealed class RegoPolicy
{
    private readonly DependencyGraph graph;
    private readonly CompileOptions options;

    private RegoPolicy(RuleNode root, int ruleCount, int nodeCount, RegoValue data, DependencyGraph graph, CompileOptions options, ImmutableArray<RegoModule> modules)
    {
        (Root, RuleCount, NodeCount, Data, Modules) = (root, ruleCount, nodeCount, data, modules);
        this.graph = graph;
        this.options = options;
    }

    public ImmutableArray<RegoModule> Modules { get; }

    internal RuleNode Root { get; }

    internal int RuleCount { get; }

    internal int NodeCount { get; }

    internal RegoValue Data { get; }

    /// <param name="data">Base documents; where rules define the same path, the rules win.</param>
    /// <exception cref="RegoSyntaxException">the modules do not make a policy</exception>
    public static RegoPolicy Compile(IEnumerable<RegoModule> modules, RegoObject? data = null, CompileOptions? options = null)
    {
        ImmutableArray<RegoModule> all = [.. modules];
        var compiler = new PolicyCompiler(all, options ?? CompileOptions.Default);
        var graph = compiler.Compile(data ?? RegoObject.Empty);
        return new(compiler.Root, compiler.RuleCount, compiler.NodeCount, data ?? RegoObject.Empty, graph, options ?? CompileOptions.Default, all);
    }

    /// <summary>Everything that keeps the modules from being a policy; empty where they are one.</summary>
    public static IReadOnlyList<RegoSyntaxException> Errors(IEnumerable<RegoModule> modules, CompileOptions? options = null) =>
        new PolicyCompiler([.. modules], options ?? CompileOptions.Default).Errors();

    /// <summary>Whether rules define a document at a path.</summary>
    public bool Defines(params IEnumerable<string> path)
    {
        var node = Root;
        foreach (var step in path)
        {
            if (node.Child(new RegoString(step)) is not { } child)
                return false;
            node = child;
        }
        return node.Kind is not (RuleKind.None or RuleKind.Function);
    }

    /// <summary>A rule at whose path, or on the way to it, the data has a value: then two would answer one question.</summary>
    public (string Name, SourcePlace Place)? ShadowedRule() => ShadowedRule(Root, Data);

    private static (string, SourcePlace)? ShadowedRule(RuleNode node, RegoValue? data)
    {
        if (data is null)
            return null;
        if (node.Kind != RuleKind.None || data is not RegoObject)
            return node.Place is { } place ? (node.Name, place) : null;
        return node.Children.Select(child => ShadowedRule(child, Indexing.Get(data, child.Key!))).FirstOrDefault(static found => found is not null);
    }

    /// <param name="path">Such as <c>["postrun", "retention", "decision"]</c>, without <c>data</c>.</param>
    public RegoDocument Document(params IEnumerable<string> path) => new(path, this);

    /// <param name="query">Statements such as <c>data.a.p = x; x > 1</c>.</param>
    /// <exception cref="RegoSyntaxException">it is not a query, or one of its variables is unsafe</exception>
    public RegoQuery Prepare(string query, RegoVersion version = RegoVersion.V1)
    {
        var statements = Parse(query, version);
        return Prepare(statements, []);
    }

    /// <summary>The same query, whose solutions also hold what each statement gave: <see cref="RegoQuery.Statements"/> says where.</summary>
    /// <inheritdoc cref="Prepare(string, RegoVersion)"/>
    public RegoQuery PrepareWithValues(string query, RegoVersion version = RegoVersion.V1)
    {
        var capture = new QueryCapture(query, ModuleScope.ForQuery(Root));
        var statements = Parse(query, version);
        return Prepare(capture.Rewrite(statements), capture.Statements);
    }

    private static ImmutableArray<Statement> Parse(string query, RegoVersion version) =>
        new RegoParser("query", query, version == RegoVersion.Auto ? RegoVersion.V1 : version).Query();

    private RegoQuery Prepare(IEnumerable<Statement> statements, IEnumerable<QueryStatement> described)
    {
        var scope = new RuleScope();
        var body = new BodySource(null);
        var builder = new BodyBuilder(ModuleScope.ForQuery(Root), scope, new Dependencies(), options, static _ => null, []);
        builder.Add(statements, body, new LocalScope(null));
        var order = body.Order([]);
        var named = scope.Named.Where(variable => body.Own.Contains(variable)).DistinctBy(static variable => variable.Name).ToArray();
        return new(order.Build(new CollectBindings(named)), scope.Slots, scope.Sinks) { Statements = [.. described] };
    }

    /// <param name="cancellation">Ends every evaluation of the evaluator.</param>
    public RegoEvaluator NewEvaluator(EvaluationOptions? evaluation = null, CancellationToken cancellation = default) =>
        new(this, evaluation ?? EvaluationOptions.Default, cancellation);

    /// <summary>
    /// The fields of the input that the document depends on: of two inputs that agree in them, it is the same.
    /// <see langword="null"/> where it may depend on all of the input, or on more than the input.
    /// </summary>
    public IReadOnlySet<string>? InputFields(RegoDocument document)
    {
        var node = Root;
        foreach (var step in document.Path)
        {
            if (node.Kind != RuleKind.None || node.Child(new RegoString(step)) is not { } child)
                break;
            node = child;
        }
        var dependencies = graph.Of(node);
        return dependencies.WholeInput || dependencies.Varies ? null : dependencies.InputFields;
    }

}

/// <summary>A path in the data of a policy, ready to be evaluated.</summary>
public sealed class RegoDocument
{
    internal RegoDocument(IEnumerable<string> path, RegoPolicy policy)
    {
        Path = [.. path];
        Policy = policy;
        Expression = new(ReferenceRoot.Data, null, [.. Path.Select(static step => new ConstantExpression(new RegoString(step)))]);
        Expression.Link(policy.Root, policy.Data);
    }

    public ImmutableArray<string> Path { get; }

    internal RegoPolicy Policy { get; }

    internal ReferenceExpression Expression { get; }

    public override string ToString() => string.Join('.', Path.Prepend("data"));
}

/// <summary>A query, ready to be evaluated.</summary>
public sealed class RegoQuery
{
    internal RegoQuery(Step steps, int slots, int sinks) => (Steps, Slots, Sinks) = (steps, slots, sinks);

    /// <summary>Empty where their values were not asked for.</summary>
    public ImmutableArray<QueryStatement> Statements { get; internal init; } = [];

    internal Step Steps { get; }

    internal int Slots { get; }

    internal int Sinks { get; }
}

internal sealed class CollectBindings(Variable[] variables) : Step
{
    public override bool Run(Frame frame)
    {
        frame.Allocate(variables.Length * 4);
        ((List<RegoObject>)frame.Sinks[0]!).Add(RegoObject.Of(variables.Select(variable => KeyValuePair.Create<RegoValue, RegoValue>(new RegoString(variable.Name), frame.Slots[variable.Slot]!))));
        return true;
    }
}
