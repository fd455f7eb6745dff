using Postrun.Linux;
using Postrun.Model;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;

namespace Postrun.Actions.Tests;

/// <summary>A root whose plan keeps everything at one place, and a token that no file of the repository holds.</summary>
internal sealed class RedactionSample : IDisposable
{
    public Sample Sample { get; } = new();

    /// <summary>Looks alive, and is made anew for each test.</summary>
    public string Token { get; } = "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(static _ => "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"[Random.Shared.Next(57)]));

    public RedactionTools Tools { get; init; } = new()
    {
        Rules = RuleSet.Of(BuiltInRules.All),
        Key = new byte[32],
        Policy = new PlacePolicy(),
    };

    public string Text => $"step 1\nusing {Token} to push\nstep 2\n";

    /// <param name="steps">A path, what it is, and where it lies; no place: it is removed. The first is the root's.</param>
    public Plan Plan(params (string Path, ItemType Type, FindingPlace? Place)[] steps)
    {
        var plan = Sample.Plan([.. steps.Select(static step => (step.Path, step.Type, step.Place is null))]);
        var decisions = steps.Select(step => plan.Decisions[step.Place is null ? 1 : 0] with { Place = step.Place }).ToList();
        return plan with
        {
            Redaction = new(Tools.Rules.Version, Tools.Rules.Rules.Count, Tools.Policy.Identity, "run"),
            Decisions = [.. decisions],
            Steps = [.. plan.Steps.Select(static step => step with { Decision = step.Number })],
        };
    }

    public Execution Run(Plan plan, RoundHistory? history = null)
    {
        Sample.Journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
        new PlanExecutor(Sample.Journal, [], redaction: Tools).Run(plan, history ?? RoundHistory.None, CancellationToken.None);
        return Sample.Replay().ToExecution();
    }

    /// <summary>Everything is kept at one place.</summary>
    public Execution Run(FindingPlace place) => Run(Plan(("", ItemType.Directory, place)));

    public FileStat Look(string relative)
    {
        Sample.Root.Stat(System.Text.Encoding.UTF8.GetBytes(relative), out var stat).ShouldBe(Errno.None);
        return stat;
    }

    public void Dispose() => Sample.Dispose();

    /// <summary>As the built-in policy decides on a severe finding.</summary>
    private sealed class PlacePolicy : IFindingPolicy
    {
        public PolicyIdentity Identity { get; } = new("test", "1", "sha256:00");

        public FindingDecision Decide(in FindingFacts facts) => facts.Place.IsRewritable()
            ? new(FindingAction.Redact, OriginalText.Replace, [new("r", "is redacted")])
            : new(FindingAction.Fail, OriginalText.Leave, [new("r", "is never rewritten")]);
    }
}
