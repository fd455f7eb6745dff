using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Postrun.Rego;

/// <summary>Policies and data that belong together.</summary>
public sealed class RegoBundle
{
    /// <summary>How the names of files with tests end.</summary>
    public const string TestSuffix = "_test.rego";

    private RegoBundle(string name, BundleManifest manifest, string digest) => (Name, Manifest, Digest) = (name, manifest, digest);

    /// <summary>As errors call it.</summary>
    public string Name { get; }

    public BundleManifest Manifest { get; }

    /// <summary><c>sha256:</c> and 64 hexadecimal digits, over a line <c>SHA-256  path</c> for each file, in the order of the paths.</summary>
    public string Digest { get; }

    public ImmutableArray<RegoModule> Modules { get; private init; }

    public RegoObject Data { get; private init; } = RegoObject.Empty;

    /// <param name="name">A directory, an archive or a file; or what stands for it in messages.</param>
    /// <param name="tests">Also the modules whose names end in <c>_test.rego</c>.</param>
    /// <param name="errors">Gains what is wrong with modules, which are left out, where else the first one that is wrong ends it.</param>
    /// <exception cref="BundleException">the bundle is malformed</exception>
    /// <exception cref="RegoSyntaxException">a module is malformed</exception>
    public static RegoBundle Of(
        string name, IReadOnlyList<BundleFile> files, bool tests = false, RegoVersion version = RegoVersion.Auto, ICollection<RegoSyntaxException>? errors = null)
    {
        var ordered = files.OrderBy(static file => file.Path, StringComparer.Ordinal).ToArray();
        var manifest = ordered.FirstOrDefault(static file => file.Path == ".manifest") is { } stated ? BundleManifest.Parse(stated) : BundleManifest.None;
        var modules = ImmutableArray.CreateBuilder<RegoModule>();
        var data = RegoObject.Empty;
        foreach (var file in ordered)
        {
            if (file.Path.EndsWith(".rego", StringComparison.Ordinal))
            {
                if (file.Path.EndsWith(TestSuffix, StringComparison.Ordinal) && !tests)
                    continue;
                var own = manifest.VersionOf(file.Path);
                if (Parse(PathIn(name, file), Text(name, file), own == RegoVersion.Auto ? version : own, errors) is not { } module)
                    continue;
                if (!manifest.Owns(module.Package))
                    throw new BundleException($"{PathIn(name, file)}: package {string.Join('.', module.Package)} is outside the roots of the bundle's manifest");
                modules.Add(module);
            }
            else if (file.Path != ".manifest" && Path.GetFileName(file.Path) == ".manifest")
            {
                throw new BundleException($"{PathIn(name, file)}: a manifest stands at the top of a bundle; pack the directory's content, not the directory");
            }
            else if (file.Path != ".manifest")
            {
                data = Merge(data, DataOf(name, file), PathIn(name, file));
            }
        }
        if (Stray(manifest, data, []) is { } stray)
            throw new BundleException($"{name}: holds data at {stray}, outside the roots of its manifest");
        return new(name, manifest, DigestOf(ordered)) { Modules = modules.ToImmutable(), Data = data };
    }

    /// <inheritdoc cref="Of"/>
    public static RegoBundle Read(
        string path, bool tests = false, RegoVersion version = RegoVersion.Auto, ICollection<RegoSyntaxException>? errors = null, Func<string, Stream>? open = null) =>
        Of(path, BundleSource.Read(path, open), tests, version, errors);

    private static RegoModule? Parse(string file, string text, RegoVersion version, ICollection<RegoSyntaxException>? errors)
    {
        try
        {
            return RegoModule.Parse(file, text, version);
        }
        catch (RegoSyntaxException e) when (errors is not null)
        {
            errors.Add(e);
            return null;
        }
    }

    /// <summary>Two documents as one; they may share objects, but no value.</summary>
    /// <exception cref="BundleException">both have a value at one path</exception>
    public static RegoObject Merge(RegoObject left, RegoObject right, string source)
    {
        var merged = new Dictionary<RegoValue, RegoValue>(left);
        foreach (var (key, value) in right)
        {
            if (merged.TryGetValue(key, out var known))
            {
                merged[key] = known is RegoObject a && value is RegoObject b
                    ? Merge(a, b, source)
                    : throw new BundleException($"{source}: gives a second value for '{RegoJson.KeyText(key)}'");
            }
            else
            {
                merged.Add(key, value);
            }
        }
        return RegoObject.Of(merged);
    }

    /// <summary>Where data lies that no root holds; <see langword="null"/> where there is none.</summary>
    private static string? Stray(BundleManifest manifest, RegoObject data, IReadOnlyList<string> path)
    {
        foreach (var (key, value) in data)
        {
            IReadOnlyList<string> here = [.. path, RegoJson.KeyText(key)];
            if (manifest.Owns(here))
                continue;
            var stray = value is RegoObject inner && manifest.HasRootsWithin(here) ? Stray(manifest, inner, here) : string.Join('/', here);
            if (stray is not null)
                return stray;
        }
        return null;
    }

    /// <summary>A file of data stands for the path of its directory.</summary>
    private static RegoObject DataOf(string name, BundleFile file)
    {
        RegoValue value;
        try
        {
            value = file.Path.EndsWith(".json", StringComparison.Ordinal)
                ? RegoJson.Parse(file.Content)
                : YamlReader.Read(new(new(BudgetLimits.Default, CancellationToken.None), TimeProvider.System), Text(name, file));
        }
        catch (Exception e) when (e is JsonException or RegoException)
        {
            throw new BundleException($"{PathIn(name, file)}: {e.Message}");
        }
        foreach (var step in file.Path.Split('/').SkipLast(1).Reverse())
            value = RegoObject.Of((step, value));
        return value as RegoObject ?? throw new BundleException($"{PathIn(name, file)}: the data of a bundle is an object");
    }

    private static string DigestOf(IEnumerable<BundleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(file.Content))}  {file.Path}\n"));
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(string name, BundleFile file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            throw new BundleException($"{PathIn(name, file)}: is not UTF-8");
        }
    }

    private static string PathIn(string name, BundleFile file) => Path.GetFileName(name) == file.Path ? name : $"{name}/{file.Path}";
}
