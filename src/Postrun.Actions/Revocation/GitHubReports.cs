namespace Postrun.Actions;

/// <summary>
/// Reports tokens that come within a moment together. GitHub takes 60 reports an hour, with up to 1,000 tokens in each.
/// https://docs.github.com/en/rest/credentials/revoke
/// </summary>
internal sealed class GitHubReports(TimeProvider time)
{
    private const int Most = 1000;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly Dictionary<Uri, Batch> open = [];

    /// <param name="send">Sends a report to the address.</param>
    /// <returns>What was answered to the report that the token is in.</returns>
    /// <exception cref="OperationCanceledException">it was cancelled; GitHub may have been told</exception>
    public async Task<IssuerAnswer> SendAsync(Uri api, string token, Func<IReadOnlyList<string>, Task<IssuerAnswer>> send, CancellationToken cancellation)
    {
        var batch = Join(api, token, out var isFirst);
        if (isFirst)
            await SendAsync(api, batch, send, cancellation);
        var answer = await batch.Answer.Task.WaitAsync(cancellation);
        // One that is no token spoils it for all.
        return answer.Status == 422 && batch.Tokens.Count > 1 ? await send([token]) : answer;
    }

    private Batch Join(Uri api, string token, out bool isFirst)
    {
        lock (gate)
        {
            isFirst = !open.TryGetValue(api, out var batch) || batch.Tokens.Count == Most;
            if (isFirst)
                open[api] = batch = new();
            batch!.Tokens.Add(token);
            return batch;
        }
    }

    private async Task SendAsync(Uri api, Batch batch, Func<IReadOnlyList<string>, Task<IssuerAnswer>> send, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Moment, time, cancellation);
            Close(api, batch);
            batch.Answer.SetResult(await send(batch.Tokens));
        }
        catch (Exception e)
        {
            // Whoever waits for it must not wait for ever.
            Close(api, batch);
            batch.Answer.TrySetException(e);
            throw;
        }
    }

    private void Close(Uri api, Batch batch)
    {
        lock (gate)
            if (open.TryGetValue(api, out var current) && current == batch)
                open.Remove(api);
    }

    private sealed class Batch
    {
        public List<string> Tokens { get; } = [];

        public TaskCompletionSource<IssuerAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
