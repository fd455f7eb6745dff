using System.Text.RegularExpressions;
using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

/// <summary>Whatever the tree and the environment, no finding breaks a rule. The rules are written out again here.</summary>
public sealed class CacheFinderProperties
{
    private static readonly UserAccount[] Users =
    [
        new("root", 0, UnixPath.Of("/root")),
        new("ana", 1000, UnixPath.Of("/home/ana")) { IsCurrent = true },
        new("rui", 1001, UnixPath.Of("/data/homes/rui")),
        new("odd", 1002, UnixPath.Of("/")),
    ];

    private static readonly string[] System =
    [
        "/", "/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/boot", "/dev", "/proc", "/sys", "/run", "/var", "/opt",
        "/srv", "/mnt", "/media", "/tmp", "/root", "/home",
    ];

    private static readonly string[] Markers =
    [
        "", "", "x", "token", "CACHEDIR.TAG", ".git", .. CacheCatalogue.All.SelectMany(cache => cache.Places).SelectMany(place => place.Markers)
            .Select(marker => marker.Replace("[0-9]", "1", StringComparison.Ordinal).Replace("[0-9a-f]", "a", StringComparison.Ordinal).Replace('*', 'k')),
    ];

    private static readonly string[] Variables =
    [
        "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR", .. CacheCatalogue.All.SelectMany(cache => cache.Places).SelectMany(place => place.Variables)
            .Select(variable => variable.Name).Distinct(),
    ];

    private static readonly string[] Locations =
    [
        .. System, "/data", "/data/homes", "/data/homes/rui", "/home/ana", "/home/ana/.cache", "/data/c", "/data/c/d", "/etc/pip",
        "/tmp/spark-3b1d2c4e-8a3f-4c11-9a55-0123456789ab", "/data/c/dask-scratch-space-1",
        .. CacheCatalogue.All.SelectMany(cache => cache.Places).SelectMany(place => place.Defaults).Where(template => !template.Contains('?', StringComparison.Ordinal))
            .Select(template => template.Replace("{home}", "/home/ana", StringComparison.Ordinal).Replace("{cache}", "/home/ana/.cache", StringComparison.Ordinal)
                .Replace("{tmp}", "/tmp", StringComparison.Ordinal).Replace("{user}", "ana", StringComparison.Ordinal).Replace("[0-9]*", "5", StringComparison.Ordinal)),
        "/data/c/hub", "/data/c/ray", "/data/c/pip", "/data/homes/rui/.cache/pip", "/root/.cache/uv",
    ];

    private static readonly Gen<(string Path, string Marker, ItemType Type, uint Owner)> Entry = Gen.Select(
        Pick(Locations), Pick(Markers),
        Gen.Frequency((8, Gen.Const(ItemType.Directory)), (1, Gen.Const(ItemType.SymbolicLink)), (1, Gen.Const(ItemType.RegularFile))),
        Gen.Frequency((6, Gen.Const(1000u)), (1, Gen.Const(0u)), (1, Gen.Const(1001u))),
        (path, marker, type, owner) => (path, marker, type, owner));

    private static readonly Gen<string> Value = Gen.Frequency(
        (8, Pick(Locations)),
        (1, Pick("", "x", "/data/../etc", "//data//c/", "/data/c:/data/c/d,/home/ana", "/\0", "--xla_dump_to=/data/c", "/data/c/a.nvcudmp")),
        (1, Gen.String));

    [Fact]
    public void No_finding_breaks_a_rule() => Gen.Select(
        Entry.Array[0, 40], Gen.Select(Pick(Variables), Value).Array[0, 8],
        Pick(Locations).Array[0, 3], Pick("", "ana", "rui", "root ana rui")).Sample((entries, variables, declared, names) =>
    {
        var files = new FakeFiles();
        foreach (var (path, marker, type, owner) in entries)
        {
            if (path != "/")
                files.Add(path, type, owner);
            if (marker.Length > 0)
                files.File(path.TrimEnd('/') + "/" + marker, owner);
        }
        var environment = variables.GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Last().Item2);
        var selection = new CacheSelection
        {
            All = true,
            Users = [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Paths = [.. declared.Select(UnixPath.Of)],
        };

        var findings = CacheFinder.Find(selection, Users, environment, files);

        var allowed = names.Length == 0 ? ["ana"] : names.Split(' ');
        foreach (var cache in findings.Found)
        {
            var text = cache.Path.ToString();
            allowed.ShouldContain(cache.User);
            var entry = files.Look(cache.Path).ShouldNotBeNull();
            entry.Type.ShouldBe(ItemType.Directory);
            entry.Owner.ShouldBe(Users.Single(user => user.Name == cache.User).Uid);
            entry.Inode.ShouldBe(cache.Inode);
            for (var parent = cache.Path.Parent; parent.Bytes.Length > 1; parent = parent.Parent)
                files.Look(parent)!.Value.Type.ShouldBe(ItemType.Directory);
            System.ShouldNotContain(text);
            text.Count(letter => letter == '/').ShouldBeGreaterThanOrEqualTo(2);
            text.ShouldNotContain("/..");
            foreach (var home in Users.Select(user => user.Home.ToString()).Append(environment.GetValueOrDefault("HOME", "/root")))
                (home == text || home.StartsWith(text + "/", StringComparison.Ordinal)).ShouldBeFalse();
            findings.Found.Count(other => cache.Path.IsWithin(other.Path)).ShouldBe(1);
            if (cache.Via == "caches.paths")
                continue;
            var within = files.Names(cache.Path).ShouldNotBeNull().Select(name => name.ToString()).ToList();
            within.ShouldNotContain("token");
            if (cache.Via != "default" && !Locations.Contains(text))
                IsMarked(cache.Name, files, cache.Path).ShouldBeTrue();
        }
        findings.Refused.Select(item => item.Path).ShouldBeUnique();
        findings.Refused.ShouldAllBe(item => !findings.Found.Any(cache => item.Path.IsWithin(cache.Path)));
    }, iter: 1000);

    [Fact]
    public void A_moved_cache_is_marked() => Gen.Select(
        Pick(Variables.Where(name => name is not ("HOME" or "XDG_DATA_HOME")).ToArray()), Pick(Markers).Array[0, 3],
        Pick("", "/hub", "/pip", "/ray", "/pkgs", "/datasets", "/dask-scratch-space")).Sample((variable, markers, below) =>
    {
        var files = new FakeFiles().Directory("/data/c").Directory("/data/c" + below);
        foreach (var marker in markers)
            files.File("/data/c" + below + "/" + (marker.Length == 0 ? "y" : marker));
        var findings = CacheFinder.Find(new() { All = true }, Users, new Dictionary<string, string> { [variable] = "/data/c" }, files);
        foreach (var cache in findings.Found)
            IsMarked(cache.Name, files, cache.Path).ShouldBeTrue();
    }, iter: 1000);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsMarked(string name, FakeFiles files, UnixPath directory)
    {
        var paths = new List<string>();
        Collect(directory, "");
        return paths.Contains("CACHEDIR.TAG") || CacheCatalogue.Find(name)!.Places.SelectMany(place => place.Markers)
            .Select(marker => "^" + Regex.Escape(marker).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal)
                .Replace(@"\[", "[", StringComparison.Ordinal) + "$")
            .Any(pattern => paths.Exists(path => Regex.IsMatch(path, pattern)));

        void Collect(UnixPath at, string prefix)
        {
            foreach (var child in files.Names(at) ?? [])
            {
                paths.Add(prefix + child);
                Collect(at.Join(child.Bytes), prefix + child + "/");
            }
        }
    }
}
