using System.Diagnostics;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Dies, is resumed, perhaps dies again, and in the end has finished.</summary>
internal sealed class Recovery(CrashTree tree)
{
    private const int Sigkill = 9;

    /// <summary>How far each killed clean-up had come, and how often.</summary>
    public SortedDictionary<string, int> Phases { get; } = new(StringComparer.Ordinal);

    public int KilledResumes { get; private set; }

    public int FreshStarts { get; private set; }

    public int EndedBeforeKill { get; private set; }

    /// <summary>Starts, waits, kills. The wait is the point: this is no condition to be awaited.</summary>
    public void Kill(string command, TimeSpan after)
    {
        using var running = tree.Workspace.Start(command);
        var clock = Stopwatch.StartNew();
        if (after > TimeSpan.FromMilliseconds(3))
            Thread.Sleep(after - TimeSpan.FromMilliseconds(2));
        while (clock.Elapsed < after)
            Thread.SpinWait(20);
        var ended = running.Process.HasExited;
        if (!ended)
            Native.Signal(running.Process.Id, Sigkill);
        ended |= running.Wait().ExitCode < 128;
        if (ended)
            EndedBeforeKill++;
        else if (command == "resume")
            KilledResumes++;
        if (command == "cleanup")
            Note(ended ? "9 ended before the kill" : Phase());
    }

    public void NotePhase() => Note(Phase());

    /// <param name="kills">Before each of these resumes ends, it is killed after that time.</param>
    public void Finish(IEnumerable<TimeSpan> kills)
    {
        foreach (var after in kills)
            if (File.Exists(tree.Workspace.Journal))
                Kill("resume", after);
        var hasJournal = File.Exists(tree.Workspace.Journal);
        var isComplete = !hasJournal && File.Exists(Path.Combine(tree.Workspace.EvidenceDirectory, "evidence.sigstore.json"));
        if (isComplete)
            return;
        var resumed = tree.Workspace.Postrun("resume");
        if (!hasJournal)
            resumed.ShouldExit(2);
        else if (resumed.Error.Contains("nothing was done", StringComparison.Ordinal))
            resumed.ShouldExit(1);
        else
        {
            resumed.ShouldExit(0);
            return;
        }
        FreshStarts++;
        Listing.Of(tree.Workspace.Root).ShouldBe(tree.Before);
        tree.Workspace.Postrun("cleanup").ShouldExit(0);
    }

    private void Note(string phase) => Phases[phase] = Phases.GetValueOrDefault(phase) + 1;

    private string Phase()
    {
        var directory = tree.Workspace.EvidenceDirectory;
        if (!File.Exists(tree.Workspace.Journal))
            return File.Exists(Path.Combine(directory, "evidence.sigstore.json")) ? "8 journal retired" : "0 before the journal";
        using var stream = File.OpenRead(tree.Workspace.Journal);
        JournalReplay replay;
        try
        {
            replay = JournalReplay.Read(stream);
        }
        catch (InvalidDataException)
        {
            return "1 journal without its first bytes";
        }
        if (replay.Plans.Count == 0)
            return "2 journal without a plan";
        if (replay.Chunks.Count == 0)
            return "3 planned, no intent";
        if (!replay.LastRoundIsClosed)
            return "4 removing";
        return Directory.EnumerateFileSystemEntries(directory).Count() == 1 ? "5 removed, no evidence" : "6 writing evidence";
    }
}
