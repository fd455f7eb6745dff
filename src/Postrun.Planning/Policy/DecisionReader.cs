using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a policy answered, as a decision. <c>schemas/policy-decision.schema.json</c> is its shape.</summary>
/// <param name="runEnd">Terms count from here.</param>
internal sealed class DecisionReader(DateTimeOffset runEnd)
{
    private const int MaxReasons = 64;
    private const int MaxText = 1_000;

    private static readonly HashSet<string> Fields = ["class", "retention", "treatment", "conflict", "reasons", "legal_basis", "responsible"];

    /// <exception cref="PolicyAnswerException">it is no decision, or one that no policy may take</exception>
    public Decision Read(RegoValue? answer)
    {
        if (answer is null)
            throw new PolicyAnswerException("the policy gives no decision");
        if (answer is not RegoObject fields)
            throw new PolicyAnswerException($"the policy's decision is not an object but of type {answer.TypeName}");
        if (fields.FirstOrDefault(static field => field.Key is not RegoString { Value: var name } || !Fields.Contains(name)).Key is { } unknown)
            throw new PolicyAnswerException($"the policy's decision has a field that is not known: {VisibleText.Shorten(RegoJson.ToText(unknown), 40)}");
        var dataClass = Text(fields, "class", required: true) switch
        {
            "EVIDENCE" => DataClass.Evidence,
            "INTERMEDIATE" => DataClass.Intermediate,
            "TRANSIENT" => DataClass.Transient,
            "UNDECIDED" => DataClass.Undecided,
            _ => throw new PolicyAnswerException("the policy's decision has a class that is none of EVIDENCE, INTERMEDIATE, TRANSIENT, UNDECIDED"),
        };
        var treatment = Text(fields, "treatment", required: true) switch
        {
            "keep" => Treatment.Keep,
            "delete" => Treatment.Delete,
            _ => throw new PolicyAnswerException("the policy's decision has a treatment that is neither keep nor delete"),
        };
        RetentionCode? retention = null;
        if (Text(fields, "retention") is { } code)
            retention = RetentionCode.TryParse(code, out var parsed)
                ? parsed
                : throw new PolicyAnswerException("the policy's decision has a retention that is none of RET-<days>, RET-<years>Y, HOLD");
        Check(dataClass, treatment, retention);
        return new()
        {
            Class = dataClass,
            Retention = retention,
            DeleteAfter = retention?.DueAfter(runEnd),
            LegalBasis = Text(fields, "legal_basis"),
            Responsible = Text(fields, "responsible"),
            Treatment = treatment,
            Conflict = fields.Get("conflict") switch
            {
                null => false,
                RegoBoolean conflict => conflict.Value,
                _ => throw new PolicyAnswerException("the policy's decision has a conflict that is not true or false"),
            },
            Reasons = Reasons(fields.Get("reasons")),
        };
    }

    /// <returns><see langword="null"/> where the answer is no decision.</returns>
    public static Decision? TryRead(RegoValue? answer, DateTimeOffset runEnd)
    {
        try
        {
            return new DecisionReader(runEnd).Read(answer);
        }
        catch (PolicyAnswerException)
        {
            return null;
        }
    }

    private static void Check(DataClass dataClass, Treatment treatment, RetentionCode? retention)
    {
        if (dataClass == DataClass.Undecided && (treatment == Treatment.Delete || retention is not null))
            throw new PolicyAnswerException("the policy's decision is UNDECIDED, and yet says delete or names a term");
        if (dataClass != DataClass.Undecided && retention is null)
            throw new PolicyAnswerException("the policy's decision names no retention");
        if (dataClass == DataClass.Evidence && treatment == Treatment.Delete)
            throw new PolicyAnswerException("the policy's decision is to delete evidence, which waits for a person even when it is due");
        if (retention is { IsHold: true } && treatment == Treatment.Delete)
            throw new PolicyAnswerException("the policy's decision is to delete what is on HOLD");
    }

    private static string? Text(RegoObject fields, string name, bool required = false) => fields.Get(name) switch
    {
        RegoString { Value.Length: <= MaxText } text => text.Value,
        RegoString => throw new PolicyAnswerException($"the policy's decision has a {name} longer than {MaxText} characters"),
        null or RegoNull when !required => null,
        null => throw new PolicyAnswerException($"the policy's decision names no {name}"),
        _ => throw new PolicyAnswerException($"the policy's decision has a {name} that is not text"),
    };

    /// <summary>Postrun's own words for what went wrong are not a policy's to say.</summary>
    private static string Rule(RegoObject fields) => Text(fields, "rule", required: true) is { } rule && !rule.StartsWith("policy.", StringComparison.Ordinal)
        ? rule
        : throw new PolicyAnswerException("the policy's decision has a reason whose rule begins with 'policy.', which is Postrun's own");

    private static ImmutableArray<Reason> Reasons(RegoValue? value)
    {
        if (value is not RegoArray { Count: > 0 and <= MaxReasons } reasons)
            throw new PolicyAnswerException($"the policy's decision gives no reasons, or more than {MaxReasons}");
        return [.. reasons.Select(static reason => reason is RegoObject { Count: 2 } fields
            ? new Reason(Rule(fields), Text(fields, "fact", required: true)!)
            : throw new PolicyAnswerException("the policy's decision has a reason that is not an object with rule and fact"))];
    }
}

/// <summary>An answer that is no decision.</summary>
internal sealed class PolicyAnswerException(string message) : Exception(message);
