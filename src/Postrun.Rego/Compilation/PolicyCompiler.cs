namespace Postrun.Rego;

/// <summary>Modules to one tree of compiled rules.</summary>
internal sealed class PolicyCompiler(IReadOnlyList<RegoModule> modules, CompileOptions options)
{
    private readonly Dictionary<RuleNode, SourcePlace> places = [];
    private readonly List<ReferenceExpression> documents = [];
    private readonly List<RegoSyntaxException> errors = [];
    private int rules;

    public RuleNode Root { get; } = new(null, null);

    public int RuleCount => rules;

    public int NodeCount { get; private set; }

    /// <exception cref="RegoSyntaxException">the modules do not make a policy</exception>
    public DependencyGraph Compile(RegoValue data)
    {
        Check();
        return errors.Count == 0 ? Settled(data) : throw errors[0];
    }

    /// <summary>Everything that keeps the modules from being a policy, in their order.</summary>
    public IReadOnlyList<RegoSyntaxException> Errors()
    {
        Check();
        if (errors.Count == 0)
            Attempt(() => Settled(RegoObject.Empty));
        return errors;
    }

    private void Check()
    {
        foreach (var module in modules)
        {
            OpenNodes(module);
            errors.AddRange(ModuleChecks.Of(module));
        }
        foreach (var node in Root.All())
            Attempt(() => CheckBelow(node));
        var ruleNames = modules.GroupBy(PackageName).ToDictionary(static group => group.Key, static group => group.SelectMany(static module => module.Rules).Select(static rule => rule.Head.Name).ToHashSet());
        var chains = new MetadataChain(modules);
        foreach (var module in modules)
        {
            var names = new ModuleScope(Root, module.Package, ruleNames[PackageName(module)], module.Imports);
            var compiler = new RuleCompiler(names, options, chains.Of, () => rules++, documents);
            foreach (var syntax in module.Rules)
                Attempt(() => Add(compiler, module, syntax));
        }
    }

    private void Add(RuleCompiler compiler, RegoModule module, RuleSyntax syntax)
    {
        var node = RuleHeads.NodeOf(PackageOf(module), syntax.Head);
        var rule = compiler.Compile(node, module, syntax);
        if (!syntax.Default)
            node.Rules.Add(rule);
        else if (node.Default is null)
            node.Default = rule;
        else
            throw new RegoSyntaxException(RegoSyntaxException.Type, syntax.Place, $"multiple default rules {node.Name} found");
    }

    private DependencyGraph Settled(RegoValue data)
    {
        foreach (var node in Root.All())
            (node.Id, node.Index) = (NodeCount++, RuleIndex.Of(node.Rules));
        foreach (var document in documents)
            document.Link(Root, data);
        var graph = new DependencyGraph(Root);
        graph.Settle();
        return graph;
    }

    /// <summary>One rule that is wrong does not hide what is wrong with the others.</summary>
    private void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (RegoSyntaxException e)
        {
            errors.Add(e);
        }
    }

    private RuleNode PackageOf(RegoModule module)
    {
        var node = Root;
        foreach (var step in module.Package)
            node = node.Open(new RegoString(step));
        return node;
    }

    private void OpenNodes(RegoModule module)
    {
        var package = PackageOf(module);
        foreach (var syntax in module.Rules)
            Attempt(() => OpenNode(package, syntax));
    }

    private void OpenNode(RuleNode package, RuleSyntax syntax)
    {
        var node = RuleHeads.NodeOf(package, syntax.Head);
        var kind = RuleHeads.Kind(syntax.Head);
        var arity = syntax.Head.Arguments?.Length ?? 0;
        if (node.Kind != RuleKind.None && (node.Kind != kind || node.Arity != arity))
            throw new RegoSyntaxException(RegoSyntaxException.Type, syntax.Place, $"conflicting rules {node.Name} found");
        (node.Kind, node.Arity) = (kind, arity);
        places.TryAdd(node, syntax.Place);
    }

    /// <summary>A document that is one value or a set has nothing beneath it.</summary>
    private void CheckBelow(RuleNode node)
    {
        if (node.Kind is not (RuleKind.Complete or RuleKind.Set))
            return;
        if (node.All().Skip(1).FirstOrDefault(static child => child.Kind != RuleKind.None) is { } below)
            throw new RegoSyntaxException(RegoSyntaxException.Type, places[below], $"rule {below.Name} conflicts with rule {node.Name}");
    }

    private static string PackageName(RegoModule module) => string.Join('\0', module.Package);
}
