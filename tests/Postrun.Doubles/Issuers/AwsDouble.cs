using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Postrun.Doubles;

/// <summary>A key of a user.</summary>
public sealed class AwsDoubleKey(string id, string secret, string user)
{
    public string Id => id;

    public string Secret => secret;

    public string User => user;

    public bool IsActive { get; set; } = true;
}

/// <summary>What IAM and STS do with access keys. It holds signatures against what it makes of the request itself.</summary>
public sealed partial class AwsDouble : IssuerDouble
{
    private readonly Dictionary<string, AwsDoubleKey> gone = [];
    private int issued;

    public Dictionary<string, AwsDoubleKey> Keys { get; } = [];

    /// <summary>Who may not delete.</summary>
    public HashSet<string> Undeleting { get; } = [];

    /// <summary>As often a key that is gone is accepted still.</summary>
    public int Stale { get; set; }

    public AwsDoubleKey Issue(string user = "train")
    {
        var key = new AwsDoubleKey($"AKIA{++issued:D16}", $"S3cr3tV4lue/+{issued:D27}", user);
        Keys[key.Id] = key;
        return key;
    }

    protected override IssuerReply Answer(IssuerCall call)
    {
        if (Authorization().Match(call.Header("authorization") ?? "") is not { Success: true } match)
            return Error(403, "MissingAuthenticationToken");
        var (id, date, region, service, signed, signature) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value, match.Groups[5].Value, match.Groups[6].Value);
        var key = Keys.GetValueOrDefault(id) is { IsActive: true } known ? known : null;
        if (key is null && Stale > 0 && (gone.GetValueOrDefault(id) ?? Keys.GetValueOrDefault(id)) is { } old)
        {
            Stale--;
            key = old;
        }
        if (key is null)
            return Error(403, "InvalidClientTokenId");
        if (Sign(call, key.Secret, date, region, service, signed) != signature)
            return Error(403, "SignatureDoesNotMatch");
        var fields = call.Body.Split('&').Select(static field => field.Split('=', 2)).ToDictionary(static field => field[0], static field => Uri.UnescapeDataString(field[1]));
        if ((service, fields["Action"], fields["Version"]) == ("sts", "GetCallerIdentity", "2011-06-15"))
            return Result($"<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ml/{key.User}</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult>");
        if (service != "iam" || fields["Version"] != "2010-05-08")
            return Error(400, "InvalidAction");
        if (IsForbidden || (fields["Action"] == "DeleteAccessKey" && Undeleting.Contains(id)))
            return Error(403, "AccessDenied");
        if (!Keys.TryGetValue(fields["AccessKeyId"], out var meant) || meant.User != fields.GetValueOrDefault("UserName", key.User))
            return Error(404, "NoSuchEntity");
        if (fields["Action"] == "UpdateAccessKey")
            meant.IsActive = fields["Status"] == "Active";
        else if (fields["Action"] == "DeleteAccessKey" && Keys.Remove(meant.Id))
            gone[meant.Id] = meant;
        return Result("");
    }

    private static string Sign(IssuerCall call, string secret, string date, string region, string service, string signed)
    {
        var headers = string.Concat(signed.Split(';').Select(name => $"{name}:{call.Header(name)}\n"));
        var canonical = $"{call.Method}\n{call.Path}\n{call.Query}\n{headers}\n{signed}\n{Hash(call.Body)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[date, region, service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{call.Header("x-amz-date")}\n{date}/{region}/{service}/aws4_request\n{Hash(canonical)}")));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IssuerReply Result(string result) => new(200, $"<Response>{result}<ResponseMetadata><RequestId>c6104cbe</RequestId></ResponseMetadata></Response>", ("Content-Type", "text/xml"));

    private static IssuerReply Error(int status, string code) => new(status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>Said of {code}.</Message></Error><RequestId>c6104cbe</RequestId></ErrorResponse>", ("Content-Type", "text/xml"));

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=(\\w+)/(\\d{8})/([a-z0-9-]+)/(\\w+)/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$")]
    private static partial Regex Authorization();
}
