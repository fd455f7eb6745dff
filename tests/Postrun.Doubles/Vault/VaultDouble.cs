using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Postrun.Doubles;

/// <summary>A Vault on this machine, in memory. It answers as the real one does, or as a test makes it.</summary>
public sealed class VaultDouble : IDisposable
{
    private readonly HttpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly VaultApi api;
    private readonly Task accepting;
    private int inFlight;
    private int numbers;

    public VaultDouble(bool isOpenBao = false)
    {
        api = new(State, isOpenBao);
        (listener, Address) = Listen();
        accepting = Task.Run(AcceptAsync);
    }

    public Uri Address { get; }

    public VaultState State { get; } = new();

    public ConcurrentQueue<VaultRequest> Requests { get; } = new();

    /// <summary>The most requests that were under way at once.</summary>
    public int Peak { get; private set; }

    /// <summary>Before each answer.</summary>
    public TimeSpan Latency { get; set; }

    public bool IsSealed { get; set; }

    /// <summary>It is a standby that sends everybody there.</summary>
    public Uri? Active { get; set; }

    /// <summary>An answer in place of the true one, which is then not carried out; <see langword="null"/>: the true one.</summary>
    public Func<VaultRequest, VaultResponse?>? Instead { get; set; }

    /// <summary>Requests that are carried out, and never answered.</summary>
    public Func<VaultRequest, bool>? Hangs { get; set; }

    /// <summary>Requests whose connection breaks off after they were carried out.</summary>
    public Func<VaultRequest, bool>? Breaks { get; set; }

    /// <summary>What is read or changed while requests are under way, is so through this.</summary>
    public T With<T>(Func<VaultState, T> use)
    {
        lock (gate)
            return use(State);
    }

    public int Calls(string path) => Requests.Count(request => request.Path == path);

    public void Dispose()
    {
        stop.Cancel();
        listener.Close();
        accepting.Wait();
        stop.Dispose();
    }

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
            lock (gate)
                Peak = Math.Max(Peak, ++inFlight);
            var request = await ReadAsync(context.Request);
            Requests.Enqueue(request);
            if (Latency > TimeSpan.Zero)
                await Task.Delay(Latency, stop.Token);
            var response = Answer(request);
            if (Hangs?.Invoke(request) == true)
                await Task.Delay(Timeout.Infinite, stop.Token);
            if (Breaks?.Invoke(request) == true)
                await BreakAsync(context.Response);
            else
                await WriteAsync(context.Response, response);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client is gone, or the double is.
        }
        finally
        {
            lock (gate)
                inFlight--;
        }
    }

    private VaultResponse Answer(VaultRequest request)
    {
        if (IsSealed)
            return VaultResponse.Errors(503, "Vault is sealed");
        if (Active is { } active)
            return new(307, null, ("Location", new Uri(active, "/v1/" + request.Path).AbsoluteUri));
        if (Instead?.Invoke(request) is { } other)
            return other;
        lock (gate)
            return api.Answer(request);
    }

    private async Task<VaultRequest> ReadAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(stop.Token);
        JsonObject? body = null;
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Taken as empty.
        }
        var parts = request.RawUrl!.Split('?', 2);
        var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
        var operation = request.HttpMethod switch
        {
            "GET" when query.GetValueOrDefault("list") == "true" => "list",
            "GET" => "read",
            "DELETE" => "delete",
            "LIST" => "list",
            _ => "update",
        };
        var path = Uri.UnescapeDataString(parts[0]);
        return new(Interlocked.Increment(ref numbers) - 1, operation, path.StartsWith("/v1/", StringComparison.Ordinal) ? path[4..] : "?" + path, query, request.Headers["X-Vault-Token"],
            request.Headers["X-Vault-Namespace"]?.Trim('/') ?? "", request.Headers["X-Vault-Wrap-TTL"], request.Headers["X-Vault-Request"] == "true", body ?? []);
    }

    /// <summary>In the middle of the answer: before its beginning, the listener would end it as an empty one.</summary>
    private async Task BreakAsync(HttpListenerResponse response)
    {
        response.ContentLength64 = 100;
        await response.OutputStream.WriteAsync("{"u8.ToArray(), stop.Token);
        response.Abort();
    }

    private async Task WriteAsync(HttpListenerResponse response, VaultResponse answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.Body is { } body)
        {
            var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
            response.ContentType = "application/json";
            response.ContentLength64 = bytes.Length;
            await response.OutputStream.WriteAsync(bytes, stop.Token);
        }
        response.Close();
    }
}
