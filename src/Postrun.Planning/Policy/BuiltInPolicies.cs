using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>The policies that Postrun comes with: the files of <c>policies/</c>.</summary>
public static class BuiltInPolicies
{
    private const string Folder = "policies/";

    public const string Retention = "retention.rego";

    public const string Redaction = "redaction.rego";

    public const string Revocation = "revocation.rego";

    /// <inheritdoc cref="Version"/>
    public const string RedactionVersion = "1";

    /// <summary>As the identity of a policy names it; grows when what it decides changes.</summary>
    public const string Version = "2";

    /// <summary>Every file by its name.</summary>
    public static IEnumerable<BundleFile> Files => typeof(BuiltInPolicies).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read);

    public static BundleFile File(string name) => Read(Folder + name);

    /// <summary>Modules of a user, and before them Postrun's own: those in whose package no module of the user stands.</summary>
    public static IEnumerable<RegoModule> Around(IReadOnlyCollection<RegoModule> modules) => Around(modules, RegoBundle.Of("policies", [.. Files]));

    /// <param name="own">Those of Postrun that are wanted.</param>
    internal static IEnumerable<RegoModule> Around(IReadOnlyCollection<RegoModule> modules, RegoBundle own) =>
        own.Modules.Where(built => !modules.Any(module => module.Package.SequenceEqual(built.Package))).Concat(modules);

    private static BundleFile Read(string resource)
    {
        using var stream = typeof(BuiltInPolicies).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(resource[Folder.Length..], content);
    }
}
