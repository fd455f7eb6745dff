using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>workspace</c>.</summary>
internal static class WorkspaceSection
{
    private static readonly FrozenDictionary<string, DataClass> UnmatchedClasses = new Dictionary<string, DataClass>
    {
        ["transient"] = DataClass.Transient,
        ["undecided"] = DataClass.Undecided,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, bool> Flags = new Dictionary<string, bool> { ["true"] = true, ["false"] = false }.ToFrozenDictionary();

    public static Workspace? Read(Section root, Layout layout)
    {
        if (!root.Has("workspace"))
            root.Report("'workspace' is missing: write workspace: { roots: [./work], evidence: [\"/reports/**\"] }");
        if (root.Open("workspace") is not { } section)
            return null;
        var context = section.Context;
        ReadRoots(section, layout);
        var package = section.Path("package");
        if (package is { } directory)
            layout.RequireWithinRoot(directory, "the package");
        var mounts = section.List("mounts").Select(context.Path).OfType<Located<UnixPath>>().ToList();
        mounts.ForEach(mount => layout.RequireWithinRoot(mount, "the mount"));
        var workspace = new Workspace
        {
            Roots = [.. layout.Roots],
            Package = package?.Value,
            Mounts = [.. mounts.Select(mount => mount.Value)],
            Evidence = ReadPatterns(section, "evidence"),
            Keep = ReadPatterns(section, "keep"),
            Intermediate = ReadPatterns(section, "intermediate"),
            Transient = ReadPatterns(section, "transient"),
            Unmatched = section.Choice("unmatched", UnmatchedClasses) ?? DataClass.Transient,
        };
        CheckNothingToKeep(section, workspace);
        return workspace;
    }

    private static void ReadRoots(Section section, Layout layout)
    {
        if (!section.Has("roots") || section.Find("roots") is SourceSequence { Items.IsEmpty: true })
            section.Report("'workspace.roots' is missing: name at least one directory of the run, such as roots: [./work]");
        var listed = section.List("roots");
        if (listed.IsEmpty)
            layout.AddRoot(null);
        foreach (var scalar in listed)
            layout.AddRoot(section.Context.Path(scalar));
    }

    /// <summary>A list of gitignore-style patterns.</summary>
    public static ImmutableArray<DeclaredPattern> ReadPatterns(Section section, string key)
    {
        var patterns = ImmutableArray.CreateBuilder<DeclaredPattern>();
        foreach (var scalar in section.List(key))
        {
            if (scalar.Text.Contains("\\${", StringComparison.Ordinal))
            {
                // The backslash would join the ones that protect the value, and undo the first of them.
                section.Context.Errors.Add(scalar, $"the pattern {ErrorList.Quote(scalar.Text)}: a variable cannot follow a backslash, take it out: the value is taken letter by letter");
                continue;
            }
            if (section.Context.Expand(scalar, Escape) is not { } text)
                continue;
            if (PatternList.TryValidate(text, out var error))
                patterns.Add(new(text, scalar.Line));
            else
                section.Context.Errors.Add(scalar, $"the pattern {ErrorList.Quote(scalar.Text)}: {error}");
        }
        return patterns.ToImmutable();
    }

    /// <summary>A variable stands for its letters: a run named <c>*</c> must not become a pattern that takes everything.</summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var unit in value)
            (unit is '*' or '?' or '[' or ']' or '\\' or '!' or '^' ? escaped.Append('\\') : escaped).Append(unit);
        return escaped.ToString();
    }

    private static void CheckNothingToKeep(Section section, Workspace workspace)
    {
        var confirmed = section.Choice("nothingToKeep", Flags);
        var keeps = section.Has("package") || Declares(section, "evidence", workspace.Evidence) || Declares(section, "keep", workspace.Keep);
        if (keeps && confirmed == true)
            section.Context.Errors.Add(section.Find("nothingToKeep")!, "'workspace.nothingToKeep' contradicts the package, evidence or keep that is declared: remove one of them");
        else if (!keeps && confirmed != true)
            section.Report("nothing is declared to be kept, so the workspace would be emptied: name 'workspace.package', 'workspace.evidence' or 'workspace.keep', or confirm with nothingToKeep: true");
    }

    /// <summary>A list that holds only negations keeps nothing; one with an error may have meant to.</summary>
    private static bool Declares(Section section, string key, ImmutableArray<DeclaredPattern> read) =>
        read.Any(pattern => !pattern.Text.StartsWith('!'))
        || section.Find(key) switch
        {
            null => false,
            SourceSequence sequence => sequence.Items.Length > read.Length,
            _ => true,
        };
}
