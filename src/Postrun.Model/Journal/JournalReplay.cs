using System.Collections.Immutable;
using System.Text.Json;

namespace Postrun.Model;

/// <summary>
/// What a journal says, without the entries themselves: those are many, and are read again by offset.
/// </summary>
public sealed class JournalReplay
{
    private readonly List<Plan> plans = [];
    private readonly List<string> digests = [];
    private readonly List<ImmutableArray<StepStatus>> statuses = [];
    private readonly Dictionary<int, EvidenceProtection> protections = [];
    private readonly Dictionary<EntryKey, long> retracted = [];
    private readonly Dictionary<EntryKey, LeftItem> left = [];
    private readonly RedactionReplay redactions = new();
    private JournalBegin? begin;
    private JournalEnd? end;

    private JournalReplay()
    {
    }

    /// <summary>Of the first execution: where the clean-up was resumed, it began there.</summary>
    public JournalBegin Begin => begin ?? throw new InvalidDataException("the journal has no beginning");

    /// <summary>What the last beginning that found evidence said of it.</summary>
    public string? PreviousEvidence { get; private set; }

    /// <summary>What cut the last execution short; <see langword="null"/> where it ended by itself or never.</summary>
    public LeftReason? Interruption => end?.Interruption;

    /// <summary>What became of the credentials of the run; <see langword="null"/>: no register was named.</summary>
    public RevocationReport? Revocation { get; private set; }

    /// <summary>Where the frames with entries are, in file order.</summary>
    public List<EntriesChunk> Chunks { get; } = [];

    public List<PinFrame> Pins { get; } = [];

    /// <summary>Redacted copies of which it is not known what became of them; of the last round only.</summary>
    public IReadOnlyCollection<OpenRedaction> OpenRedactions => redactions.Open;

    /// <summary>Offset behind the last whole frame: whoever goes on writes there.</summary>
    public long End { get; private set; }

    /// <summary>Inodes of directories whose entries were being removed: that they changed is our own doing.</summary>
    /// <remarks>By path too: a directory that was moved meanwhile is another matter. Of the last round only.</remarks>
    public HashSet<(int Root, UnixPath Path, ulong Inode)> Entered { get; } = [];

    /// <summary>
    /// Files with several names, some of which were to be removed, and how many names they had: that they changed is our
    /// own doing, too, and their bytes come free with the last name.
    /// </summary>
    public Dictionary<(int Root, ulong Inode), uint> Linked { get; } = [];

    /// <summary>Plans so far.</summary>
    public IReadOnlyList<Plan> Plans => plans;

    /// <summary>Whether the last plan has outcomes for all its steps, none of them cut.</summary>
    public bool LastRoundIsClosed =>
        plans.Count > 0 && statuses.Count == plans.Count && !statuses[^1].Contains(StepStatus.Cut);

    /// <summary>Something was left because it had changed since it was planned: a further plan may deal with it.</summary>
    /// <remarks>Not where evidence was moved meanwhile.</remarks>
    public bool HasChanges => left.Values.Any(static item => item.Reason == LeftReason.ChangedSincePlan) && !HasMovedEvidence;

    /// <summary>Evidence was moved while deletions ran: no plan knows the content that was put back beside its place.</summary>
    public bool HasMovedEvidence => left.Values.Any(static item => item.Reason == LeftReason.EvidenceMissing);

    /// <summary>What a later look would still remove, and nothing here says is left.</summary>
    /// <param name="look">A plan made after the last round, with the same roots.</param>
    public IEnumerable<LeftFrame> NotMentioned(Plan look)
    {
        foreach (var step in look.Steps)
        {
            var root = plans[^1].Roots.IndexOf(plans[^1].Roots.FirstOrDefault(known => known.Path == look.Roots[step.Root].Path)!);
            var path = look.Roots[step.Root].Path.Join(step.Path.Bytes);
            if (root >= 0 && step.Files + step.Directories > 0 && look.Decisions[step.Decision].Treatment == Treatment.Delete
                && !left.Values.Any(item => item.Path.IsWithin(path) || path.IsWithin(item.Path)))
                yield return new(root, step.Path.Parent, new(step.Path.Name), 0, LeftReason.ChangedSincePlan, "appeared after it was planned");
        }
    }

    /// <exception cref="InvalidDataException">not a journal, or one that its own hashes vouch for and that makes no sense</exception>
    public static JournalReplay Read(Stream source)
    {
        var replay = new JournalReplay();
        var reader = new JournalReader(source);
        try
        {
            while (reader.Next())
                replay.Take(reader);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the journal has a malformed document: {e.Message}", e);
        }
        replay.End = reader.End;
        return replay;
    }

