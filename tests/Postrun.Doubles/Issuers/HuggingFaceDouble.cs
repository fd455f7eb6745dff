using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>What the Hugging Face Hub does with tokens.</summary>
public sealed class HuggingFaceDouble : IssuerDouble
{
    private int issued;

    public HashSet<string> Tokens { get; } = [];

    /// <summary>Whether what is reported dies at all.</summary>
    public bool IsDeaf { get; set; }

    public string Issue()
    {
        var token = $"hf_S3cr3tV4lue{++issued:D23}";
        Tokens.Add(token);
        return token;
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        if (IsForbidden)
            return IssuerReply.Json(403, """{"error":"Forbidden"}""");
        switch (call.Method, call.Path)
        {
            case ("POST", "/api/credentials/revoke"):
                if (call.Json()?["credentials"] is JsonArray credentials && !IsDeaf)
                    Tokens.ExceptWith(credentials.Select(static node => node!.GetValue<string>()));
                return new(202);
            case ("GET", "/api/whoami-v2"):
                return call.Bearer is { } token && Tokens.Contains(token)
                    ? IssuerReply.Json(200, """{"type":"user","id":"0","name":"octocat"}""")
                    : IssuerReply.Json(401, """{"error":"Invalid username or password."}""");
            default:
                return IssuerReply.Json(404, """{"error":"Sorry, we can't find the page you are looking for."}""");
        }
    }
}
