using System.Globalization;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>Decides on credentials by <c>data.postrun.revocation</c>: <c>policies/revocation.rego</c>.</summary>
public sealed class RevocationPolicy
{
    private static readonly string[] Package = ["postrun", "revocation"];

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
    public static RevocationPolicy Load(DateTimeOffset now)
    {
        var own = RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Revocation)]);
        var data = RegoObject.Of(("postrun", RegoObject.Of(("run", RegoObject.Of(("now", Instant(now)))))));
        return new(RegoPolicy.Compile(BuiltInPolicies.Around([], own), data, null), now);
    }

    /// <summary>Why a credential is let be that could be revoked; null where it is to be revoked.</summary>
    public string? Denies(RunCredential credential)
    {
        lock (evaluator)
            return evaluator.Evaluate(decision, Input(credential, status: null)) is RegoObject answer && answer.Get("action") is RegoString { Value: var action }
                ? action == "leave" && credential.Kind.IsRevocable() ? Facts(answer) : null
                : "the policy gives no decision on it";
    }

    /// <summary>Whether the run is clean of a credential with that outcome, and why.</summary>
    public (bool IsClean, string Reason) Judge(RunCredential credential, RevocationOutcome outcome)
    {
        lock (evaluator)
            return evaluator.Evaluate(hygiene, Input(credential with { ExpiresAt = outcome.ExpiresAt ?? credential.ExpiresAt }, outcome.Status)) is RegoObject answer
                ? (answer.Get("clean") is RegoBoolean { Value: true }, Facts(answer))
                : (false, "the policy does not say whether the run is clean of it");
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
