using System.Net.Sockets;
using System.Text;

namespace Postrun.Doubles;

/// <summary>A request, and the connection that its answer goes to.</summary>
public sealed class OpaExchange(OpaRequest request, DataApi api, Stream stream, Socket socket, CancellationToken cancellation)
{
    public OpaRequest Request => request;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What a server that does not lie says.</summary>
    public OpaResponse Honest() => api.Answer(request);

    public Task AnswerAsync() => Honest() is var honest ? AnswerAsync(honest.Status, honest.Body) : Task.CompletedTask;

    public Task AnswerAsync(int status, string body, params string[] headers) => WriteAsync(Encoding.UTF8.GetBytes(body), status, headers);

    public async Task WriteAsync(byte[] body, int status = 200, params string[] headers) =>
        await BytesAsync([.. Head(status, [$"Content-Length: {body.Length}", .. headers]), .. body]);

    public async Task BytesAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, cancellation);
        await stream.FlushAsync(cancellation);
    }

    public static byte[] Head(int status, params string[] headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\n{string.Concat(headers.Select(static header => header + "\r\n"))}\r\n");

    /// <summary>Ends the connection by RST, so that what was sent may be lost too.</summary>
    public void Reset()
    {
        socket.LingerState = new(true, 0);
        socket.Close();
    }
}
