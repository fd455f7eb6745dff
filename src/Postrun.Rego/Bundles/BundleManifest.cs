using System.Text.Json;

namespace Postrun.Rego;

/// <summary><c>.manifest</c>: https://www.openpolicyagent.org/docs/management-bundles</summary>
/// <param name="Roots">The paths in the data that the bundle may define, with slashes; empty for all.</param>
/// <param name="Version">Of files that <paramref name="Versions"/> does not name.</param>
/// <param name="Versions">By glob of the path.</param>
public sealed record BundleManifest(string? Revision, IReadOnlyList<string> Roots, RegoVersion Version, IReadOnlyDictionary<string, RegoVersion> Versions)
{
    public static readonly BundleManifest None = new(null, [], RegoVersion.Auto, new Dictionary<string, RegoVersion>());

    /// <exception cref="BundleException">it is not a manifest</exception>
    public static BundleManifest Parse(BundleFile file)
    {
        try
        {
            if (RegoJson.Parse(file.Content) is not RegoObject content)
                throw new BundleException($"{file.Path}: is not a JSON object");
            return new(
                content.Get("revision") switch
                {
                    null => null,
                    RegoString { Value: var revision } => revision.Length > 0 ? revision : null,
                    _ => throw new BundleException($"{file.Path}: has a revision that is not text"),
                },
                RootsOf(file.Path, content.Get("roots")),
                VersionOf(file.Path, content.Get("rego_version")),
                content.Get("file_rego_versions") is RegoObject versions
                    ? versions.ToDictionary(static entry => ((RegoString)entry.Key).Value.TrimStart('/'), entry => VersionOf(file.Path, entry.Value))
                    : new Dictionary<string, RegoVersion>());
        }
        catch (JsonException e)
        {
            throw new BundleException($"{file.Path}: is not JSON: {e.Message}");
        }
    }

    public RegoVersion VersionOf(string path) => Versions.TryGetValue(path, out var version) ? version
        : Versions.Where(entry => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(entry.Key, path, ignoreCase: false)).Select(static entry => (RegoVersion?)entry.Value).FirstOrDefault() ?? Version;

    /// <summary>Whether the bundle may define what lies at a path.</summary>
    public bool Owns(IReadOnlyList<string> path) =>
        Roots.Count == 0 || Roots.Any(root => root.Split('/') is var steps && steps.Length <= path.Count && steps.SequenceEqual(path.Take(steps.Length)));

    /// <summary>Whether a root begins with the path.</summary>
    public bool HasRootsWithin(IReadOnlyList<string> path) =>
        Roots.Any(root => root.Split('/') is var steps && steps.Length > path.Count && path.SequenceEqual(steps.Take(path.Count)));

    private static List<string> RootsOf(string file, RegoValue? value)
    {
        if (value is null)
            return [];
        if (value is not RegoArray roots || !roots.All(static root => root is RegoString))
            throw new BundleException($"{file}: has roots that are not a list of paths");
        var paths = roots.Select(static root => ((RegoString)root).Value.Trim('/')).ToList();
        // The empty path stands for all of the data.
        return paths.Contains("") ? [] : paths;
    }

    private static RegoVersion VersionOf(string file, RegoValue? value) => value switch
    {
        null => RegoVersion.Auto,
        RegoNumber number when number.TryGetInt64(out var version) && version is (0 or 1) => version == 0 ? RegoVersion.V0 : RegoVersion.V1,
        _ => throw new BundleException($"{file}: names a version of Rego that is neither 0 nor 1"),
    };
}
