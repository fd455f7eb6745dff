using System.Text.Json;
using System.Text.Unicode;

namespace Postrun.Planning;

/// <summary>What a server answered to a batch: the text of each decision by the number of its question, and by what policy.</summary>
internal sealed record OpaAnswer(string[] Decisions, OpaProvenance Provenance)
{
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <param name="first">The number of the first question; the others follow.</param>
    /// <exception cref="PolicyAnswerException">it is not an answer to exactly these questions</exception>
    public static OpaAnswer Read(ReadOnlyMemory<byte> body, int first, int count)
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
                throw new PolicyAnswerException("gives an answer that is not UTF-8");
            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new PolicyAnswerException("gives an answer that is not an object");
            if (!document.RootElement.TryGetProperty("result", out var result))
                throw new PolicyAnswerException("has no such document (the result is undefined); check policy.opa.path, and that the policy is loaded");
            if (result.ValueKind != JsonValueKind.Object)
                throw new PolicyAnswerException("gives a result that is not an object of decisions");
            var decisions = new string[count];
            for (var i = 0; i < count; i++)
                decisions[i] = result.TryGetProperty(OpaQuestions.Key(first + i), out var decision)
                    ? decision.GetRawText()
                    : throw new PolicyAnswerException("gives no decision for something that it was asked about");
            if (result.GetPropertyCount() != count)
                throw new PolicyAnswerException("gives decisions on what it was not asked about");
            return document.RootElement.TryGetProperty("provenance", out var provenance) && provenance.ValueKind == JsonValueKind.Object
                ? new(decisions, OpaProvenance.Of(provenance))
                : throw new PolicyAnswerException("does not say by what policy it decides (the answer has no provenance)");
        }
        // Half a surrogate pair is no text, and the reader says so in its own way.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PolicyAnswerException("gives an answer that is not JSON as it should be");
        }
    }
}
