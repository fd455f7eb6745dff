using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>caches</c>.</summary>
internal static class CachesSection
{
    public static CacheSelection Read(Section root, Layout layout)
    {
        if (root.Find("caches") is null)
            return new();
        var context = root.Context;
        if (root.Find("caches") is SourceScalar { IsEmpty: false } scalar)
        {
            var word = context.Expand(scalar);
            if (word is not (null or "auto" or "none"))
                context.Errors.Add(scalar, $"'caches' cannot be {ErrorList.Quote(scalar.Text)}: write auto, none, or a mapping with names, users, paths");
            return new() { All = word == "auto" };
        }
        if (root.Open("caches") is not { } section)
            return new();
        var all = section.Find("names") is SourceScalar { IsEmpty: false } names && IsAuto(context, names);
        var selection = new CacheSelection
        {
            All = all,
            Names = section.Find("names") is SourceScalar { IsEmpty: false } ? [] : ReadNames(section),
            Users = ReadUsers(section),
            Paths = ReadPaths(section, layout),
        };
        if (section.Has("users") && !section.Has("names"))
            section.Report("'caches.users' has no effect without 'caches.names': add names: auto, or the names of the caches");
        return selection;
    }

    private static bool IsAuto(ReadContext context, SourceScalar scalar)
    {
        var word = context.Expand(scalar);
        if (word is not (null or "auto"))
            context.Errors.Add(scalar, $"'caches.names' cannot be {ErrorList.Quote(scalar.Text)}: write auto, or a list of names");
        return word == "auto";
    }

    private static ImmutableArray<string> ReadNames(Section section)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in section.List("names"))
        {
            if (section.Context.Expand(scalar) is not { } name)
                continue;
            if (!section.Context.KnownCaches.Contains(name))
                section.Context.Errors.Add(scalar, $"the cache {ErrorList.Quote(scalar.Text)} is not known: {Suggestion.For(scalar.Text, section.Context.KnownCaches)}");
            else if (!names.Contains(name))
                names.Add(name);
        }
        return names.ToImmutable();
    }

    private static ImmutableArray<string> ReadUsers(Section section)
    {
        var users = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in section.List("users"))
        {
            if (section.Context.Expand(scalar) is not { } user)
                continue;
            // useradd(8), with the letters that directory services add.
            if (user.Length is 0 or > 256 || user[0] == '-' || !user.All(unit => char.IsAsciiLetterOrDigit(unit) || "._-@$".Contains(unit)) || user is "." or "..")
                section.Context.Errors.Add(scalar, $"{ErrorList.Quote(scalar.Text)} is not a login name: write the name as /etc/passwd has it");
            else if (!users.Contains(user))
                users.Add(user);
        }
        return users.ToImmutable();
    }

    private static ImmutableArray<UnixPath> ReadPaths(Section section, Layout layout)
    {
        var paths = section.List("paths").Select(section.Context.Path).OfType<Located<UnixPath>>().ToList();
        paths.ForEach(layout.AddCache);
        return [.. paths.Select(path => path.Value)];
    }
}
