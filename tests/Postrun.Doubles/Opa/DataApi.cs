using System.Text.Json;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Doubles;

/// <summary>
/// The Data API as https://www.openpolicyagent.org/docs/rest-api describes it, over the engine itself: undefined is
/// <c>{}</c> with 200, what is malformed is refused with 400, whoever has no token with 401.
/// </summary>
/// <param name="token">Required of clients; <see langword="null"/>: everybody is let in, as by default.</param>
public sealed class DataApi(IEnumerable<RegoModule> modules, string? token)
{
    private const string Prefix = "/v1/data";

    private readonly RegoPolicy policy = RegoPolicy.Compile(modules);

    /// <summary>Of its one bundle; <see langword="null"/>: its policy comes from files.</summary>
    public string? Revision { get; set; } = "r1";

    /// <summary>The file that an organisation would load.</summary>
    public static IEnumerable<RegoModule> BuiltIn() => RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Retention)]).Modules;

    public OpaResponse Answer(OpaRequest request)
    {
        if (token is not null && request.Headers.GetValueOrDefault("authorization") != $"Bearer {token}")
            return Error(401, "unauthorized", "request rejected by administrative policy");
        var (path, query) = request.Target.Split('?') is [var before, var after] ? (before, after) : (request.Target, "");
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            return new(404, "404 page not found");
        if (request.Method != "POST")
            return Error(405, "method_not_allowed", "use POST");
        RegoValue? input;
        try
        {
            input = (RegoJson.Parse(request.Body) as RegoObject)?.Get("input");
        }
        catch (JsonException)
        {
            return Error(400, "invalid_parameter", "body contains malformed input document");
        }
        RegoValue? result;
        try
        {
            var document = policy.Document(path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString));
            result = policy.NewEvaluator().Evaluate(document, input);
        }
        catch (RegoException e)
        {
            return Error(500, "internal_error", e.Message);
        }
        var provenance = query.Split('&').Contains("provenance=true") ? $"\"provenance\":{Provenance()}" : null;
        return new(200, $"{{{string.Join(',', new[] { provenance, result is null ? null : $"\"result\":{RegoJson.ToText(result)}" }.OfType<string>())}}}");
    }

    public string Provenance() =>
        $$"""{"version":"1.4.2","build_commit":"6d0a1f8","build_timestamp":"2026-01-02T03:04:05Z","build_hostname":"build"{{(Revision is null ? "" : $",\"bundles\":{{\"retention\":{{\"revision\":\"{Revision}\"}}}}")}}}""";

    private static OpaResponse Error(int status, string code, string message) => new(status, $$"""{"code":"{{code}}","message":"{{message}}"}""");
}
