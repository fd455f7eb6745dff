using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Postrun.Doubles;

/// <summary>An OPA server on this machine. It answers as the real one does, or as a test lets it, down to single bytes.</summary>
public sealed class OpaServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentQueue<OpaRequest> requests = new();
    private readonly Lock gate = new();
    private readonly Task accepting;
    private int connections;

    /// <param name="certificate">With one it speaks TLS.</param>
    public OpaServer(DataApi api, X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        Api = api;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Url = new(certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}");
        accepting = Task.Run(AcceptAsync);
    }

    public DataApi Api { get; }

    public Uri Url { get; }

    /// <summary>What was read whole, in that order.</summary>
    public IReadOnlyCollection<OpaRequest> Requests => requests;

    public int Connections => connections;

    /// <summary>Answers in place of the server; it may write anything, or nothing and return.</summary>
    public Func<OpaExchange, Task>? Answering { get; set; }

    public void Dispose()
    {
        // Its connections may still look at it: it is never disposed, and holds nothing.
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
                Interlocked.Increment(ref connections);
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
                if (await ReadAsync(stream) is not { } request)
                    return;
                var exchange = new OpaExchange(request, Api, stream, client.Client, stop.Token);
                await (Answering is { } answering ? answering(exchange) : exchange.AnswerAsync());
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

    private async Task<OpaRequest?> ReadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0)
                return null;
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(static line => line.Split(':', 2)).ToDictionary(static parts => parts[0].ToLowerInvariant(), static parts => parts[1].Trim());
        var body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"), null)];
        await stream.ReadExactlyAsync(body, stop.Token);
        var first = lines[0].Split(' ');
        lock (gate)
        {
            var request = new OpaRequest(requests.Count, first[0], first[1], headers, body);
            requests.Enqueue(request);
            return request;
        }
    }
}
