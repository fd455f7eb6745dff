using Postrun.Linux;
using Postrun.Model;
using Postrun.Redaction.Text;

namespace Postrun.Actions;

/// <summary>Looks through single files, and says in the journal what was found. Many threads use one.</summary>
internal sealed class FileInspector(RedactionTools tools, RoundContext round)
{
    private readonly FileReplacer replacer = new(round);
    private long files;
    private long bytes;
    private long binary;
    private long unread;
    private int isCut;

    public ScanTotals Totals => new(files, bytes, binary, unread, isCut == 0);

    /// <summary>Whether a name is that of a copy of our own.</summary>
    public bool IsOurs(ReadOnlySpan<byte> name) => replacer.IsOurs(name);

    /// <summary>Something was not looked at: a deadline came, or the journal cannot be written.</summary>
    public void Cut(int step)
    {
        round.Cut(step);
        isCut = 1;
    }

    /// <param name="device">The file system that is looked through.</param>
    public void Inspect(int root, DirectoryHandle directory, byte[] path, byte[] name, int step, FindingPlace place, ulong device)
    {
        if (round.IsCut)
        {
            Cut(step);
            return;
        }
        var error = directory.OpenFile(name, out var file);
        // Gone, or another thing by now: a later plan decides on that.
        if (error is Errno.ENOENT or Errno.ELOOP or Errno.ENXIO)
            return;
        if (error != Errno.None)
        {
            Unread(root, path, name, step, error);
            return;
        }
        using (file)
        {
            if (DirectoryHandle.StatOpen(file!, out var stat) is var failed and not Errno.None)
                Unread(root, path, name, step, failed);
            else if (stat.IsRegularFile && stat.Size > 0 && stat.Device == device && !stat.IsMountRoot)
                Inspect(new(root, directory, new(path), name, step, place, file!, stat));
        }
    }

    private void Inspect(FileUnderScan seen)
    {
        Interlocked.Increment(ref files);
        Interlocked.Add(ref bytes, seen.Stat.Size);
        if (tools.IsKnownClean(seen.Stat))
            return;
        var planRoot = round.Plan.Roots[seen.Root];
        var path = planRoot.Prefix.Join(seen.Path.Bytes).Join(seen.Name);
        var findings = new FindingCollector(tools, seen.Place, path);
        var redactor = new TextRedactor(tools.RulesFor(path), findings.Options);
        try
        {
            var summary = redactor.Scan(new OpenedFile(seen.File, null, seen.Stat.Size), findings.Take, round.Interruption);
            if (summary.Kind == TextKind.Binary)
                Interlocked.Increment(ref binary);
            if (!summary.FoundAny)
                tools.IsClean(seen.Stat);
            else
                Settle(seen, redactor, findings, summary);
        }
        catch (OperationCanceledException)
        {
            Cut(seen.Step);
        }
        catch (InvalidDataException e)
        {
            Interlocked.Increment(ref unread);
            round.Leave(seen.Root, seen.Path.Bytes, seen.Name, seen.Step, LeftReason.Unreadable, $"could not be looked through: {e.Message}; decide what it is, and remove it or allow it");
        }
        // Whatever it is: one file that cannot be looked through is left, and does not keep the others from it.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (round.Journal.Failure is not null)
                Cut(seen.Step);
            else
                Unread(seen.Root, seen.Path.Bytes, seen.Name, seen.Step, Obstacle.ErrorOf(e));
        }
    }

    private void Settle(FileUnderScan seen, TextRedactor redactor, FindingCollector findings, TextSummary summary)
    {
        var found = new FileFindings
        {
            Path = round.Plan.Roots[seen.Root].Path.Join(seen.Path.Bytes).Join(seen.Name),
            Step = seen.Step,
            Place = seen.Place,
            Outcome = FileOutcome.Reported,
            RuleSet = tools.Rules.Version,
            Counts = findings.Counts(summary, redacted: false),
            BytesBefore = seen.Stat.Size,
        };
        if (findings.Fails)
            Say(found with
            {
                Outcome = FileOutcome.Incident,
                Sha256Before = DigestOf(seen),
                Places = [.. findings.Places],
                Detail = found.Counts.First(static count => count.Action == FindingAction.Fail).Reasons[0].Fact,
            });
        else if (!summary.RedactedAny)
            Say(found);
        else if ((findings.KeepsOriginal ? Obstacle.Sealed : replacer.TryReplace(seen, redactor, findings, found)) is { } obstacle)
        {
            round.Leave(seen.Root, seen.Path.Bytes, seen.Name, seen.Step, obstacle.Reason, obstacle.Detail);
            Say(found with { Outcome = FileOutcome.Left, Sha256Before = DigestOf(seen), Places = [.. findings.Places], Detail = obstacle.Detail });
        }
    }

    private void Say(FileFindings found) => round.Journal.Append(JournalFrameKind.Findings, CanonicalJson.Serialize(found, ModelJson.Default.FileFindings));

    /// <returns><see langword="null"/> where it cannot be told, or not in time</returns>
    private string? DigestOf(FileUnderScan seen)
    {
        Span<byte> hash = stackalloc byte[ContentHash.Length];
        return ContentHash.TryCompute(seen.Directory, seen.Name, seen.Stat, hash, round.Interruption) == Errno.None ? Convert.ToHexStringLower(hash) : null;
    }

    private void Unread(int root, ReadOnlySpan<byte> path, byte[] name, int step, Errno error)
    {
        Interlocked.Increment(ref unread);
        round.Leave(root, path, name, step, error == Errno.EIO ? LeftReason.InputOutputError : LeftReason.Unreadable, $"could not be looked through for secrets: {error}");
    }
}
