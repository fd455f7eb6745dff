using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Postrun.Actions;

/// <summary>An access key of AWS. No record, so that it is never printed by chance.</summary>
/// <param name="session">Of temporary keys.</param>
public sealed class AwsKeys(string id, string secret, string? session = null)
{
    public string Id => id;

    internal string Secret => secret;

    internal string? Session => session;
}

/// <summary>Signs requests with Signature Version 4. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</summary>
internal static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <param name="body">What the request has in it.</param>
    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, AwsKeys keys, string region, string service, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{stamp[..8]}/{region}/{service}/aws4_request";
        var address = request.RequestUri!;
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = address.Authority, ["x-amz-date"] = stamp };
        request.Headers.Add("X-Amz-Date", stamp);
        if (request.Content?.Headers.ContentType is { } type)
            headers["content-type"] = type.ToString();
        if (keys.Session is { } session)
        {
            headers["x-amz-security-token"] = session;
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", session);
        }
        var signed = string.Join(';', headers.Keys);
        var query = string.Join('&', address.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{address.AbsolutePath}\n{query}\n{string.Concat(headers.Select(static header => $"{header.Key}:{header.Value}\n"))}\n{signed}\n{Hex(SHA256.HashData(body))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + keys.Secret);
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Algorithm}\n{stamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}")));
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={keys.Id}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
