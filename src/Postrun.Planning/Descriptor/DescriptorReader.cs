using System.Collections.Frozen;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>postrun.yaml</c>, which <c>docs/descriptor.md</c> describes. It touches no file: paths are resolved by their letters.</summary>
public static class DescriptorReader
{
    private static readonly FrozenDictionary<string, Confirmation> Confirmations = new Dictionary<string, Confirmation>
    {
        ["listed"] = Confirmation.Listed,
        ["hashed"] = Confirmation.Hashed,
    }.ToFrozenDictionary();

    /// <summary>Reads a descriptor and names everything that is wrong with it at once.</summary>
    /// <param name="yaml">The bytes of the file; at most 1 MiB.</param>
    /// <param name="fileName">What errors call the file.</param>
    /// <param name="baseDirectory">The absolute directory that relative paths start from: the one that holds the file.</param>
    /// <param name="environment">The variables that <c>${NAME}</c> may name. Their values reach the descriptor, never an error.</param>
    /// <param name="knownCaches">The names that <c>caches.names</c> may list.</param>
    /// <exception cref="ArgumentException"><paramref name="baseDirectory"/> is not absolute; nothing in the file leads to an exception.</exception>
    public static DescriptorResult Read(
        ReadOnlySpan<byte> yaml,
        string fileName,
        UnixPath baseDirectory,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlySet<string> knownCaches)
    {
        if (!baseDirectory.IsAbsolute)
            throw new ArgumentException("must be absolute", nameof(baseDirectory));
        var errors = new ErrorList(fileName);
        var context = new ReadContext { Errors = errors, BaseDirectory = baseDirectory, Environment = environment, KnownCaches = knownCaches };
        RunDescriptor? descriptor = null;
        if (DescriptorText.TryDecode(yaml, errors, out var text) && SourceTree.Read(text, errors) is { } root && IsKnownVersion(context, root))
            descriptor = ReadRoot(context, root, CanonicalJson.Digest(yaml));
        return new() { Descriptor = errors.Count == 0 ? descriptor : null, Errors = errors.Sorted() };
    }

    /// <summary>Another version has another shape: its keys would only give errors that mislead.</summary>
    private static bool IsKnownVersion(ReadContext context, SourceNode root)
    {
        if (root is not SourceMapping mapping)
            return true;
        var entry = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == "apiVersion");
        if (entry is null)
            context.Errors.Add(root, $"'apiVersion' is missing: the first line must be apiVersion: {RunDescriptor.ApiVersion}");
        else if (entry.Value is not SourceScalar { Text: RunDescriptor.ApiVersion })
        {
            context.Errors.Add(entry.Value, $"this apiVersion is not known: this version of Postrun reads {RunDescriptor.ApiVersion}");
            return false;
        }
        else if (entry != mapping.Entries[0])
            context.Errors.Add(entry.Key, "'apiVersion' must be the first key, for it says how to read the others: move it up");
        return true;
    }

    private static RunDescriptor? ReadRoot(ReadContext context, SourceNode node, string digest)
    {
        if (Section.Open(context, node, "") is not { } root)
            return null;
        var run = RunSection.Read(root);
        var layout = new Layout(context);
        var evidenceDirectory = ReadEvidenceDirectory(root);
        var workspace = WorkspaceSection.Read(root, layout);
        var caches = CachesSection.Read(root, layout);
        var retention = RetentionSection.Read(root);
        var confirmation = root.Choice("confirmation", Confirmations) ?? Confirmation.Listed;
        var signing = SigningSection.Read(root, layout);
        var policy = PolicySection.Read(root, layout);
        var redaction = RedactionSection.Read(root, layout);
        var credentials = CredentialsSection.Read(root, layout);
        if (evidenceDirectory is { } directory)
            layout.CheckEvidenceDirectory(directory);
        if (run is null || workspace is null || evidenceDirectory is null)
            return null;
        return new()
        {
            Run = run,
            Workspace = workspace,
            Caches = caches,
            Retention = retention,
            Confirmation = confirmation,
            EvidenceDirectory = evidenceDirectory.Value.Value,
            SigningKey = signing,
            Policy = policy,
            Redaction = redaction,
            Credentials = credentials,
            Digest = digest,
        };
    }

    private static Located<UnixPath>? ReadEvidenceDirectory(Section root)
    {
        if (!root.Has("evidence"))
            return root.Context.Path(new(1, 1, "./postrun", IsPlain: true));
        if (root.Open("evidence") is not { } section)
            return null;
        if (section.Has("directory"))
            return section.Path("directory");
        section.Report("'evidence.directory' is missing: name the directory, or remove 'evidence' for ./postrun");
        return null;
    }
}
