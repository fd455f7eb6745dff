namespace Postrun.Rego;

/// <summary>Which rules look at which: no rule may lead back to itself, and what looks at nothing that varies is constant.</summary>
internal sealed class DependencyGraph(RuleNode root)
{
    private enum Mark
    {
        Entered,
        Left,
    }

    private readonly Dictionary<RuleNode, Mark> marks = [];
    private readonly Dictionary<RuleNode, Dependencies> all = [];
    private readonly List<RuleNode> way = [];

    /// <exception cref="RegoSyntaxException">a rule refers to itself</exception>
    public void Settle()
    {
        foreach (var node in root.All())
        {
            if (node.Kind != RuleKind.None)
                Visit(node, node.Rules.FirstOrDefault()?.Place);
        }
        foreach (var (node, dependencies) in all)
            node.IsConstant = !dependencies.UsesInput && !dependencies.Varies;
    }

    /// <summary>Of the node's rules, and of all that they look at.</summary>
    public Dependencies Of(RuleNode node)
    {
        var together = new Dependencies();
        foreach (var beneath in node.All())
        {
            if (all.TryGetValue(beneath, out var dependencies))
                Join(together, dependencies);
        }
        return together;
    }

    private Dependencies Visit(RuleNode node, SourcePlace? from)
    {
        if (marks.TryGetValue(node, out var mark))
        {
            if (mark == Mark.Left)
                return all[node];
            var circle = way.Skip(way.IndexOf(node)).Append(node).Select(static member => member.Name);
            throw new RegoSyntaxException(RegoSyntaxException.Recursion, from!, $"rule {node.Name} is recursive: {string.Join(" -> ", circle)}");
        }
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new RegoSyntaxException(RegoSyntaxException.Compile, from!, "rules refer to one another too deeply");
        marks.Add(node, Mark.Entered);
        way.Add(node);
        var together = new Dependencies();
        foreach (var rule in Chain(node))
        {
            Join(together, rule.Dependencies);
            foreach (var function in rule.Dependencies.Functions)
                Join(together, Visit(function, rule.Place));
            foreach (var path in rule.Dependencies.Data)
            {
                foreach (var met in Matching(root, path, 0))
                    Join(together, Visit(met, rule.Place));
            }
        }
        marks[node] = Mark.Left;
        way.RemoveAt(way.Count - 1);
        all.Add(node, together);
        return together;
    }

    private static IEnumerable<Rule> Chain(RuleNode node)
    {
        foreach (var first in node.Default is null ? node.Rules : node.Rules.Append(node.Default))
        {
            for (var rule = first; rule is not null; rule = rule.Else)
                yield return rule;
        }
    }

    private static void Join(Dependencies into, Dependencies other)
    {
        into.InputFields.UnionWith(other.InputFields);
        into.WholeInput |= other.WholeInput;
        into.Varies |= other.Varies;
    }

    /// <summary>The nodes whose rules may give something at the path.</summary>
    private static IEnumerable<RuleNode> Matching(RuleNode node, RegoValue?[] path, int depth)
    {
        if (depth == path.Length)
            return node.All().Where(static beneath => beneath.Kind is not (RuleKind.None or RuleKind.Function));
        var found = new List<RuleNode>();
        // Computed keys may meet any path; of those that are constant in every rule, only these.
        if (node.Kind is RuleKind.Complete or RuleKind.Set || (node.Kind == RuleKind.Object && node.Rules.Any(rule => MayMeet(rule, path, depth))))
            found.Add(node);
        if (path[depth] is { } key)
        {
            if (node.Child(key) is { } child)
                found.AddRange(Matching(child, path, depth + 1));
        }
        else
        {
            foreach (var child in node.Children)
                found.AddRange(Matching(child, path, depth + 1));
        }
        return found;
    }

    /// <summary>Holds the rest of a rule's head, where it is constant, against the rest of a path.</summary>
    private static bool MayMeet(Rule rule, RegoValue?[] path, int depth)
    {
        var head = rule.Syntax.Head.Path;
        var from = RuleHeads.ConstantLength(rule.Syntax.Head);
        for (var i = from; i < head.Length && depth + i - from < path.Length; i++)
        {
            if (head[i] is ScalarTerm { Value: var constant } && path[depth + i - from] is { } key && !key.Equals(constant))
                return false;
        }
        return true;
    }
}
