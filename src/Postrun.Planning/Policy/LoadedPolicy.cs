using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>The policy of a run, compiled: Postrun's own, with what a bundle puts in its place or adds to it.</summary>
public sealed class LoadedPolicy
{
    private static readonly string[] BuiltInPackage = ["postrun", "retention"];
    private static readonly string[] CustomDecision = ["postrun", "custom", "retention", "decision"];
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
    /// <exception cref="BundleException">the bundle decides nothing, has data where a rule stands, or gives values for what Postrun states of the run</exception>
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
        if (bundle?.Modules.FirstOrDefault(static module => IsReserved(module.Package)) is { } reserved)
            throw new BundleException($"{reserved.File}: package {string.Join('.', reserved.Package)} is where Postrun states the facts of the run; use postrun.custom or a name of your own");
        var rego = RegoPolicy.Compile(BuiltInPolicies.Around(bundle?.Modules ?? [], own), data, options);
        if (rego.ShadowedRule() is var (name, place))
            throw new BundleException($"{bundle?.Name}: has data at {name}, which the rule at {place} defines; data cannot stand in for a rule");
        var givesSets = Sets.Any(set => rego.Defines(SetsPackage.Append(set)));
        // An empty mount, or a slip in a name, must not leave the decision to a policy that nobody named.
        if (bundle is not null && !givesSets && !rego.Defines(CustomDecision) && !bundle.Modules.Any(static module => module.Package.SequenceEqual(BuiltInPackage) || IsOfFindings(module.Package)))
            throw new BundleException($"{bundle.Name}: decides nothing: it has no rule data.postrun.custom.retention.decision, no package postrun.retention, and none of data.retention.keep, delete_now and delete_in_days");
        return new(rego, identity, givesSets);
    }

    private static bool IsOfFindings(ImmutableArray<string> package) => package is ["postrun", "redaction"] or ["postrun", "custom", "redaction"];

    private static bool IsReserved(ImmutableArray<string> package) => package is ["postrun"] or ["postrun", "run" or "workspace" or "terms", ..];
}
