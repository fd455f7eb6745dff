using System.Collections.Concurrent;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>Decides by a policy in Rego. Items of which the policy sees the same facts are one question.</summary>
/// <param name="now">The instant for which the policy was loaded.</param>
public sealed class RetentionPolicy(LoadedPolicy policy, RunDescriptor descriptor, DateTimeOffset now) : IRetentionPolicy
{
    /// <summary>Much for one item; a policy that needs more would hold up the clean-up.</summary>
    private static readonly BudgetLimits Limits = new(Steps: 1_000_000, Memory: 64 << 20);

    /// <summary>Decisions are told apart by what they say. Nobody reads more, and each is held in memory.</summary>
    private const int MaxDecisions = 10_000;

    private readonly FactValues known = new(descriptor);
    private readonly DecisionReader reader = new(descriptor.Run.FinishedAt ?? now);
    private readonly FileSetPolicy? fileSets = policy.FileSets.IsEmpty ? null : new(policy.FileSets, descriptor, now);
    private readonly IReadOnlySet<string>? fields = policy.FileSets.IsEmpty ? policy.Rego.InputFields(policy.Decision) : null;
    private readonly ConcurrentDictionary<Grounds, Decision> byGrounds = new();
    private readonly ConcurrentDictionary<RegoValue, Decision> byAnswer = new();
    private readonly ConcurrentDictionary<string, Decision> failures = new();
    private readonly KeepGuard guard = new(descriptor, now);
    private readonly ConcurrentBag<Session> free = [];
    private volatile Decision? broken;
    private bool brokenIsKnown;

    /// <summary>Postrun's own policy.</summary>
    public RetentionPolicy(RunDescriptor descriptor, DateTimeOffset now)
        : this(LoadedPolicy.Load(null, descriptor, now), descriptor, now)
    {
    }

    public PolicyIdentity Identity => policy.Identity;

    /// <summary>A built-in function that fails is no answer "no": what depends on it is not decided.</summary>
    internal static EvaluationOptions Evaluation(DateTimeOffset now) => new() { Limits = Limits, StrictBuiltinErrors = true, Clock = new FixedClock(now) };

    /// <summary>Whether the policy sees what differs from item to item, so that each is a question of its own.</summary>
    private bool SeesItems => fields is null || fields.Overlaps(ItemRecord.OwnFields);

    public Decision Decide(in ItemFacts facts)
    {
        if (broken is { } all)
            return all;
        if (SeesItems)
            return Ask(facts);
        var grounds = new Grounds(
            facts.Evidence, facts.Keep, facts.Intermediate, facts.Transient, facts.InPackage, facts.LinkedToKept, facts.LedToByKept,
            facts.Origin, facts.Cache, fields!.Contains("type") ? facts.Type : ItemType.Unknown);
        return byGrounds.TryGetValue(grounds, out var decision) ? decision : byGrounds.GetOrAdd(grounds, Ask(facts));
    }

    /// <summary>What was decided before the policy broke counts no more: everything is looked at again.</summary>
    public bool Answer(CancellationToken cancellation) => broken is not null && !Interlocked.Exchange(ref brokenIsKnown, true);

    /// <summary>All that such a policy looks at.</summary>
    private readonly record struct Grounds(
        int Evidence, int Keep, int Intermediate, int Transient, bool InPackage, bool LinkedToKept, bool LedToByKept, RootOrigin Origin, string? Cache, ItemType Type);

    private Decision Ask(in ItemFacts facts)
    {
        if (!free.TryTake(out var session))
            session = new(policy.Rego.NewEvaluator(Evaluation(now)), new(known));
        try
        {
            return guard.Check(Answer(session, facts), facts);
        }
        catch (BudgetException e)
        {
            // What takes too long once may do so a million times.
            return broken = Failed($"{e.Message}; nothing is removed");
        }
        catch (Exception e) when (e is RegoException or PolicyAnswerException)
        {
            return Failed(e.Message);
        }
        finally
        {
            free.Add(session);
        }
    }

    private Decision Answer(Session session, in ItemFacts facts)
    {
        var input = session.Record.Fill(facts, SeesItems);
        var answer = session.Evaluator.Evaluate(policy.Decision, input);
        if (answer is null || !byAnswer.TryGetValue(answer, out var decision))
        {
            decision = reader.Read(answer);
            if (byAnswer.Count >= MaxDecisions)
                return broken = Failed($"the policy gives more than {MaxDecisions} different decisions; nothing is removed");
            decision = byAnswer.GetOrAdd(answer!, decision);
        }
        return fileSets is null ? decision : fileSets.Decide(session.Evaluator, input, decision);
    }

    private Decision Failed(string why) => failures.Count < MaxDecisions
        ? failures.GetOrAdd(why, static why => FailClosed.Undecided("policy.error", why))
        : failures.First().Value;

    /// <summary>Every item is decided on at one instant.</summary>
    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed record Session(RegoEvaluator Evaluator, ItemRecord Record);
}
