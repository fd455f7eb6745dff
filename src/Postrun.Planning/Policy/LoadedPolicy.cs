using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>The policy of a run, compiled: Postrun's own, with what a bundle puts in its place or adds to it.</summary>
public sealed class LoadedPolicy
{
    private static readonly string[] BuiltInPackage = ["postrun", "retention"];
    private static readonly string[] SetsPackage = ["retention"];
    private static readonly ImmutableArray<string> Sets = ["keep", "delete_now", "delete_in_days"];

    private LoadedPolicy(RegoPolicy rego, PolicyIdentity identity, bool givesSets)
    {
        (Rego, Identity) = (rego, identity);
        Decision = rego.Document(BuiltInPackage.Append("decision"));
        if (givesSets)
            FileSets = [.. Sets.Select(name => rego.Document(SetsPackage.Append(name)))];
    }

    public RegoPolicy Rego { get; }

    public PolicyIdentity Identity { get; }

    /// <summary>The decision on one item.</summary>
    public RegoDocument Decision { get; }

    /// <summary>
    /// <c>data.retention.keep</c>, <c>.delete_now</c> and <c>.delete_in_days</c>, where the bundle decides by sets of files;
    /// else empty.
    /// </summary>
    public ImmutableArray<RegoDocument> FileSets { get; } = [];

    /// <param name="bundle"><see langword="null"/>: Postrun's own policy alone.</param>
    /// <param name="now">Terms are due at this instant or not.</param>
    /// <exception cref="BundleException">the bundle gives values for what Postrun states of the run</exception>
    /// <exception cref="RegoSyntaxException">bundle and built-in policy do not make a policy together</exception>
    public static LoadedPolicy Load(RegoBundle? bundle, RunDescriptor descriptor, DateTimeOffset now, CompileOptions? options = null)
    {
        var own = RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Retention)]);
        var data = RunFacts.Of(descriptor, now);
        var identity = new PolicyIdentity("postrun.retention", BuiltInPolicies.Version, own.Digest);
        if (bundle is not null)
        {
            data = RegoBundle.Merge(data, bundle.Data, bundle.Name);
            identity = new(bundle.Name, bundle.Manifest.Revision ?? "", CanonicalJson.Digest(System.Text.Encoding.UTF8.GetBytes($"{own.Digest}\n{bundle.Digest}\n")));
        }
        return new(RegoPolicy.Compile(BuiltInPolicies.Around(bundle?.Modules ?? [], own), data, options), identity, bundle is not null && GivesSets(bundle));
    }

    private static bool GivesSets(RegoBundle bundle) =>
        bundle.Modules.Any(static module => module.Package.SequenceEqual(SetsPackage) && module.RuleNames.Any(Sets.Contains));
}