    /// <summary>Whether any intent was taken back.</summary>
    public bool HasRetractions => retracted.Count > 0;

    /// <summary>Whether an intent at this offset was taken back later.</summary>
    public bool IsRetracted(int round, int root, UnixPath directory, UnixPath name, long offset) =>
        retracted.Count > 0 && retracted.TryGetValue(new(round, root, directory, name), out var later) && later > offset;

    /// <summary>Everything but the entries, as evidence needs it.</summary>
    /// <exception cref="InvalidDataException">the journal ends before its first plan</exception>
    public Execution ToExecution()
    {
        if (plans.Count == 0)
            throw new InvalidDataException("the journal ends before its first plan: nothing was done");
        var rounds = plans.Select((plan, round) => new ExecutionRound(
            plan, digests[round], round < statuses.Count ? statuses[round] : [.. Enumerable.Repeat(StepStatus.Unknown, plan.Steps.Length)],
            protections.GetValueOrDefault(round)));
        return new()
        {
            Agent = Begin.Agent,
            StartedAt = Begin.StartedAt,
            FinishedAt = end?.FinishedAt,
            Interruption = end?.Interruption,
            Findings = redactions.Files(plans.Count - 1),
            FindingsOmitted = redactions.Omitted,
            Scanned = redactions.Scanned,
            Revocation = Revocation,
            Rounds = [.. rounds],
            // What a later plan dealt with is no longer left; what the last plan could not see still is. That evidence
            // was moved stays true whatever came after.
            Left = [.. left.Where(item => item.Key.Round == plans.Count - 1 || item.Value.Reason == LeftReason.EvidenceMissing).Select(item => item.Value)
                .Concat(plans[^1].Left).Concat(CutSteps()).OrderBy(item => item.Path).DistinctBy(item => item.Path)],
        };
    }

    /// <summary>What a deadline or a signal kept from being finished.</summary>
    private IEnumerable<LeftItem> CutSteps() => plans[^1].Steps
        .Where(step => statuses.Count == plans.Count && statuses[^1][step.Number] == StepStatus.Cut)
        .Select(step => new LeftItem
        {
            Path = plans[^1].Roots[step.Root].Path.Join(step.Path.Bytes),
            Reason = Interruption ?? LeftReason.Interrupted,
            Detail = "was not finished in time; 'postrun resume' goes on",
        });

