using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Redaction.Text;

namespace Postrun.Actions;

/// <summary>Paths as signed evidence may show them: a value in a name has a label in its place.</summary>
/// <param name="roots">What lies beneath one of these is looked at without it: a root is the operator's own word.</param>
public sealed class ShownPaths(RedactionTools tools, ImmutableArray<UnixPath> roots)
{
    private readonly PathRedactor redactor = new(tools.Key);

    /// <summary>Different paths stay different: a label has the fingerprint of its value.</summary>
    public UnixPath Of(UnixPath path)
    {
        var root = RootOf(path);
        var name = new UnixPath(path.Bytes[(root.IsEmpty ? 0 : Math.Min(root.Bytes.Length + 1, path.Bytes.Length))..]);
        if (name.IsEmpty)
            return path;
        var shown = redactor.Redact(tools.RulesFor(name), name.Bytes);
        return name.Bytes.SequenceEqual(shown) ? path : root.Join(shown);
    }

    private UnixPath RootOf(UnixPath path)
    {
        var deepest = UnixPath.Empty;
        foreach (var root in roots)
            if (root.Bytes.Length > deepest.Bytes.Length && path.IsWithin(root))
                deepest = root;
        return deepest;
    }
}
