using System.Collections.Concurrent;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>Decides on findings by <c>data.postrun.redaction.decision</c>: <c>policies/redaction.rego</c>, or what a bundle puts in its place or lays over it.</summary>
/// <remarks>Findings that differ only in what the policy does not look at are one question.</remarks>
public sealed class FindingPolicy : IFindingPolicy
{
    private static readonly string[] Decision = ["postrun", "redaction", "decision"];

    private readonly RegoPolicy rego;
    private readonly RegoDocument document;
    private readonly EvaluationOptions options;
    private readonly bool seesPaths;
    private readonly ConcurrentDictionary<FindingFacts, FindingDecision> known = new();
    private readonly ConcurrentBag<RegoEvaluator> free = [];

    private FindingPolicy(RegoPolicy rego, PolicyIdentity identity, DateTimeOffset now)
    {
        (this.rego, Identity, options) = (rego, identity, RetentionPolicy.Evaluation(now));
        document = rego.Document(Decision);
        seesPaths = rego.InputFields(document)?.Contains("path") != false;
    }

    public PolicyIdentity Identity { get; }

    /// <param name="bundle"><see langword="null"/>: Postrun's own policy alone. What it says of other things than findings is not looked at.</param>
    /// <exception cref="BundleException">the bundle has data where a rule stands, or gives values for what the descriptor states</exception>
    /// <exception cref="RegoSyntaxException">bundle and built-in policy do not make a policy together</exception>
    public static FindingPolicy Load(RegoBundle? bundle, RunDescriptor descriptor, DateTimeOffset now)
    {
        var own = RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Redaction)]);
        var data = RedactionFacts.Of(descriptor, now);
        var identity = new PolicyIdentity("postrun.redaction", BuiltInPolicies.RedactionVersion, own.Digest);
        if (bundle is not null)
        {
            data = RegoBundle.Merge(data, bundle.Data, bundle.Name);
            identity = new(bundle.Name, bundle.Manifest.Revision ?? "", CanonicalJson.Digest(System.Text.Encoding.UTF8.GetBytes($"{own.Digest}\n{bundle.Digest}\n")));
        }
        var rego = RegoPolicy.Compile(BuiltInPolicies.Around(bundle?.Modules ?? []), data, null);
        if (rego.ShadowedRule() is var (name, place))
            throw new BundleException($"{bundle?.Name}: has data at {name}, which the rule at {place} defines; data cannot stand in for a rule");
        return new(rego, identity, now);
    }

    public FindingDecision Decide(in FindingFacts facts)
    {
        if (seesPaths)
            return Ask(facts);
        var question = facts with { Path = UnixPath.Empty };
        return known.TryGetValue(question, out var decision) ? decision : known.GetOrAdd(question, Ask(question));
    }

    private FindingDecision Ask(in FindingFacts facts)
    {
        if (!free.TryTake(out var evaluator))
            evaluator = rego.NewEvaluator(options);
        try
        {
            return FindingDecisionReader.Read(evaluator.Evaluate(document, Input(facts)));
        }
        catch (Exception e) when (e is RegoException or PolicyAnswerException)
        {
            return new(FindingAction.Fail, OriginalText.Leave, [new("policy.error", VisibleText.Shorten(e.Message, 900))]);
        }
        finally
        {
            free.Add(evaluator);
        }
    }

    internal static RegoObject Input(in FindingFacts facts) => RegoObject.Of(
        ("detector", new RegoString(facts.Detector)),
        ("kind", new RegoString(facts.IsCredential ? "credential" : "personal-data")),
        ("severity", new RegoString(RedactionFacts.Word(facts.Severity))),
        ("confidence", new RegoString(facts.HasChecksum ? "checksum" : "shape")),
        ("place", new RegoString(facts.Place switch
        {
            FindingPlace.Log => "log",
            FindingPlace.File => "file",
            FindingPlace.Package => "package",
            _ => "evidence",
        })),
        ("path", new RegoString(facts.Path.ToString())));
}
