using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>Answers that are nearly right.</summary>
public static class Lies
{
    /// <summary>One decision on everything.</summary>
    public static string Decided(OpaExchange exchange, string decision) => Changed(exchange, answer =>
    {
        var result = answer["result"]!.AsObject();
        foreach (var key in result.Select(static entry => entry.Key).ToList())
            result[key] = JsonNode.Parse(decision);
    });

    /// <summary>The right answer with something changed.</summary>
    public static string Changed(OpaExchange exchange, Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(exchange.Honest().Body)!.AsObject();
        change(answer);
        return answer.ToJsonString();
    }
}
