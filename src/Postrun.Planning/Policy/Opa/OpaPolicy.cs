using System.Collections.Concurrent;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// Decides by what an OPA server answers. Nobody waits for the network file by file: what is not known yet is put off
/// and collected, and everything is decided on again when the answers are there. They become visible all at once, so
/// that one look at a workspace sees one state of knowledge. If anything at all goes wrong, nothing counts.
/// </summary>
public sealed class OpaPolicy : IRetentionPolicy, IDisposable
{
    private const int BatchSize = 1000;

    /// <summary>Files that change whenever they are looked at are a new question each time.</summary>
    private const int MaxRounds = 6;

    private static readonly Decision PutOff = FailClosed.Undecided(
        "policy.unanswered", "changed whenever it was looked at, so that the policy could not be asked about it; run again when the training has ended");

    private readonly Uri address;
    private readonly FactValues known;
    private readonly KeepGuard guard;
    private readonly OpaInquiry inquiry;
    private readonly ConcurrentBag<OpaQuestions> writers = [];
    private readonly ConcurrentDictionary<UInt256, Decision?> decisions = new();
    private readonly CancellationToken cancellation;
    private readonly Lock gate = new();
    private List<OpaQuestion> pending = [];
    private int rounds;
    private Decision? failed;

    /// <param name="now">Terms are due at this instant or not.</param>
    /// <param name="cancellation">Ends all that waits for the server.</param>
    public OpaPolicy(OpaSource source, OpaAccess access, RunDescriptor descriptor, DateTimeOffset now, TimeProvider time, CancellationToken cancellation)
    {
        address = source.Address;
        known = new(descriptor);
        guard = new(descriptor, now);
        this.cancellation = cancellation;
        inquiry = new(source, access, new(descriptor.Run.FinishedAt ?? now), RunFacts.Of(descriptor, now).Get("postrun")!, time, cancellation);
    }

    public PolicyIdentity Identity
    {
        get
        {
            var provenance = failed is null ? inquiry.Provenance : OpaProvenance.Unknown;
            return new(address.AbsoluteUri, provenance.Version, provenance.Digest);
        }
    }

    public Decision Decide(in ItemFacts facts)
    {
        if (failed is { } all)
            return all;
        if (!writers.TryTake(out var writer))
            writer = new(known);
        try
        {
            var question = writer.Write(facts, out var id);
            if (decisions.TryGetValue(id, out var decision))
                return decision is null ? PutOff : guard.Check(decision, facts);
            if (rounds < MaxRounds && decisions.TryAdd(id, null))
                Collect(new(id, question.ToArray()));
            return PutOff;
        }
        finally
        {
            writers.Add(writer);
        }
    }

    public bool Answer(CancellationToken cancellation)
    {
        if (failed is not null)
            return false;
        if (TakePending(atLeast: 1) is { } rest)
            inquiry.Send(rest, cancellation);
        if (!inquiry.IsOpen)
            return false;
        rounds++;
        foreach (var (id, decision) in inquiry.Conclude(cancellation))
            decisions[id] = decision;
        if (inquiry.Failure is { } why)
            failed = PolicyFailure.Because($"the policy server {address.AbsoluteUri} {why}; nothing is removed");
        return true;
    }

    public void Dispose() => inquiry.Dispose();

    private void Collect(OpaQuestion question)
    {
        lock (gate)
            pending.Add(question);
        if (TakePending(BatchSize) is { } batch)
            inquiry.Send(batch, cancellation);
    }

    private List<OpaQuestion>? TakePending(int atLeast)
    {
        lock (gate)
        {
            if (pending.Count < atLeast)
                return null;
            var taken = pending;
            pending = [];
            return taken;
        }
    }
}
