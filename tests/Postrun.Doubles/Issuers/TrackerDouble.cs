namespace Postrun.Doubles;

/// <summary>A system of one's own, as there are many: a token is a header, and revokes itself.</summary>
public sealed class TrackerDouble : IssuerDouble
{
    private int issued;

    public HashSet<string> Tokens { get; } = [];

    public string Issue()
    {
        var token = $"trk-S3cr3tV4lue{++issued:D10}";
        Tokens.Add(token);
        return token;
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        var token = call.Header("x-tracker-token") is { } text && text.StartsWith("Token ", StringComparison.Ordinal) ? text["Token ".Length..] : call.Json()?["token"]?.GetValue<string>();
        if (token is null || !Tokens.Contains(token))
            return new(401);
        if (IsForbidden)
            return new(403);
        switch (call.Method, call.Path)
        {
            case ("GET", "/me"):
                return IssuerReply.Json(200, "{}");
            case ("DELETE", "/token") or ("POST", "/tokens/run 1/revoke"):
                Tokens.Remove(token);
                return new(204);
            default:
                return new(404);
        }
    }
}