    private void Take(JournalReader reader)
    {
        if (plans.Count == 0 && reader.Kind is not (JournalFrameKind.Begin or JournalFrameKind.Plan or JournalFrameKind.End) && Enum.IsDefined(reader.Kind))
            throw new InvalidDataException("the journal speaks of a plan that it does not have");
        switch (reader.Kind)
        {
            case JournalFrameKind.Begin:
                // A second beginning goes through an open round again: what that leaves, it says itself.
                if (!LastRoundIsClosed)
                {
                    redactions.RepeatRound(plans.Count - 1);
                    foreach (var stale in left.Where(item => item.Key.Round == plans.Count - 1 && item.Value.Reason != LeftReason.EvidenceMissing).ToList())
                        left.Remove(stale.Key);
                }
                var beginning = JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.JournalBegin) ?? throw new JsonException("no beginning");
                begin ??= beginning;
                PreviousEvidence = beginning.PreviousEvidence ?? PreviousEvidence;
                end = null;
                break;
            case JournalFrameKind.Plan:
                if (statuses.Count < plans.Count)
                    throw new InvalidDataException("the journal has a plan before the outcomes of the one before it");
                plans.Add(Checked(JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.Plan)));
                // The round before has given its pins back.
                Pins.Clear();
                redactions.BeginRound();
                Entered.Clear();
                digests.Add(CanonicalJson.Digest(reader.Payload));
                break;
            case JournalFrameKind.Entries:
                var payload = reader.Payload;
                var header = EntriesFrame.ReadHeader(ref payload);
                Require(header.Root, plans[^1].Roots.Length);
                Entered.Add((header.Root, new(header.Directory), header.Inode));
                Chunks.Add(new(plans.Count - 1, header.Root, new(header.Directory), reader.Offset, reader.Length));
                for (var i = 0; i < header.Count; i++)
                {
                    var entry = EntriesFrame.ReadEntry(ref payload);
                    Require(entry.Step, plans[^1].Steps.Length);
                    if (entry.Links > 1)
                        Linked[(header.Root, entry.Inode)] = Math.Max(entry.Links, Linked.GetValueOrDefault((header.Root, entry.Inode)));
                }
                break;
            case JournalFrameKind.Left or JournalFrameKind.Retracted:
                var frame = LeftFrame.Read(reader.Payload);
                Require(frame.Root, plans[^1].Roots.Length);
                if (!Enum.IsDefined(frame.Reason))
                    throw new InvalidDataException("the journal has a reason that this version does not know");
                var key = new EntryKey(plans.Count - 1, frame.Root, frame.Directory, frame.Name);
                retracted[key] = reader.Offset;
                if (reader.Kind == JournalFrameKind.Left)
                    left[key] = new()
                    {
                        Path = plans[^1].Roots[frame.Root].Path.Join(frame.Directory.Bytes).Join(frame.Name.Bytes),
                        Reason = frame.Reason,
                        Detail = frame.Detail,
                    };
                break;
            case JournalFrameKind.RoundEnd:
                if (reader.Length != plans[^1].Steps.Length || reader.Payload.ContainsAnyExceptInRange((byte)StepStatus.Unknown, (byte)StepStatus.Cut))
                    throw new InvalidDataException("the journal has outcomes that do not fit its plan");
                statuses.RemoveRange(Math.Min(plans.Count - 1, statuses.Count), Math.Max(0, statuses.Count - (plans.Count - 1)));
                statuses.Add([.. reader.Payload.ToArray().Select(static status => (StepStatus)status)]);
                break;
            case JournalFrameKind.End:
                end = JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.JournalEnd);
                break;
            case JournalFrameKind.Pin:
                Pins.Add(PinFrame.Read(reader.Payload));
                break;
            case JournalFrameKind.Protection:
                // A round that is worked through again has pinned again: equal clean-ups say the same, however often they died.
                protections[plans.Count - 1] = EvidenceProtection.Read(reader.Payload);
                break;
            case JournalFrameKind.Revocation:
                Revocation = Checked(JsonSerializer.Deserialize(reader.Payload, RegisterJson.Default.RevocationReport));
                break;
            case JournalFrameKind.Redacting or JournalFrameKind.Replacing or JournalFrameKind.Redacted or JournalFrameKind.Findings or JournalFrameKind.Scanned:
                if (redactions.Take(reader.Kind, reader.Payload, plans.Count - 1) is { } intent)
                {
                    Require(intent.Root, plans[^1].Roots.Length);
                    if (intent.DirectoryIsOurs)
                        Entered.Add((intent.Root, intent.Directory, intent.DirectoryInode));
                }
                break;
            default:
                throw new InvalidDataException($"the journal has a frame of unknown kind {(int)reader.Kind}; a newer version wrote it");
        }
    }

    /// <summary>A journal is written by us, but whoever may write to its directory may have written another.</summary>
    private static Plan Checked(Plan? plan)
    {
        if (plan is null || plan.Roots.IsDefault || plan.Decisions.IsDefault || plan.Steps.IsDefault || plan.Left.IsDefault)
            throw new JsonException("the plan is not whole");
        if (plan.Roots.Any(static root => root is null) || plan.Decisions.Any(static decision => decision is null) || plan.Left.Any(static left => left is null))
            throw new JsonException("the plan has a hole");
        for (var number = 0; number < plan.Steps.Length; number++)
        {
            var step = plan.Steps[number];
            if (step is null || step.Number != number)
                throw new InvalidDataException("the journal has a plan whose steps are not numbered in order");
            Require(step.Root, plan.Roots.Length);
            Require(step.Decision, plan.Decisions.Length);
        }
        return plan;
    }

    private static RevocationReport Checked(RevocationReport? revocation) =>
        revocation is not null && !revocation.Credentials.IsDefault && !revocation.DamagedLines.IsDefault && revocation.Credentials.All(static credential => credential is not null)
            ? revocation
            : throw new JsonException("what became of the credentials is not whole");

    private static void Require(int position, int count)
    {
        if (position < 0 || position >= count)
            throw new InvalidDataException("the journal refers to something that its plan does not have");
    }

    private readonly record struct EntryKey(int Round, int Root, UnixPath Directory, UnixPath Name);
}

/// <summary>One frame of entries: to which round, root and directory it belongs, and where its payload is.</summary>
public readonly record struct EntriesChunk(int Round, int Root, UnixPath Directory, long Offset, int Length);
