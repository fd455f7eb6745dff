using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Finds the caches that a descriptor selects. It only reads, and refuses whatever might be more than a cache.</summary>
public static class CacheFinder
{
    private static readonly FrozenDictionary<string, string> NoVariables = FrozenDictionary<string, string>.Empty;

    /// <summary>Names in the selection that nobody has, one line each; empty where it can be carried out.</summary>
    public static ImmutableArray<string> Check(CacheSelection selection, IReadOnlyList<UserAccount> users) =>
    [
        .. selection.Names.Where(name => CacheCatalogue.Find(name) is null)
            .Select(name => $"caches.names: \"{name}\" is no known cache; known are {string.Join(", ", CacheCatalogue.All.Select(cache => cache.Name))}"),
        .. selection.Users.Where(name => users.All(user => user.Name != name))
            .Select(name => $"caches.users: \"{name}\" is no user of this machine"),
    ];

    /// <param name="users">
    /// Every account of the machine, for their homes are out of bounds; one is <see cref="UserAccount.IsCurrent"/>.
    /// </param>
    /// <param name="environment">Of the current user; the others' caches lie where they lie by default.</param>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds fault with the selection.</exception>
    public static CacheFindings Find(
        CacheSelection selection, IReadOnlyList<UserAccount> users,
        IReadOnlyDictionary<string, string> environment, ICacheProbe probe)
    {
        if (Check(selection, users) is [var problem, ..])
            throw new ArgumentException(problem, nameof(selection));

        var accounts = users.Select(user => Effective(user, environment)).ToList();
        var selected = selection.Users.IsEmpty
            ? [.. accounts.Where(account => account.IsCurrent).Take(1)]
            : selection.Users.Distinct().Select(name => accounts.First(account => account.Name == name)).ToList();
        var homes = users.Concat(accounts).Select(user => CachePaths.Normalise(user.Home.Bytes)).OfType<UnixPath>().ToHashSet();
        var caches = selection.All
            ? CacheCatalogue.All
            : [.. CacheCatalogue.All.Where(cache => selection.Names.Contains(cache.Name))];

        var search = new CacheSearch(probe, homes);
        foreach (var user in selected)
        {
            var candidates = new CacheCandidates(user, user.IsCurrent ? environment : NoVariables, search.Refuse);
            foreach (var candidate in caches.SelectMany(candidates.Of))
                search.Try(candidate);
        }
        foreach (var path in selection.Paths)
            search.TryDeclared(path, selected);
        return search.Findings();
    }

    /// <summary>The current user's home is what <c>HOME</c> says, as it is to every tool.</summary>
    private static UserAccount Effective(UserAccount user, IReadOnlyDictionary<string, string> environment)
    {
        var home = user.IsCurrent ? CachePaths.Normalise(Encoding.UTF8.GetBytes(environment.GetValueOrDefault("HOME") ?? "")) : null;
        return user with { Home = home ?? CachePaths.Normalise(user.Home.Bytes) ?? UnixPath.Of("/") };
    }
}
