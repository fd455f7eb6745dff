namespace Postrun.Rego;

/// <summary>What kind of document the rules of one path make.</summary>
internal enum RuleKind
{
    /// <summary>No rule ends here: a package, or a part of a path.</summary>
    None,

    /// <summary>One value.</summary>
    Complete,

    /// <summary>A set: <c>p contains x</c>.</summary>
    Set,

    /// <summary>An object with computed keys: <c>p[x] := y</c>, <c>p[x].q contains z</c>.</summary>
    Object,

    Function,
}

/// <summary>A path in the data that rules define, with the rules that end there.</summary>
internal sealed class RuleNode(RuleNode? parent, RegoValue? key)
{
    private readonly Dictionary<RegoValue, RuleNode> children = [];
    private Rule[]? ready;

    /// <summary>Its place among all nodes of the policy.</summary>
    public int Id { get; set; }

    public RuleKind Kind { get; set; }

    public List<Rule> Rules { get; } = [];

    public Rule? Default { get; set; }

    /// <summary>Of a rule here or beneath; for errors.</summary>
    public SourcePlace? Place => All().SelectMany(static node => node.Rules).FirstOrDefault()?.Place;

    /// <summary>How many arguments the function takes.</summary>
    public int Arity { get; set; }

    /// <summary>Neither input nor clock nor chance has a say, here or in anything that it refers to.</summary>
    public bool IsConstant { get; set; }

    public RuleIndex? Index { get; set; }

    /// <summary><see cref="Rules"/>, once there will be no more.</summary>
    public Rule[] AllRules => ready ??= [.. Rules];

    /// <summary>In the order of their keys.</summary>
    public IEnumerable<RuleNode> Children => children.OrderBy(static child => child.Key).Select(static child => child.Value);

    public IEnumerable<RegoValue> ChildKeys => children.Keys;

    public bool HasChildren => children.Count > 0;

    public RegoValue? Key => key;

    public RuleNode? Child(RegoValue childKey) => children.GetValueOrDefault(childKey);

    public RuleNode Open(RegoValue childKey)
    {
        if (!children.TryGetValue(childKey, out var child))
            children.Add(childKey, child = new(this, childKey));
        return child;
    }

    /// <summary>The node and all beneath it.</summary>
    public IEnumerable<RuleNode> All() => Children.SelectMany(static child => child.All()).Prepend(this);

    public RegoValue[] Path
    {
        get
        {
            var path = new List<RegoValue>();
            for (var node = this; node.Key is { } step; node = node.Parent!)
                path.Add(step);
            path.Reverse();
            return [.. path];
        }
    }

    /// <summary>Such as <c>data.a.b["c d"]</c>.</summary>
    public string Name => DataPath.Write(Path);

    private RuleNode? Parent => parent;
}
