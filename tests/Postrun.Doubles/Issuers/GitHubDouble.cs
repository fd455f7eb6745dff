using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>What GitHub does with tokens: github.com, or an Enterprise Server.</summary>
public sealed class GitHubDouble(bool isEnterprise = false) : IssuerDouble
{
    /// <summary>As many reports are taken in an hour.</summary>
    public const int Hourly = 60;

    private const int MostAtOnce = 1000;

    private int issued;
    private int reports;

    /// <summary>Those that are alive.</summary>
    public HashSet<string> Tokens { get; } = [];

    /// <summary>Those whose report was taken, and that still live: it is done later.</summary>
    public HashSet<string> Reported { get; } = [];

    /// <summary>Whether what is reported dies with the answer.</summary>
    public bool IsPrompt { get; set; } = true;

    public string Issue(string beginning)
    {
        var token = $"{beginning}S3cr3tV4lue{++issued:D25}";
        Tokens.Add(token);
        return token;
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        if (call.Header("user-agent") is null)
            return IssuerReply.Json(403, """{"message":"Request forbidden by administrative rules. Please make sure your request has a User-Agent header"}""");
        var path = call.Path.StartsWith("/api/v3/", StringComparison.Ordinal) ? call.Path["/api/v3".Length..] : call.Path;
        if ((call.Method, path) == ("POST", "/credentials/revoke"))
            return Report(call);
        if (call.Bearer is not { } token)
            return IssuerReply.Json(401, """{"message":"Requires authentication","status":"401"}""");
        // A refresh token opens nothing, however much it lives.
        if (!Tokens.Contains(token) || token.StartsWith("ghr_", StringComparison.Ordinal))
            return IssuerReply.Json(401, """{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}""");
        var isInstallation = token.StartsWith("ghs_", StringComparison.Ordinal);
        return (call.Method, path) switch
        {
            _ when IsForbidden => Forbidden,
            ("GET", "/installation/repositories") when isInstallation => IssuerReply.Json(200, """{"total_count":0,"repositories":[]}"""),
            ("DELETE", "/installation/token") when isInstallation => Remove(token),
            ("GET", "/user") when !isInstallation => IssuerReply.Json(200, """{"login":"octocat","id":1}"""),
            ("GET", "/user") or ("GET", "/installation/repositories") or ("DELETE", "/installation/token") => Forbidden,
            // Where no rates are limited, nobody is told of one.
            _ => IssuerReply.Json(404, """{"message":"Not Found","status":"404"}"""),
        };
    }

    private static IssuerReply Forbidden => IssuerReply.Json(403, """{"message":"Resource not accessible by integration","status":"403"}""");

    private IssuerReply Remove(string token)
    {
        Tokens.Remove(token);
        return new(204);
    }

    private IssuerReply Report(IssuerCall call)
    {
        if (IsForbidden || (!isEnterprise && call.Bearer is not null))
            return IssuerReply.Json(403, """{"message":"Forbidden","status":"403"}""");
        if (isEnterprise && (call.Bearer is not { } who || !Tokens.Contains(who)))
            return IssuerReply.Json(401, """{"message":"Requires authentication","status":"401"}""");
        if (++reports > Hourly)
            return new(403, """{"message":"API rate limit exceeded","status":"403"}""", ("Content-Type", "application/json"), ("X-RateLimit-Remaining", "0"));
        if (call.Json()?["credentials"] is not JsonArray { Count: > 0 and <= MostAtOnce } credentials)
            return IssuerReply.Json(422, """{"message":"Validation Failed","status":"422"}""");
        foreach (var token in credentials.Select(static node => node!.GetValue<string>()).Where(static token => !token.StartsWith("ghs_", StringComparison.Ordinal)))
            if (IsPrompt)
                Tokens.Remove(token);
            else
                Reported.Add(token);
        return new(202);
    }
}
