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
    private readonly Dictionary<EntryKey, long> retracted = [];
    private readonly Dictionary<EntryKey, LeftItem> left = [];
    private JournalBegin? begin;
    private JournalEnd? end;

    private JournalReplay()
    {
    }

    /// <summary>Of the first execution: where the clean-up was resumed, it began there.</summary>
    public JournalBegin Begin => begin ?? throw new InvalidDataException("the journal has no beginning");

    /// <summary>Where the frames with entries are, in file order.</summary>
    public List<EntriesChunk> Chunks { get; } = [];

    public List<PinFrame> Pins { get; } = [];

    /// <summary>Offset behind the last whole frame: whoever goes on writes there.</summary>
    public long End { get; private set; }

    /// <summary>Inodes of directories whose entries were being removed: that they changed is our own doing.</summary>
    public HashSet<(int Root, ulong Inode)> Entered { get; } = [];

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
    public bool HasChanges => left.Values.Any(static item => item.Reason == LeftReason.ChangedSincePlan);

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
            plan, digests[round], round < statuses.Count ? statuses[round] : [.. Enumerable.Repeat(StepStatus.Unknown, plan.Steps.Length)]));
        return new()
        {
            Agent = Begin.Agent,
            StartedAt = Begin.StartedAt,
            FinishedAt = end?.FinishedAt,
            Interruption = end?.Interruption,
            Rounds = [.. rounds],
            // What a later plan dealt with is no longer left; what the last plan could not see still is.
            Left = [.. left.Where(item => item.Key.Round == plans.Count - 1).Select(item => item.Value)
                .Concat(plans[^1].Left).OrderBy(item => item.Path).DistinctBy(item => item.Path)],
        };
    }

    private void Take(JournalReader reader)
    {
        switch (reader.Kind)
        {
            case JournalFrameKind.Begin:
                // A second beginning goes through the open round again: what that leaves, it says itself.
                foreach (var stale in left.Keys.Where(key => key.Round == plans.Count - 1).ToList())
                    left.Remove(stale);
                begin ??= JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.JournalBegin);
                end = null;
                break;
            case JournalFrameKind.Plan:
                plans.Add(JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.Plan) ?? throw new JsonException("no plan"));
                digests.Add(CanonicalJson.Digest(reader.Payload));
                break;
            case JournalFrameKind.Entries:
                var payload = reader.Payload;
                var header = EntriesFrame.ReadHeader(ref payload);
                Entered.Add((header.Root, header.Inode));
                Chunks.Add(new(plans.Count - 1, header.Root, new(header.Directory), reader.Offset, reader.Length));
                for (var i = 0; i < header.Count; i++)
                    if (EntriesFrame.ReadEntry(ref payload) is { Links: > 1 } linked)
                        Linked[(header.Root, linked.Inode)] = Math.Max(linked.Links, Linked.GetValueOrDefault((header.Root, linked.Inode)));
                break;
            case JournalFrameKind.Left or JournalFrameKind.Retracted:
                var frame = LeftFrame.Read(reader.Payload);
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
                statuses.RemoveRange(Math.Min(plans.Count - 1, statuses.Count), Math.Max(0, statuses.Count - (plans.Count - 1)));
                statuses.Add([.. reader.Payload.ToArray().Select(static status => (StepStatus)status)]);
                break;
            case JournalFrameKind.End:
                end = JsonSerializer.Deserialize(reader.Payload, ModelJson.Default.JournalEnd);
                break;
            case JournalFrameKind.Pin:
                Pins.Add(PinFrame.Read(reader.Payload));
                break;
            default:
                throw new InvalidDataException($"the journal has a frame of unknown kind {(int)reader.Kind}; a newer version wrote it");
        }
    }

    private readonly record struct EntryKey(int Round, int Root, UnixPath Directory, UnixPath Name);
}

/// <summary>One frame of entries: to which round, root and directory it belongs, and where its payload is.</summary>
public readonly record struct EntriesChunk(int Round, int Root, UnixPath Directory, long Offset, int Length);
