using System.Net.Http.Headers;
using System.Text;

namespace Postrun.Actions;

/// <summary>Asks IAM and STS. https://docs.aws.amazon.com/IAM/latest/APIReference/programming.html</summary>
/// <param name="iam">The address of IAM; that of STS is beside it.</param>
internal sealed class AwsQuery(IssuerClient client, TimeProvider time, Uri iam)
{
    private const string Amazon = ".amazonaws.com";

    /// <summary>What is one for all the world signs as this region.</summary>
    private const string Global = "us-east-1";

    public static readonly Uri Public = new("https://iam.amazonaws.com/");

    public Task<IssuerAnswer> IamAsync(AwsKeys keys, CancellationToken cancellation, params (string Name, string Value)[] fields) => SendAsync(iam, Region(iam), "iam", "2010-05-08", keys, fields, cancellation);

    public Task<IssuerAnswer> StsAsync(AwsKeys keys, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        var (address, region) = Sts(iam);
        return SendAsync(address, region, "sts", "2011-06-15", keys, fields, cancellation);
    }

    /// <summary>Another address than those of AWS has both.</summary>
    internal static (Uri Address, string Region) Sts(Uri iam) => iam.Host switch
    {
        "iam" + Amazon => (new("https://sts.amazonaws.com/"), Global),
        var host when host.StartsWith("iam.", StringComparison.Ordinal) && (host.EndsWith(Amazon, StringComparison.Ordinal) || host.EndsWith(Amazon + ".cn", StringComparison.Ordinal)) =>
            (new($"https://sts.{Region(iam)}{(host.EndsWith(".cn", StringComparison.Ordinal) ? Amazon + ".cn" : Amazon)}/"), Region(iam)),
        _ => (iam, Global),
    };

    /// <summary>What went wrong, by the name that AWS has for it; to be compared, and never to be shown.</summary>
    public static string? Error(IssuerAnswer answer) => answer.Status >= 400 ? Element(answer, "Code") : null;

    /// <summary>The text of the first element of that name.</summary>
    public static string? Element(IssuerAnswer answer, string name)
    {
        var text = Encoding.UTF8.GetString(answer.Body.Span);
        var (begin, end) = ($"<{name}>", $"</{name}>");
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : text[(from + begin.Length)..to];
    }

    private static string Region(Uri iam) => iam.Host.Split('.') switch
    {
        ["iam", "us-gov", ..] => "us-gov-west-1",
        ["iam", var region, "amazonaws", "com", ..] => region,
        _ => Global,
    };

    private Task<IssuerAnswer> SendAsync(Uri address, string region, string service, string version, AwsKeys keys, (string Name, string Value)[] fields, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(string.Join('&', fields.Append(("Version", version)).Select(static field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}")));
        return client.SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, IssuerRequest.At(address, "")) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            AwsSignature.Sign(request, body, keys, region, service, time.GetUtcNow());
            return request;
        }, cancellation);
    }
}
