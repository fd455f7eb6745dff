using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Postrun.Actions.Tests;

/// <summary>An issuer on this machine that knows one token. It answers as it should, or as a test lets it, down to single bytes.</summary>
internal sealed class LyingIssuer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentQueue<IssuerRequest> requests = new();
    private readonly Task accepting;
    private volatile bool isActive = true;

    public LyingIssuer(X509Certificate2? certificate = null, string path = "")
    {
        this.certificate = certificate;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Origin = certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}";
        Url = new(Origin + path);
        Metadata = $$"""{"issuer":"{{Origin}}{{path}}","revocation_endpoint":"{{Origin}}/revoke","introspection_endpoint":"{{Origin}}/introspect"}""";
        accepting = Task.Run(AcceptAsync);
    }

    public string Origin { get; }

    public Uri Url { get; }

    public string Metadata { get; set; }

    public IReadOnlyCollection<IssuerRequest> Requests => requests;

    /// <summary>Answers in its place; of what it returns <see langword="null"/> for, the issuer answers as it should.</summary>
    public Func<IssuerRequest, string?>? Lie { get; set; }

    /// <summary>Writes anything, or nothing and returns; false where it did not.</summary>
    public Func<IssuerRequest, Stream, CancellationToken, Task<bool>>? Writing { get; set; }

    /// <summary>An answer of HTTP.</summary>
    public static string Answer(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        accepting.Wait();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await SecuredAsync(client);
                var request = await ReadAsync(stream);
                requests.Enqueue(request);
                if (Writing is { } writing && await writing(request, stream, stop.Token))
                    return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Lie?.Invoke(request) ?? Honest(request)), stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException or ObjectDisposedException or SocketException)
            {
                // The client has gone, as many of them must.
            }
        }
    }

    private async Task<Stream> SecuredAsync(TcpClient client)
    {
        if (certificate is null)
            return client.GetStream();
        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        return secured;
    }

    private string Honest(IssuerRequest request)
    {
        switch (request.Target)
        {
            case "/introspect":
                return Answer(200, isActive ? """{"active":true}""" : """{"active":false}""");
            case "/revoke":
                isActive = false;
                return Answer(200, "");
            default:
                return request.Target.StartsWith("/.well-known/oauth-authorization-server", StringComparison.Ordinal) ? Answer(200, Metadata) : Answer(404, "");
        }
    }

    private async Task<IssuerRequest> ReadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            await stream.ReadExactlyAsync(one, stop.Token);
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(static line => line.Split(':', 2)).ToDictionary(static parts => parts[0].ToLowerInvariant(), static parts => parts[1].Trim());
        var body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"), null)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new(lines[0].Split(' ')[0], lines[0].Split(' ')[1], headers, Encoding.UTF8.GetString(body));
    }
}

internal sealed record IssuerRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
