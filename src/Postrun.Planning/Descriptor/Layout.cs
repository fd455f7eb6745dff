using Postrun.Model;

namespace Postrun.Planning;

/// <summary>The directories that a descriptor names, checked against each other.</summary>
internal sealed class Layout(ReadContext context)
{
    private readonly List<Located<UnixPath>> roots = [];
    private readonly List<Located<UnixPath>> caches = [];
    private bool rootsIncomplete;

    public IEnumerable<UnixPath> Roots => roots.Select(root => root.Value);

    public void AddRoot(Located<UnixPath>? root)
    {
        if (root is not { } added)
        {
            rootsIncomplete = true;
            return;
        }
        if (IsRefused(added, "the root") || Overlaps(added, roots, "the root"))
        {
            // The package may lie in the root that was refused: one error is enough.
            rootsIncomplete = true;
            return;
        }
        roots.Add(added);
    }

    public void AddCache(Located<UnixPath> cache)
    {
        if (!IsRefused(cache, "the cache") && !Overlaps(cache, caches, "the cache") && !Overlaps(cache, roots, "the cache"))
            caches.Add(cache);
    }

    public void RequireWithinRoot(Located<UnixPath> path, string what)
    {
        if (!rootsIncomplete && !roots.Any(root => path.Value.IsWithin(root.Value)))
            context.Errors.Add(path.At, $"{what} {ErrorList.Quote(path.At.Text)} lies in no root: it must be within one of 'workspace.roots'");
    }

    /// <summary>What the clean-up itself needs must survive it.</summary>
    public void RequireOutsideRoots(Located<UnixPath> path, string what)
    {
        if (roots.Concat(caches).Any(root => path.Value.IsWithin(root.Value)))
            context.Errors.Add(path.At, $"{what} {ErrorList.Quote(path.At.Text)} lies in a directory that is cleaned: move it out");
    }

    /// <summary>What is in a root came from the run: none of it may decide.</summary>
    public void RequireApartFromRoots(Located<UnixPath> path, string what)
    {
        RequireOutsideRoots(path, what);
        if (roots.Concat(caches).FirstOrDefault(root => root.Value != path.Value && root.Value.IsWithin(path.Value)) is { At: { } held })
            context.Errors.Add(path.At, $"{what} {ErrorList.Quote(path.At.Text)} holds {ErrorList.Quote(held.Text)}, which is cleaned: what the run wrote must not decide; name a smaller directory");
    }

    public void CheckEvidenceDirectory(Located<UnixPath> directory)
    {
        var text = ErrorList.Quote(directory.At.Text);
        if (directory.Value == new UnixPath("/"u8))
        {
            context.Errors.Add(directory.At, $"the evidence directory {text} is the root of the file system: name a directory for the evidence alone");
            return;
        }
        foreach (var root in roots.Concat(caches))
        {
            if (directory.Value.IsWithin(root.Value))
                context.Errors.Add(root.At, $"{ErrorList.Quote(root.At.Text)} holds the evidence directory {text}: clean a smaller directory, or set 'evidence.directory' elsewhere");
            else if (root.Value.IsWithin(directory.Value))
                context.Errors.Add(root.At, $"{ErrorList.Quote(root.At.Text)} lies in the evidence directory {text}: clean another directory, or set 'evidence.directory' elsewhere");
        }
    }

    private bool IsRefused(Located<UnixPath> path, string what)
    {
        if (RootRules.WhyProtected(path.Value, Home()) is not { } reason)
            return false;
        context.Errors.Add(path.At, $"{what} {ErrorList.Quote(path.At.Text)} {reason}");
        return true;
    }

    private UnixPath[] Home() =>
        context.Environment.GetValueOrDefault("HOME") is ['/', ..] home && PathRules.TryResolve(home, new("/"u8), out var path, out _) ? [path] : [];

    private bool Overlaps(Located<UnixPath> added, List<Located<UnixPath>> others, string what)
    {
        foreach (var other in others)
        {
            if (!added.Value.IsWithin(other.Value) && !other.Value.IsWithin(added.Value))
                continue;
            var relation = added.Value == other.Value ? "is the same directory as"
                : added.Value.IsWithin(other.Value) ? "lies within" : "holds";
            context.Errors.Add(added.At, $"{what} {ErrorList.Quote(added.At.Text)} {relation} {ErrorList.Quote(other.At.Text)} (line {other.At.Line}): name each directory once");
            return true;
        }
        return false;
    }
}
