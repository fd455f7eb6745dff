using System.Collections.Immutable;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Cli.Pipeline;

/// <summary>Modules and data from the paths that somebody names.</summary>
/// <param name="Errors">Of modules that could not be parsed, and are missing among the others.</param>
internal sealed record PolicySources(ImmutableArray<RegoModule> Modules, RegoObject Data, ImmutableArray<RegoSyntaxException> Errors)
{
    public static RegoVersion Version(bool old) => old ? RegoVersion.V0 : RegoVersion.Auto;

    /// <param name="tests">Also what ends in <c>_test.rego</c>.</param>
    /// <exception cref="BundleException">a path cannot be read, or two of them give one value</exception>
    public static PolicySources Read(IEnumerable<string> paths, RegoVersion version, bool tests)
    {
        var errors = new List<RegoSyntaxException>();
        var modules = ImmutableArray.CreateBuilder<RegoModule>();
        var data = RegoObject.Empty;
        foreach (var path in paths)
        {
            var named = path.Length > 1 ? path.TrimEnd('/') : path;
            // Whoever names one file wants it, tests or not.
            var bundle = PolicyFiles.Read(named, tests || File.Exists(named) && named.EndsWith(RegoBundle.TestSuffix, StringComparison.Ordinal), version, errors);
            modules.AddRange(bundle.Modules);
            data = RegoBundle.Merge(data, bundle.Data, path);
        }
        return new(modules.ToImmutable(), data, [.. errors]);
    }

    /// <exception cref="CommandException">modules could not be parsed: all of them are named</exception>
    public PolicySources ThrowIfWrong() => Errors.IsEmpty ? this : throw CommandException.Usage(string.Join('\n', Errors.Select(static error => error.Message)));
}
