using System.Buffers.Text;
using System.Text;

namespace Postrun.Doubles;

/// <summary>What an API server of Kubernetes does with bound tokens of service accounts.</summary>
public sealed class KubernetesDouble : IssuerDouble
{
    private readonly HashSet<string> tokens = [];
    private int issued;

    /// <summary>The uids of what there is, by its path.</summary>
    public Dictionary<string, string> Objects { get; } = [];

    /// <summary>Whether a token is accepted for the minute after what it is bound to is gone.</summary>
    public bool IsLingering { get; set; }

    /// <summary>The tokens that may delete; empty: all.</summary>
    public HashSet<string> Deleters { get; } = [];

    /// <summary>Issues a token that is bound to an object of its own.</summary>
    public string Issue(string kind = "secret", TimeSpan? life = null)
    {
        var (name, uid) = ($"run-{++issued}", $"uid-{issued:D8}");
        Objects[$"/api/v1/namespaces/train/{kind}s/{name}"] = uid;
        return Accept(Bound(kind, name, uid, TimeProvider.System.GetUtcNow() + (life ?? TimeSpan.FromHours(1))));
    }

    public string Accept(string token)
    {
        tokens.Add(token);
        return token;
    }

    /// <summary>The claims of a token that is bound to an object.</summary>
    public static string Bound(string kind, string name, string uid, DateTimeOffset ends) =>
        Token($$$$"""{"exp":{{{{ends.ToUnixTimeSeconds()}}}},"kubernetes.io":{"namespace":"train","node":{"name":"n1","uid":"uid-node"},"{{{{kind}}}}":{"name":"{{{{name}}}}","uid":"{{{{uid}}}}"},"serviceaccount":{"name":"trainer","uid":"u"}}}""");

    public static string Token(string claims) => string.Join('.', new[] { """{"alg":"RS256","kid":"k"}""", claims, "S3cr3tV4lue-signature" }.Select(static part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));

    public bool Accepts(string token)
    {
        if (!tokens.Contains(token))
            return false;
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1]));
        return IsLingering || !claims.Contains("\"uid\":\"uid-0", StringComparison.Ordinal) || Objects.Values.Any(uid => claims.Contains($"\"{uid}\"", StringComparison.Ordinal));
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        // Whom it does not know by a token is not let in as anybody either.
        if (call.Bearer is not { } token || !Accepts(token))
            return Status(401, "Unauthorized");
        if (IsForbidden)
            return Status(403, "Forbidden");
        if ((call.Method, call.Path) == ("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews"))
            return IssuerReply.Json(201, """{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","status":{"userInfo":{"username":"system:serviceaccount:train:trainer"}}}""");
        if (call.Method != "DELETE")
            return Status(404, "NotFound");
        if (Deleters.Count > 0 && !Deleters.Contains(token))
            return Status(403, "Forbidden");
        if (!Objects.TryGetValue(call.Path, out var uid))
            return Status(404, "NotFound");
        if (call.Json()?["preconditions"]?["uid"]?.GetValue<string>() is { } wanted && wanted != uid)
            return Status(409, "Conflict");
        Objects.Remove(call.Path);
        return IssuerReply.Json(200, """{"kind":"Status","apiVersion":"v1","status":"Success"}""");
    }

    private static IssuerReply Status(int code, string reason) => IssuerReply.Json(code, $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"{{reason}}","reason":"{{reason}}","code":{{code}}}""");
}
