using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a policy answered on a finding. <c>schemas/policy-redaction.schema.json</c> is its shape.</summary>
internal static class FindingDecisionReader
{
    private const int MaxReasons = 64;
    private const int MaxText = 1_000;

    private static readonly HashSet<string> Fields = ["action", "original", "reasons"];

    /// <exception cref="PolicyAnswerException">it is no decision</exception>
    public static FindingDecision Read(RegoValue? answer)
    {
        if (answer is not RegoObject fields)
            throw new PolicyAnswerException(answer is null ? "the policy gives no decision on the finding" : $"the policy's decision on the finding is not an object but of type {answer.TypeName}");
        if (fields.FirstOrDefault(static field => field.Key is not RegoString { Value: var name } || !Fields.Contains(name)).Key is { } unknown)
            throw new PolicyAnswerException($"the policy's decision on the finding has a field that is not known: {VisibleText.Shorten(RegoJson.ToText(unknown), 40)}");
        var action = fields.Get("action") switch
        {
            RegoString { Value: "redact" } => FindingAction.Redact,
            RegoString { Value: "report" } => FindingAction.Report,
            RegoString { Value: "fail" } => FindingAction.Fail,
            _ => throw new PolicyAnswerException("the policy's decision on the finding has an action that is none of redact, report, fail"),
        };
        var original = fields.Get("original") switch
        {
            RegoString { Value: "replace" } => OriginalText.Replace,
            RegoString { Value: "seal" } => OriginalText.Seal,
            RegoString { Value: "leave" } => OriginalText.Leave,
            _ => throw new PolicyAnswerException("the policy's decision on the finding has an original that is none of replace, seal, leave"),
        };
        return new(action, original, Reasons(fields.Get("reasons")));
    }

    private static ImmutableArray<Reason> Reasons(RegoValue? value)
    {
        if (value is not RegoArray { Count: > 0 and <= MaxReasons } reasons)
            throw new PolicyAnswerException($"the policy's decision on the finding gives no reasons, or more than {MaxReasons}");
        return [.. reasons.Select(static reason => reason is RegoObject { Count: 2 } fields
            && fields.Get("rule") is RegoString { Value: { Length: <= MaxText } rule } && fields.Get("fact") is RegoString { Value: { Length: <= MaxText } fact }
            && !rule.StartsWith("policy.", StringComparison.Ordinal)
            ? new Reason(rule, fact)
            : throw new PolicyAnswerException("the policy's decision on the finding has a reason that is not an object with rule and fact"))];
    }
}
