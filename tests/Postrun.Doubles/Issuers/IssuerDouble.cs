using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Postrun.Doubles;

/// <summary>An issuer of credentials on this machine, in memory. It answers as the real one does, or as a test makes it.</summary>
public abstract class IssuerDouble : IDisposable
{
    private readonly HttpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Task accepting;

    protected IssuerDouble()
    {
        (listener, Address) = Listen();
        accepting = Task.Run(AcceptAsync);
    }

    public Uri Address { get; }

    public ConcurrentQueue<IssuerCall> Calls { get; } = new();

    /// <summary>Nothing may be looked up nor revoked.</summary>
    public bool IsForbidden { get; set; }

    /// <summary>An answer in place of the true one, which is then not carried out; <see langword="null"/>: the true one.</summary>
    public Func<IssuerCall, IssuerReply?>? Instead { get; set; }

    /// <summary>Calls that are carried out, and never answered.</summary>
    public Func<IssuerCall, bool>? Hangs { get; set; }

    public void Dispose()
    {
        stop.Cancel();
        listener.Close();
        accepting.Wait();
        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Is called for one request at a time.</summary>
    protected abstract IssuerReply Answer(IssuerCall call);

    /// <summary>The listener wants a port by number, and another process may have taken it meanwhile.</summary>
    private static (HttpListener, Uri) Listen()
    {
        for (var tries = 0; ; tries++)
        {
            int port;
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                port = ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, new($"http://127.0.0.1:{port}/"));
            }
            catch (HttpListenerException) when (tries < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => ServeAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            var call = await ReadAsync(context.Request);
            Calls.Enqueue(call);
            var reply = Instead?.Invoke(call);
            if (reply is null)
                lock (gate)
                    reply = Answer(call);
            if (Hangs?.Invoke(call) == true)
                await Task.Delay(Timeout.Infinite, stop.Token);
            await WriteAsync(context.Response, reply);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client is gone, or the double is.
        }
    }

    private async Task<IssuerCall> ReadAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(stop.Token);
        var parts = request.RawUrl!.Split('?', 2);
        var headers = request.Headers.AllKeys.ToDictionary(static name => name!.ToLowerInvariant(), name => request.Headers[name]!);
        return new(request.HttpMethod, Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? parts[1] : "", headers, body);
    }

    private async Task WriteAsync(HttpListenerResponse response, IssuerReply reply)
    {
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Status is not (204 or 304))
        {
            var bytes = Encoding.UTF8.GetBytes(reply.Body);
            response.ContentLength64 = bytes.Length;
            await response.OutputStream.WriteAsync(bytes, stop.Token);
        }
        response.Close();
    }
}
