using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>A place to look at: a literal directory, then components that may be patterns.</summary>
/// <param name="Trusted">Nobody moved it: it needs no marker.</param>
internal sealed record CacheCandidate(
    CacheDefinition Cache, CachePlace Place, UserAccount User, UnixPath Base, string Rest, string Via, bool Trusted);

/// <summary>Where the caches of one user would lie, as the tools themselves would look for them.</summary>
/// <param name="environment">Empty for everybody but the user who runs Postrun.</param>
internal sealed class CacheCandidates(
    UserAccount user, IReadOnlyDictionary<string, string> environment, Action<LeftItem> refuse)
{
    public const string Default = "default";

    public IEnumerable<CacheCandidate> Of(CacheDefinition cache) => cache.Places.SelectMany(place => Of(cache, place));

    private IEnumerable<CacheCandidate> Of(CacheDefinition cache, CachePlace place)
    {
        foreach (var variable in place.Variables)
        {
            var values = Values(variable).ToList();
            if (values.Count == 0)
                continue;
            return values
                .Select(value => Resolve(variable, value))
                .OfType<UnixPath>()
                .Select(location => new CacheCandidate(
                    cache, place, user, location, variable.Subdirectory, variable.Name, IsDefault(place, location, variable.Subdirectory)));
        }
        return place.Defaults.Select(template => FromTemplate(cache, place, template)).OfType<CacheCandidate>();
    }

    private IEnumerable<string> Values(CacheVariable variable)
    {
        var text = environment.GetValueOrDefault(variable.Name) ?? "";
        if (variable.Flag.Length > 0)
            return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.StartsWith(variable.Flag + "=", StringComparison.Ordinal))
                .Select(word => word[(variable.Flag.Length + 1)..].Trim('"', '\''))
                .Where(value => value is not ("" or "-"));
        if (variable.Separators.Length > 0)
            return text.Split(variable.Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return text.Length == 0 ? [] : [text];
    }

    private UnixPath? Resolve(CacheVariable variable, string value)
    {
        var location = Resolve(variable.Name, value);
        return location is { } file && variable.NamesFile ? file.Parent : location;
    }

    private UnixPath? Resolve(string variable, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (CachePaths.Normalise(bytes) is { } path)
            return path;
        refuse(new()
        {
            Path = new(bytes),
            Reason = LeftReason.Other,
            Detail = $"{variable} is not an absolute path without \"..\": make it one, or declare the directory under caches.paths",
        });
        return null;
    }

    private CacheCandidate? FromTemplate(CacheDefinition cache, CachePlace place, string template)
    {
        var (root, rest) = Split(template);
        // Such a name would be read as further components or as a pattern.
        if (template.Contains("{user}", StringComparison.Ordinal) && user.Name.AsSpan().ContainsAny("/*?["))
            return null;
        var (location, via) = root switch
        {
            "{cache}" => Moved("XDG_CACHE_HOME", Usual(root)),
            "{tmp}" => Moved("TMPDIR", Usual(root)),
            _ => (Usual(root), Default),
        };
        return location is { } known ? new(cache, place, user, known, rest, via, via == Default) : null;
    }

    private (UnixPath? Location, string Via) Moved(string variable, UnixPath usual)
    {
        var value = environment.GetValueOrDefault(variable);
        if (string.IsNullOrEmpty(value))
            return (usual, Default);
        var moved = Resolve(variable, value);
        return (moved, moved == usual ? Default : variable);
    }

    private (string Root, string Beneath) Split(string template)
    {
        var end = template[0] == '{' ? template.IndexOf('}', StringComparison.Ordinal) + 1 : 0;
        return (template[..end], template[end..].TrimStart('/').Replace("{user}", user.Name, StringComparison.Ordinal));
    }

    private UnixPath Usual(string root) => root switch
    {
        "{home}" => user.Home,
        "{cache}" => user.Home.Join(".cache"u8),
        "{tmp}" => UnixPath.Of("/tmp"),
        _ => UnixPath.Of("/"),
    };

    /// <summary>A variable that only repeats the default moves nothing.</summary>
    private bool IsDefault(CachePlace place, UnixPath location, string rest) => place.Defaults.Any(template =>
    {
        var (usualRoot, usualRest) = Split(template);
        return Join(location, rest) == Join(Usual(usualRoot), usualRest);
    });

    private static UnixPath Join(UnixPath directory, string rest) => directory.Join(Encoding.UTF8.GetBytes(rest));
}
