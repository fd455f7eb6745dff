using System.Diagnostics;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>What an interrupted redaction left is brought to an end, whatever instant it died at.</summary>
public sealed class RedactionRecoveryTests : IDisposable
{
    private const string Copy = ".postrun-redacting-0123456789abcdef0123456789abcdef";

    private readonly Sample sample = new();

    public RedactionRecoveryTests()
    {
        sample.Write("d/a.log", "original");
        sample.Write("d/" + Copy, "redacted");
        Run("chmod", "600", sample.At("d/" + Copy));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_that_does_not_stand_goes(bool complete)
    {
        var open = Open(complete);
        Settle(open).ShouldBe(false);
        ShouldBeAlone("original");
    }

    [Fact]
    public void An_original_whose_copy_stands_goes()
    {
        var open = Open(complete: true);
        Swap();
        Settle(open).ShouldBe(true);
        ShouldBeAlone("redacted");
        Settle(open).ShouldBe(true);
    }

    [Fact]
    public void Where_both_are_gone_nothing_is_done()
    {
        var open = Open(complete: true);
        File.Delete(sample.At("d/a.log"));
        Settle(open).ShouldBe(false);
        sample.Entries().ShouldBe(["d"]);
        Directory.Delete(sample.At("d"));
        Settle(open).ShouldBe(false);
    }

    /// <summary>Somebody moved a file of the evidence onto the temporary name while nobody was looking.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_somebody_put_there_stays(bool complete)
    {
        var open = Open(complete);
        sample.Write("evidence.json", "evidence");
        File.Move(sample.At("evidence.json"), sample.At("d/" + Copy), overwrite: true);
        Settle(open).ShouldBeNull();
        File.ReadAllText(sample.At("d/" + Copy)).ShouldBe("evidence");
    }

    [Fact]
    public void An_original_that_was_moved_onto_the_temporary_name_is_not_taken_for_a_copy()
    {
        var open = Open(complete: false);
        File.Move(sample.At("d/a.log"), sample.At("d/" + Copy), overwrite: true);
        Run("chmod", "600", sample.At("d/" + Copy));
        Settle(open).ShouldBeNull();
        File.ReadAllText(sample.At("d/" + Copy)).ShouldBe("original");
    }

    [Theory]
    [InlineData("../a.log", Copy)]
    [InlineData("a.log", "../" + Copy)]
    [InlineData("a.log", "b.log")]
    [InlineData("..", Copy)]
    public void A_journal_that_names_anything_else_is_not_followed(string name, string temporary)
    {
        var open = Open(complete: true);
        sample.Write("d/b.log", "another");
        Settle(open with { Intent = open.Intent with { Name = UnixPath.Of(name), Temporary = UnixPath.Of(temporary) } }).ShouldBeNull();
        sample.Entries().ShouldBe(["d", "d/" + Copy, "d/a.log", "d/b.log"]);
    }

    [Fact]
    public void An_executor_settles_what_the_journal_says_is_open_and_says_what_it_cannot()
    {
        var plan = sample.Plan(("", ItemType.Directory, false));
        sample.Journal.Append(JournalFrameKind.Plan, CanonicalJson.Serialize(plan, ModelJson.Default.Plan));
        var open = Open(complete: true);
        sample.Journal.Append(JournalFrameKind.Redacting, CanonicalJson.Serialize(open.Intent, ModelJson.Default.RedactionIntent));
        sample.Journal.Append(JournalFrameKind.Replacing, CanonicalJson.Serialize(open.Replacement!, ModelJson.Default.ReplacementIntent));
        Swap();
        sample.Replay().OpenRedactions.ShouldHaveSingleItem();
        new PlanExecutor(sample.Journal, []).Settle(plan, sample.Replay().OpenRedactions);
        ShouldBeAlone("redacted");
        var replay = sample.Replay();
        replay.OpenRedactions.ShouldBeEmpty();
        replay.ToExecution().Findings.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Redacted);

        sample.Journal.Append(JournalFrameKind.Redacting, CanonicalJson.Serialize(open.Intent with { DirectoryInode = 1 }, ModelJson.Default.RedactionIntent));
        new PlanExecutor(sample.Journal, []).Settle(plan, sample.Replay().OpenRedactions);
        sample.Replay().ToExecution().Left.ShouldHaveSingleItem().Detail.ShouldContain("a.log");
    }

    private bool? Settle(OpenRedaction open) => RedactionRecovery.Settle(sample.Root, open);

    private OpenRedaction Open(bool complete)
    {
        var (directory, original, copy) = (Look("d"), Look("d/a.log"), Look("d/" + Copy));
        var intent = new RedactionIntent(0, UnixPath.Of("d"), directory.Inode, true, UnixPath.Of("a.log"), original.Inode, UnixPath.Of(Copy));
        return new(intent, complete ? new(intent.Temporary, copy.Inode, Findings()) : null);
    }

    private FileFindings Findings() => new()
    {
        Path = UnixPath.Of(sample.At("d/a.log")), Step = 0, Place = FindingPlace.Log, Outcome = FileOutcome.Redacted, RuleSet = "0123456789abcdef", BytesBefore = 8,
        Counts = [new("r", "R", true, FindingSeverity.High, false, FindingAction.Redact, 1, 1, [new("r", "f")])],
    };

    private FileStat Look(string relative)
    {
        sample.Root.Stat(System.Text.Encoding.UTF8.GetBytes(relative), out var stat).ShouldBe(Errno.None);
        return stat;
    }

    private void Swap()
    {
        sample.Root.OpenBeneath("d"u8, acrossMounts: false, out var directory).ShouldBe(Errno.None);
        using (directory)
            directory!.Exchange("a.log"u8, System.Text.Encoding.UTF8.GetBytes(Copy)).ShouldBe(Errno.None);
    }

    private void ShouldBeAlone(string content)
    {
        sample.Entries().ShouldBe(["d", "d/a.log"]);
        File.ReadAllText(sample.At("d/a.log")).ShouldBe(content);
    }

    private static void Run(string file, params string[] arguments)
    {
        using var process = Process.Start(file, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    public void Dispose() => sample.Dispose();
}
