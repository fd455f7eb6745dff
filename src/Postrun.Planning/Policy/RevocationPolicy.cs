using System.Globalization;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>Decides on credentials by <c>data.postrun.revocation</c>: <c>policies/revocation.rego</c>, or what a bundle puts in its place or lays over it.</summary>
public sealed class RevocationPolicy
{
    private static readonly string[] Package = ["postrun", "revocation"];

    private const string NoDecision = "the policy gives no decision on it";

    private readonly RegoEvaluator evaluator;
    private readonly RegoDocument decision;
    private readonly RegoDocument hygiene;

    private RevocationPolicy(RegoPolicy rego, DateTimeOffset now)
    {
        evaluator = rego.NewEvaluator(RetentionPolicy.Evaluation(now));
        decision = rego.Document(Package.Append("decision"));
        hygiene = rego.Document(Package.Append("hygiene"));
    }

    /// <param name="now">What ends by itself is measured from here.</param>
    /// <param name="bundle"><see langword="null"/>: Postrun's own policy alone. What it says of other things than credentials is not looked at.</param>
    /// <exception cref="BundleException">the bundle has data where a rule stands</exception>
    /// <exception cref="RegoSyntaxException">bundle and built-in policy do not make a policy together</exception>
    public static RevocationPolicy Load(DateTimeOffset now, RegoBundle? bundle = null)
    {
        var own = RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Revocation)]);
        var data = RegoObject.Of(("postrun", RegoObject.Of(("run", RegoObject.Of(("now", Instant(now)))))));
        if (bundle is not null)
            data = RegoBundle.Merge(data, bundle.Data, bundle.Name);
        var rego = RegoPolicy.Compile(BuiltInPolicies.Around(bundle?.Modules ?? [], own), data, null);
        if (rego.ShadowedRule() is var (name, place))
            throw new BundleException($"{bundle?.Name}: has data at {name}, which the rule at {place} defines; data cannot stand in for a rule");
        return new(rego, now);
    }

    /// <summary>Why a credential is let be that could be revoked; null where it is to be revoked.</summary>
    public string? Denies(RunCredential credential) => Ask(decision, Input(credential, status: null)) is { } answer && answer.Get("action") is RegoString { Value: var action }
        ? action switch
        {
            "revoke_now" or "revoke_after_evidence" => null,
            // What nobody can revoke says so itself, and when it ends.
            "leave" => credential.Kind.IsRevocable() ? Facts(answer) : null,
            _ => NoDecision,
        }
        : NoDecision;

    /// <summary>Whether the run is clean of a credential with that outcome, and why.</summary>
    public (bool IsClean, string Reason) Judge(RunCredential credential, RevocationOutcome outcome) =>
        Ask(hygiene, Input(credential with { ExpiresAt = outcome.ExpiresAt ?? credential.ExpiresAt }, outcome.Status)) is { } answer
            ? (answer.Get("clean") is RegoBoolean { Value: true }, Facts(answer))
            : (false, "the policy does not say whether the run is clean of it");

    /// <summary>A policy that breaks decides nothing: it neither revokes nor calls clean.</summary>
    private RegoObject? Ask(RegoDocument document, RegoObject input)
    {
        lock (evaluator)
            try
            {
                return evaluator.Evaluate(document, input) as RegoObject;
            }
            catch (RegoException)
            {
                return null;
            }
    }

    private static RegoObject Input(RunCredential credential, RevocationStatus? status)
    {
        var fields = new List<(string, RegoValue)>
        {
            ("name", new RegoString(credential.Name)),
            ("kind", new RegoString(CredentialWords.Of(credential.Kind))),
            ("issued_to_run", RegoBoolean.Of(true)),
            ("scope", new RegoString(credential.Shared ? "shared" : "run")),
            ("revocable", RegoBoolean.Of(credential.Kind.IsRevocable())),
            ("needed_for_evidence", RegoBoolean.Of(false)),
            ("expires_at", credential.ExpiresAt is { } end ? Instant(end) : RegoNull.Value),
        };
        if (status is { } known)
            fields.Add(("status", new RegoString(CredentialWords.Of(known))));
        return RegoObject.Of([.. fields]);
    }

    private static string Facts(RegoObject answer) => answer.Get("reasons") is RegoArray reasons
        ? string.Join("; ", reasons.OfType<RegoObject>().Select(static reason => (reason.Get("fact") as RegoString)?.Value).OfType<string>())
        : "";

    private static RegoString Instant(DateTimeOffset instant) => new(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
