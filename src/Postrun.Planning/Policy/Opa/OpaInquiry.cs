using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>
/// All that one server is asked for one plan, some requests at a time. The first thing that goes wrong is its failure;
/// the questions that are still open are then given up.
/// </summary>
internal sealed class OpaInquiry : IDisposable
{
    private const int AtOnce = 4;

    /// <summary>All requests together may take so many times what one may: ten minutes, unless the descriptor says otherwise.</summary>
    private const int AllLast = 120;

    /// <summary>Decisions are told apart by their text. Nobody reads more.</summary>
    private const int MaxDecisions = 10_000;

    private const string SaysToken = "says the token in an answer, which would go into the evidence; replace the token";

    private readonly OpaClient client;
    private readonly OpaAccess access;
    private readonly DecisionReader reader;
    private readonly RegoValue run;
    private readonly TimeSpan patience;
    private readonly CancellationTokenSource late;
    private readonly CancellationTokenSource stop;
    private readonly SemaphoreSlim slots = new(AtOnce);
    private readonly ConcurrentBag<Task> tasks = [];
    private readonly ConcurrentBag<(UInt256 Id, Decision Decision)> arrived = [];
    private readonly ConcurrentDictionary<string, Decision> read = new();
    private readonly Lock gate = new();
    private OpaQuestion? touchstone;
    private Decision? struck;
    private OpaProvenance? provenance;
    private string? failure;
    private int asked;
    private int open;

    public OpaInquiry(OpaSource source, OpaAccess access, DecisionReader reader, RegoValue run, TimeProvider time, CancellationToken cancellation)
    {
        (this.access, this.reader, this.run) = (access, reader, run);
        client = new(source, access, time);
        patience = source.Timeout * AllLast;
        late = new(Timeout.InfiniteTimeSpan, time);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
    }

    public OpaProvenance Provenance => provenance ?? OpaProvenance.Unknown;

    /// <summary>Goes on from the address of the server.</summary>
    public string? Failure => failure;

    /// <summary>Whether anything was sent since the last conclusion.</summary>
    public bool IsOpen => !tasks.IsEmpty;

    /// <summary>Sends a batch when fewer than some are under way, and does not wait for its answer.</summary>
    /// <exception cref="OperationCanceledException">it was cancelled</exception>
    public void Send(List<OpaQuestion> questions, CancellationToken cancellation)
    {
        slots.Wait(cancellation);
        OpaBatch batch;
        lock (gate)
        {
            if (asked == 0)
                late.CancelAfter(patience);
            // One question is asked again with every batch: whoever answers it in two ways is not one policy.
            touchstone ??= questions[0];
            batch = new(asked, [touchstone.Value, .. questions]);
            asked += batch.Questions.Count;
            open += questions.Count;
        }
        tasks.Add(Task.Run(() => AskAsync(batch), CancellationToken.None));
    }

    /// <summary>Waits for the answers to all that was sent.</summary>
    /// <exception cref="OperationCanceledException">it was cancelled</exception>
    public IReadOnlyCollection<(UInt256 Id, Decision Decision)> Conclude(CancellationToken cancellation)
    {
        Task.WaitAll([.. tasks], cancellation);
        tasks.Clear();
        var answers = arrived.ToArray();
        arrived.Clear();
        if (failure is null && answers.Length != open)
            throw new OperationCanceledException(cancellation);
        open = 0;
        return answers;
    }

    public void Dispose()
    {
        stop.Cancel();
        Task.WhenAll([.. tasks]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        stop.Dispose();
        late.Dispose();
        slots.Dispose();
        client.Dispose();
    }

    private async Task AskAsync(OpaBatch batch)
    {
        try
        {
            if (stop.IsCancellationRequested)
                return;
            switch (await client.AskAsync(OpaQuestions.Body(batch, run), stop.Token))
            {
                case OpaReply.Failure failed:
                    Fail(failed.Why);
                    break;
                case OpaReply.Content content:
                    Take(batch, OpaAnswer.Read(content.Body, batch.First, batch.Questions.Count));
                    break;
            }
        }
        catch (PolicyAnswerException e)
        {
            Fail(e.Message);
        }
        catch (OperationCanceledException)
        {
            if (late.IsCancellationRequested)
                Fail(string.Create(CultureInfo.InvariantCulture, $"takes longer than {patience.TotalMinutes:0.#} minutes for all that it is asked"));
        }
#pragma warning disable CA1031 // Whatever it is: an answer that was not taken in is no leave to delete.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail($"gives an answer that cannot be taken in ({e.GetType().Name})");
        }
        finally
        {
            slots.Release();
        }
    }

    private void Take(OpaBatch batch, OpaAnswer answer)
    {
        if (access.IsSaidIn(answer.Provenance.Version))
            throw new PolicyAnswerException(SaysToken);
        var decisions = answer.Decisions.Select(Read).ToArray();
        lock (gate)
        {
            provenance ??= answer.Provenance;
            struck ??= decisions[0];
            if (provenance != answer.Provenance)
                throw new PolicyAnswerException("decided by one policy and then by another (its provenance changed); run again when it is settled");
            if (!ReferenceEquals(struck, decisions[0]))
                throw new PolicyAnswerException("decides on the same facts now in one way and now in another");
        }
        for (var i = 1; i < decisions.Length; i++)
            arrived.Add((batch.Questions[i].Id, decisions[i]));
    }

    private Decision Read(string text)
    {
        if (read.TryGetValue(text, out var decision))
            return decision;
        if (read.Count >= MaxDecisions)
            throw new PolicyAnswerException($"gives more than {MaxDecisions} different decisions");
        try
        {
            var value = RegoJson.Parse(text);
            // Before anything of it is put into words.
            if (access.IsSaidIn(value.ToString()))
                throw new PolicyAnswerException(SaysToken);
            return read.GetOrAdd(text, reader.Read(value));
        }
        catch (PolicyAnswerException e) when (e.Message != SaysToken)
        {
            throw new PolicyAnswerException($"gives a malformed decision: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or RegoException)
        {
            throw new PolicyAnswerException("gives a malformed decision: it holds a number out of range, or is too large");
        }
    }

    private void Fail(string why)
    {
        // What comes after the first failure is mostly its consequence.
        Interlocked.CompareExchange(ref failure, why, null);
        stop.Cancel();
    }
}
