using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// Asks the Data API. Follows no redirect, for the token must not travel; accepts no encoding, for a small answer must
/// not become a large one; reads no more than a limit, and no longer than a deadline.
/// </summary>
internal sealed class OpaClient : IDisposable
{
    /// <summary>A thousand decisions are some 300 KB.</summary>
    private const int MaxAnswer = 16 << 20;

    private const int MaxHeaders = 16;
    private const int Retries = 4;

    /// <summary>All tries of one request together may take so many times what one of them may.</summary>
    private const int TriesLast = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

    private readonly Uri address;
    private readonly AuthenticationHeaderValue? authorization;
    private readonly HttpMessageInvoker http;
    private readonly ResiliencePipeline<OpaReply> pipeline;
    private readonly TimeSpan timeout;

    public OpaClient(OpaSource source, OpaAccess access, TimeProvider time)
    {
        address = new($"{source.Address}?provenance=true");
        timeout = source.Timeout;
        authorization = access.Token is { } token ? new("Bearer", token) : null;
        http = new(Handler(source, access.Authorities));
        pipeline = new ResiliencePipelineBuilder<OpaReply> { TimeProvider = time }
            .AddTimeout(timeout * TriesLast)
            .AddRetry(new RetryStrategyOptions<OpaReply>
            {
                ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result is OpaReply.Failure { MayPass: true }),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                UseJitter = true,
            })
            .AddTimeout(timeout)
            .Build();
    }

    /// <exception cref="OperationCanceledException">it was cancelled; the server may have seen the question</exception>
    public async Task<OpaReply> AskAsync(ReadOnlyMemory<byte> question, CancellationToken cancellation)
    {
        OpaReply.Failure? last = null;
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    var reply = await TryAsync(question, token);
                    last = reply as OpaReply.Failure;
                    return reply;
                },
                cancellation);
        }
        catch (TimeoutRejectedException)
        {
            return last ?? new OpaReply.Failure(string.Create(CultureInfo.InvariantCulture, $"does not answer within {timeout.TotalSeconds:0.###} s; set policy.opa.timeout where it needs longer"), MayPass: false);
        }
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Handler(OpaSource source, X509Certificate2Collection? authorities)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = MaxHeaders,
            // What leaves this machine is encrypted from here to the server; what does not leave it needs no proxy.
            UseProxy = source.Url.Scheme == Uri.UriSchemeHttps,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        if (authorities is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        return handler;
    }

    private async ValueTask<OpaReply> TryAsync(ReadOnlyMemory<byte> question, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(question) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return Refusal(response) ?? await ReadAsync(response.Content, cancellation);
        }
        catch (HttpRequestException e)
        {
            return Broken(e.HttpRequestError);
        }
        catch (IOException e)
        {
            return Broken((e as HttpIOException)?.HttpRequestError ?? HttpRequestError.ResponseEnded);
        }
    }

    /// <summary>Nothing of the answer is quoted: a server may say back what it was told in confidence.</summary>
    private static OpaReply.Failure? Refusal(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        200 when response.Content.Headers.ContentEncoding.Count > 0 => new("answers in an encoding that was not asked for", MayPass: false),
        200 when response.Content.Headers.ContentLength > MaxAnswer => TooLarge,
        200 => null,
        >= 300 and < 400 => new($"answers with a redirect ({(int)response.StatusCode}), which is not followed; policy.opa.url must be the address itself", MayPass: false),
        401 or 403 => new($"refuses the token, or wants one (HTTP status {(int)response.StatusCode}); check policy.opa.token", MayPass: false),
        429 or 502 or 503 or 504 => new($"answers with HTTP status {(int)response.StatusCode}, again and again", MayPass: true),
        var status => new($"answers with HTTP status {status}; check policy.opa.url and path, and the log of the server", MayPass: false),
    };

    private static OpaReply.Failure TooLarge => new($"gives an answer larger than {MaxAnswer >> 20} MiB", MayPass: false);

    private static async Task<OpaReply> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[64 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > MaxAnswer)
                return TooLarge;
            body.Write(buffer, 0, read);
        }
        return new OpaReply.Content(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static OpaReply.Failure Broken(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => new("has a name that cannot be resolved", MayPass: true),
        HttpRequestError.ConnectionError => new("cannot be reached", MayPass: true),
        HttpRequestError.ProxyTunnelError => new("cannot be reached through the proxy", MayPass: true),
        HttpRequestError.SecureConnectionError => new("has no certificate that can be trusted for this name; policy.opa.caFile names the authority where it is one of your own", MayPass: false),
        HttpRequestError.ConfigurationLimitExceeded => new("gives an answer with too large a head", MayPass: false),
        HttpRequestError.ResponseEnded or HttpRequestError.Unknown => new("breaks the connection off", MayPass: true),
        _ => new("does not speak HTTP as it should", MayPass: false),
    };
}
