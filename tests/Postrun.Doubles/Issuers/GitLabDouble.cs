namespace Postrun.Doubles;

/// <summary>What GitLab does with access tokens.</summary>
public sealed class GitLabDouble : IssuerDouble
{
    private readonly HashSet<string> revoked = [];
    private int issued;

    public HashSet<string> Tokens { get; } = [];

    public string Issue(string beginning = "glpat-")
    {
        var token = $"{beginning}S3cr3tV4lue{++issued:D10}";
        Tokens.Add(token);
        return token;
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        if (call.Header("private-token") is not { } token || call.Path != "/api/v4/personal_access_tokens/self")
            return call.Path == "/api/v4/personal_access_tokens/self" ? Unauthorized : IssuerReply.Json(404, """{"error":"404 Not Found"}""");
        if (revoked.Contains(token))
            return IssuerReply.Json(401, """{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}""");
        // A job token, a deploy token: alive, and not accepted here.
        if (!Tokens.Contains(token) || token.StartsWith("glcbt-", StringComparison.Ordinal) || token.StartsWith("gldt-", StringComparison.Ordinal))
            return Unauthorized;
        if (IsForbidden)
            return IssuerReply.Json(403, """{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api"}""");
        if (call.Method == "GET")
            return IssuerReply.Json(200, """{"id":42,"name":"run","revoked":false,"active":true}""");
        Tokens.Remove(token);
        revoked.Add(token);
        return new(204);
    }

    private static IssuerReply Unauthorized => IssuerReply.Json(401, """{"message":"401 Unauthorized"}""");
}
