using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Redaction.Text;

namespace Postrun.Actions;

/// <summary>
/// Puts a redacted copy in the place of a file: intent, copy beside it, durable, a second intent, exchange of the two names, and the
/// original is unlinked. At every instant one of the two has the name.
/// </summary>
internal sealed class FileReplacer(RoundContext round)
{
    private readonly ConcurrentDictionary<UnixPath, bool> ours = new();

    public bool IsOurs(ReadOnlySpan<byte> name) => !ours.IsEmpty && ours.ContainsKey(new(name));

    /// <param name="found">What is true of the file so far.</param>
    /// <returns>what was in the way, where the original stands as it was; <see langword="null"/> where it was replaced</returns>
    /// <exception cref="IOException">the journal cannot be written; the original stands</exception>
    /// <exception cref="OperationCanceledException">it was cut short; the original stands</exception>
    public Obstacle? TryReplace(FileUnderScan seen, TextRedactor redactor, FindingCollector findings, FileFindings found)
    {
        if (seen.Stat.Links > 1)
            return Obstacle.Linked;
        if (seen.Stat.ChangedTicks >= round.AsOfTicks)
            return Obstacle.Changed;
        if (seen.Stat.IsImmutable)
            return Obstacle.Of(Errno.EPERM);
        if (seen.Directory.StatSelf(out var directory) is var unknown and not Errno.None)
            return Obstacle.Of(unknown);
        var temporary = new UnixPath(Encoding.ASCII.GetBytes($"{RedactionNames.Prefix}{Guid.NewGuid():n}"));
        var isOurs = directory.ChangedTicks < round.AsOfTicks || round.IsEntered(seen.Root, seen.Path, directory.Inode);
        if (isOurs)
            round.Enters(seen.Root, seen.Path, directory.Inode);
        ours.TryAdd(temporary, true);
        Append(JournalFrameKind.Redacting, CanonicalJson.Serialize(
            new RedactionIntent(seen.Root, seen.Path, directory.Inode, isOurs, new(seen.Name), seen.Stat.Inode, temporary), ModelJson.Default.RedactionIntent));
        var replaced = false;
        var lost = new List<string>();
        try
        {
            return Replace(seen, redactor, findings, found, temporary, lost, ref replaced);
        }
        catch (Exception e) when (round.Journal.Failure is null && e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Obstacle.Of(Obstacle.ErrorOf(e));
        }
        finally
        {
            // Not flushed: whoever resumes sees by the names what became of it.
            round.Journal.Append(JournalFrameKind.Redacted, CanonicalJson.Serialize(new RedactionEnd(temporary, replaced, [.. lost]), ModelJson.Default.RedactionEnd));
        }
    }

    private Obstacle? Replace(FileUnderScan seen, TextRedactor redactor, FindingCollector findings, FileFindings found, UnixPath temporary, List<string> lost, ref bool replaced)
    {
        var error = seen.Directory.CreateFile(temporary.Bytes, 0b110_000_000, out var copy);
        if (error != Errno.None)
            return Obstacle.Of(error);
        using (copy)
        {
            var stands = false;
            try
            {
                if (Copy(seen, redactor, findings, found, copy!, out var complete) is { } obstacle)
                    return obstacle;
                DirectoryHandle.StatOpen(copy!, out var stat);
                Append(JournalFrameKind.Replacing, CanonicalJson.Serialize(new ReplacementIntent(temporary, stat.Inode, complete!), ModelJson.Default.ReplacementIntent));
                // Only from here on it may look like the original: until its inode is in the journal, whoever resumes knows it by its marks.
                if (FileTraits.Copy(seen.File, seen.Stat, copy!, lost) is var untaken and not Errno.None)
                    return Obstacle.Of(untaken);
                RandomAccess.FlushToDisk(copy!);
                if (new FileSwap(seen, temporary, round.Open).TryRun(out stands) is { } inTheWay)
                    return inTheWay;
                replaced = true;
            }
            finally
            {
                if (!stands)
                    seen.Directory.Unlink(temporary.Bytes);
            }
        }
        // Names that a power cut undoes would bring the original back after the report has said that it is gone.
        if (seen.Directory.Sync() is var unsynced and not Errno.None)
            round.Leave(seen.Root, seen.Path.Bytes, seen.Name, seen.Step, LeftReason.InputOutputError, $"was redacted, but its directory cannot be made durable: {unsynced}; check the medium");
        if (DirectoryHandle.StatOpen(seen.File, out var gone) == Errno.None && gone.Links > 0)
            round.Leave(seen.Root, seen.Path.Bytes, seen.Name, seen.Step, LeftReason.HardLinked, "was redacted, but its original got a further name meanwhile; find it by its inode, and remove it: " + gone.Inode);
        return null;
    }

    /// <summary>Writes the content of the copy.</summary>
    private Obstacle? Copy(FileUnderScan seen, TextRedactor redactor, FindingCollector findings, FileFindings found, SafeFileHandle copy, out FileFindings? complete)
    {
        complete = null;
        using var before = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var after = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var input = new OpenedFile(seen.File, before, seen.Stat.Size);
        using var output = new OpenedFile(copy, after);
        var summary = redactor.Redact(input, output, null, round.Interruption);
        if (input.Position != seen.Stat.Size || !findings.Counts(summary, redacted: false).Select(static c => (c.Rule, c.Found)).SequenceEqual(found.Counts.Select(static c => (c.Rule, c.Found))))
            return Obstacle.Changed;
        complete = found with
        {
            Outcome = FileOutcome.Redacted,
            Counts = findings.Counts(summary, redacted: true),
            Sha256Before = Convert.ToHexStringLower(before.GetHashAndReset()),
            BytesAfter = output.Position,
            Sha256After = Convert.ToHexStringLower(after.GetHashAndReset()),
        };
        return null;
    }

    /// <summary>Appends an intent and waits until it is durable.</summary>
    private void Append(JournalFrameKind kind, byte[] payload)
    {
        round.Journal.Append(kind, payload);
        round.Journal.Flush();
    }
}
