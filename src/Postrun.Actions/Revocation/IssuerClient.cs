using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Postrun.Actions;

/// <summary>How issuers are spoken to.</summary>
/// <param name="Timeout">Of one try.</param>
/// <param name="Authorities">The certificates of an authority of one's own, in place of those of the machine.</param>
public sealed record IssuerAccess(TimeSpan Timeout, X509Certificate2Collection? Authorities = null)
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
}

/// <summary>
/// Sends requests to issuers of credentials: no redirect is followed, for a token must not travel; no encoding is accepted, for a small
/// answer must not become a large one; what may pass is tried again, after what <c>Retry-After</c> says or with jitter.
/// </summary>
public sealed class IssuerClient : IDisposable
{
    /// <summary>Ten thousand leases are listed in less.</summary>
    private const int MaxAnswer = 4 << 20;

    private const int MaxHeaders = 16;
    private const int Retries = 5;

    /// <summary>An issuer that wants to be left alone for longer is left alone for good: the pod is about to end.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

    private readonly HttpMessageInvoker http;
    private readonly ResiliencePipeline<Try> pipeline;
    private readonly TimeSpan timeout;
    private readonly TimeProvider time;

    public IssuerClient(IssuerAccess access, TimeProvider time)
    {
        this.time = time;
        timeout = access.Timeout;
        http = new(Handler(access.Authorities));
        pipeline = new ResiliencePipelineBuilder<Try> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Try>
            {
                ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result is { MayPass: true } || tried.Outcome.Exception is TimeoutRejectedException),
                DelayGenerator = static tried => ValueTask.FromResult(tried.Outcome.Result?.After),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstDelay,
                UseJitter = true,
            })
            .AddTimeout(timeout)
            .Build();
    }

    /// <summary>Sends what the factory makes, anew for each try.</summary>
    /// <exception cref="OperationCanceledException">it was cancelled; the issuer may have been told</exception>
    public async Task<IssuerAnswer> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        try
        {
            return (await pipeline.ExecuteAsync(async token => await TryAsync(request, token), cancellation)).Answer;
        }
        catch (TimeoutRejectedException)
        {
            return Broken(string.Create(CultureInfo.InvariantCulture, $"does not answer within {timeout.TotalSeconds:0.###} s"));
        }
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Handler(X509Certificate2Collection? authorities)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            Proxy = new EncryptedProxy(HttpClient.DefaultProxy),
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = MaxHeaders,
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

    private async ValueTask<Try> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        using var request = make();
        if (!IsProtected(request.RequestUri!))
            return new(Broken("has an address that is not encrypted and not on this machine; give it with https"), MayPass: false);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var status = (int)response.StatusCode;
            if (status is >= 300 and < 400)
                return new(Broken($"answers with a redirect ({status}), which is not followed; the address must be that of the server itself", status), MayPass: false);
            if (response.Content.Headers.ContentEncoding.Count > 0)
                return new(Broken("answers in an encoding that was not asked for"), MayPass: false);
            if (await ReadAsync(response.Content, cancellation) is not { } body)
                return new(Broken($"gives an answer larger than {MaxAnswer >> 20} MiB"), MayPass: false);
            var after = After(response);
            // GitHub says 403 of a limit, too, and then how long to wait.
            return new(new(status, body), MayPass: (status is 412 or 429 or 500 or 502 or 503 or 504 || (status == 403 && after is not null)) && !(after > LongestWait), after);
        }
        catch (HttpRequestException e)
        {
            return Failed(e.HttpRequestError);
        }
        catch (IOException e)
        {
            return Failed((e as HttpIOException)?.HttpRequestError ?? HttpRequestError.ResponseEnded);
        }
    }

    private static bool IsProtected(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > MaxAnswer)
            return null;
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[16 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > MaxAnswer)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Try Failed(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => new(Broken("has a name that cannot be resolved"), MayPass: true),
        HttpRequestError.ConnectionError => new(Broken("cannot be reached"), MayPass: true),
        HttpRequestError.ProxyTunnelError => new(Broken("cannot be reached through the proxy"), MayPass: true),
        HttpRequestError.SecureConnectionError => new(Broken("has no certificate that can be trusted for this name; name the authority where it is one of your own"), MayPass: false),
        HttpRequestError.ConfigurationLimitExceeded => new(Broken("gives an answer with too large a head"), MayPass: false),
        HttpRequestError.ResponseEnded or HttpRequestError.Unknown => new(Broken("breaks the connection off"), MayPass: true),
        _ => new(Broken("does not speak HTTP as it should"), MayPass: false),
    };

    private static IssuerAnswer Broken(string problem, int status = 0) => new(status, default, problem);

    private sealed record Try(IssuerAnswer Answer, bool MayPass, TimeSpan? After = null);
}
