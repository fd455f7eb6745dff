namespace Postrun.Rego;

/// <summary>The annotations around a rule, from the closest outwards.</summary>
internal sealed class MetadataChain(IReadOnlyList<RegoModule> modules)
{
    /// <param name="function"><c>rego.metadata.chain</c> or <c>rego.metadata.rule</c>.</param>
    public RegoValue Of(Rule rule, string function)
    {
        if (function.EndsWith("rule", StringComparison.Ordinal))
            return OfScope(rule.Syntax.Annotations, "rule").LastOrDefault()?.Content ?? RegoObject.Empty;
        var package = new RegoArray([.. rule.Module.Package.Select(static step => new RegoString(step))]);
        var path = new RegoArray([.. rule.Node.Path]);
        var chain = new List<RegoValue>();
        chain.AddRange(OfScope(rule.Syntax.Annotations, "rule").OrderByDescending(static annotation => annotation.StopLine).Select(annotation => Entry(path, annotation)));
        if (chain.Count == 0)
            chain.Add(RegoObject.Of(("path", path)));
        var sameRule = SamePackage(rule).SelectMany(static module => module.Rules).Where(other => other.Head.Name == rule.Syntax.Head.Name && other.Head.Path.Length == rule.Syntax.Head.Path.Length);
        chain.AddRange(sameRule.SelectMany(static other => OfScope(other.Annotations, "document")).Take(1).Select(annotation => Entry(path, annotation)));
        chain.AddRange(SamePackage(rule).SelectMany(static module => OfScope(module.PackageAnnotations, "package")).Take(1).Select(annotation => Entry(package, annotation)));
        for (var length = rule.Module.Package.Length; length > 0; length--)
        {
            var prefix = rule.Module.Package.Take(length).ToArray();
            var around = modules.Where(module => module.Package.SequenceEqual(prefix)).SelectMany(static module => OfScope(module.PackageAnnotations, "subpackages"));
            chain.AddRange(around.Select(annotation => Entry(new RegoArray([.. prefix.Select(static step => new RegoString(step))]), annotation)));
        }
        return new RegoArray([.. chain]);
    }

    private IEnumerable<RegoModule> SamePackage(Rule rule) => modules.Where(module => module.Package.SequenceEqual(rule.Module.Package));

    /// <summary>A block without scope belongs to what it stands above.</summary>
    private static IEnumerable<Annotation> OfScope(IEnumerable<Annotation> annotations, string scope) =>
        annotations.Where(annotation => annotation.Scope == scope);

    private static RegoObject Entry(RegoArray path, Annotation annotation) => RegoObject.Of(("annotations", annotation.Content), ("path", path));
}
