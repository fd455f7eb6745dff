namespace Postrun.Rego;

/// <summary>What the names of a module stand for.</summary>
/// <param name="ruleNames">The rules of the package, whichever module they stand in.</param>
internal sealed class ModuleScope(RuleNode root, IReadOnlyList<string> package, IReadOnlySet<string> ruleNames, IEnumerable<Import> imports)
{
    private readonly Dictionary<string, string[]> aliases = imports
        .GroupBy(static import => import.Alias)
        .ToDictionary(static group => group.Key, static group => group.Last().Path.ToArray());

    public RuleNode Root => root;

    public static ModuleScope ForQuery(RuleNode root) => new(root, [], new HashSet<string>(), []);

    /// <summary>The path of a name that is no variable, from <c>data</c> or <c>input</c> on; <see langword="null"/> for a variable.</summary>
    public string[]? Path(string name)
    {
        if (aliases.TryGetValue(name, out var path))
            return path;
        if (ruleNames.Contains(name))
            return ["data", .. package, name];
        return name is "data" or "input" ? [name] : null;
    }

    /// <summary>A function of the policy, by the name or the path it is called with.</summary>
    public RuleNode? Function(IReadOnlyList<string> called)
    {
        if (Path(called[0]) is not ["data", .. var path])
            return null;
        var node = root;
        foreach (var step in path.Concat(called.Skip(1)))
        {
            if (node.Child(new RegoString(step)) is not { } child)
                return null;
            node = child;
        }
        return node.Kind == RuleKind.Function ? node : null;
    }
}
