using System.Diagnostics;
using System.Security.Cryptography;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>What becomes of files that hold a secret, and of all others.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData(FindingPlace.Log)]
    [InlineData(FindingPlace.File)]
    public void A_text_that_may_be_rewritten_loses_its_secret_and_nothing_else(FindingPlace place)
    {
        using var sample = new RedactionSample();
        sample.Sample.Write("a/train.log", sample.Text);
        sample.Sample.Write("a/other.log", "nothing here");
        File.SetLastWriteTimeUtc(sample.Sample.At("a/train.log"), new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Run("chmod", "0440", sample.Sample.At("a/train.log"));
        var before = SHA256.HashData(File.ReadAllBytes(sample.Sample.At("a/train.log")));
        var (was, other) = (sample.Look("a/train.log"), sample.Look("a/other.log"));

        var execution = sample.Run(place);

        var text = File.ReadAllText(sample.Sample.At("a/train.log"));
        text.ShouldMatch(@"\Astep 1\nusing \[REDACTED:github-personal-access-token:[0-9a-f]{16}\] to push\nstep 2\n\z");
        var stat = sample.Look("a/train.log");
        (stat.ModifiedTicks, stat.Permissions, stat.Owner).ShouldBe((was.ModifiedTicks, was.Permissions, was.Owner));
        stat.Inode.ShouldNotBe(was.Inode);
        sample.Look("a/other.log").Inode.ShouldBe(other.Inode);
        sample.Sample.Entries().ShouldBe(["a", "a/other.log", "a/train.log"]);
        execution.Left.ShouldBeEmpty();
        var file = execution.Findings.ShouldHaveSingleItem();
        file.Outcome.ShouldBe(FileOutcome.Redacted);
        file.Path.ShouldBe(UnixPath.Of(sample.Sample.At("a/train.log")));
        (file.Sha256Before, file.Sha256After).ShouldBe((Convert.ToHexStringLower(before), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(sample.Sample.At("a/train.log"))))));
        (file.BytesBefore, file.BytesAfter).ShouldBe((was.Size, stat.Size));
        file.Counts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static c => (c.Rule, c.Found, c.Redacted).ShouldBe(("github-personal-access-token", 1, 1)), static c => c.Severity.ShouldBe(FindingSeverity.Critical));
        execution.Scanned.ShouldBe(new(2, was.Size + other.Size, 0, 0, true));
        File.ReadAllText(sample.Sample.JournalFile).ShouldNotContain(sample.Token);
    }

    [Theory]
    [InlineData(FindingPlace.Evidence)]
    [InlineData(FindingPlace.Package)]
    public void What_is_never_rewritten_is_an_incident_and_stays_as_it_was(FindingPlace place)
    {
        using var sample = new RedactionSample();
        sample.Sample.Write("report.txt", sample.Text);
        var was = sample.Look("report.txt");
        var execution = sample.Run(place);
        File.ReadAllText(sample.Sample.At("report.txt")).ShouldBe(sample.Text);
        sample.Look("report.txt").Inode.ShouldBe(was.Inode);
        var file = execution.Findings.ShouldHaveSingleItem();
        (file.Outcome, file.Detail, file.BytesAfter).ShouldBe((FileOutcome.Incident, "is never rewritten", null));
        file.Sha256Before.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sample.Text))));
        file.Places.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            at => (at.Line, at.Offset, at.Length).ShouldBe((2, 13, sample.Token.Length)), static at => at.Fingerprint.ShouldMatch("^[0-9a-f]{16}$"));
        File.ReadAllText(sample.Sample.JournalFile).ShouldNotContain(sample.Token);
    }

    [Fact]
    public void What_goes_is_not_looked_through_and_redaction_keeps_nothing_from_going()
    {
        using var sample = new RedactionSample();
        foreach (var path in new[] { "tmp/x.log", "tmp/keep/y.log", "tmp/keep/z.txt" })
            sample.Sample.Write(path, sample.Text);
        var execution = sample.Run(sample.Plan(("", ItemType.Directory, null), ("tmp/keep/y.log", ItemType.RegularFile, FindingPlace.Log)));
        sample.Sample.Entries().ShouldBe(["tmp", "tmp/keep", "tmp/keep/y.log"]);
        File.ReadAllText(sample.Sample.At("tmp/keep/y.log")).ShouldNotContain(sample.Token);
        execution.Left.ShouldBeEmpty();
        execution.Scanned!.Files.ShouldBe(1);
    }

    [Fact]
    public void A_file_with_further_names_is_left_and_said_to_be()
    {
        using var sample = new RedactionSample();
        sample.Sample.Write("a.log", sample.Text);
        Run("ln", sample.Sample.At("a.log"), sample.Sample.At("b.log"));
        ShouldLeave(sample, sample.Run(FindingPlace.Log), LeftReason.HardLinked, "a.log", "b.log");
    }

    [Fact]
    public void A_file_that_changed_since_the_plan_is_left_for_the_next_one()
    {
        using var sample = new RedactionSample();
        sample.Sample.Write("a.log");
        var plan = sample.Plan(("", ItemType.Directory, FindingPlace.Log));
        sample.Sample.Write("a.log", sample.Text);
        ShouldLeave(sample, sample.Run(plan), LeftReason.ChangedSincePlan, "a.log");
        sample.Sample.Replay().HasChanges.ShouldBeTrue();
        sample.Run(FindingPlace.Log).Left.ShouldBeEmpty();
        File.ReadAllText(sample.Sample.At("a.log")).ShouldNotContain(sample.Token);
    }

    [Fact]
    public void A_file_that_somebody_has_open_for_writing_is_left()
    {
        using var sample = new RedactionSample();
        sample.Sample.Write("a.log", sample.Text);
        using (File.Open(sample.Sample.At("a.log"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            ShouldLeave(sample, sample.Run(FindingPlace.Log), LeftReason.OpenForWriting, "a.log");
        sample.Run(FindingPlace.Log).Left.ShouldBeEmpty();
    }

    [Fact]
    public void An_immutable_file_is_left()
    {
        Assert.SkipUnless(Kernel.IsRoot, "only root may make a file immutable");
        using var sample = new RedactionSample();
        sample.Sample.Write("a.log", sample.Text);
        Run("chattr", "+i", sample.Sample.At("a.log"));
        try
        {
            ShouldLeave(sample, sample.Run(FindingPlace.Log), LeftReason.Immutable, "a.log");
        }
        finally
        {
            Run("chattr", "-i", sample.Sample.At("a.log"));
        }
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var sample = new RedactionSample();
        File.WriteAllText(Path.Combine(sample.Sample.Home, "outside.log"), sample.Text);
        File.CreateSymbolicLink(sample.Sample.At("link.log"), Path.Combine(sample.Sample.Home, "outside.log"));
        var execution = sample.Run(FindingPlace.Log);
        execution.Findings.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(sample.Sample.Home, "outside.log")).ShouldBe(sample.Text);
    }

    [Fact]
    public void Many_files_in_many_directories_are_all_redacted_once()
    {
        using var sample = new RedactionSample();
        for (var i = 0; i < 400; i++)
            sample.Sample.Write($"d{i % 7}/e{i % 3}/f{i}.log", i % 4 == 0 ? sample.Text : "clean");
        var execution = sample.Run(FindingPlace.Log);
        execution.Left.ShouldBeEmpty();
        execution.Findings.Length.ShouldBe(100);
        execution.Findings.ShouldAllBe(static file => file.Outcome == FileOutcome.Redacted);
        execution.Scanned!.Files.ShouldBe(400);
        foreach (var file in Directory.EnumerateFiles(sample.Sample.At(""), "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain(sample.Token);
        Directory.EnumerateFiles(sample.Sample.At(""), "*", SearchOption.AllDirectories).Count().ShouldBe(400);
        var again = sample.Run(FindingPlace.Log);
        again.Findings.Length.ShouldBe(100);
        again.Rounds.Length.ShouldBe(2);
    }

    [Fact]
    public void What_is_only_reported_is_listed_and_stays()
    {
        using var sample = new RedactionSample { Tools = new() { Rules = Postrun.Redaction.Scanning.RuleSet.Of(Postrun.Redaction.Rules.BuiltInRules.All), Key = new byte[32], Policy = new Fixed(FindingAction.Report, OriginalText.Leave) } };
        sample.Sample.Write("a.log", sample.Text);
        var execution = sample.Run(FindingPlace.Log);
        execution.Left.ShouldBeEmpty();
        execution.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static file => file.Outcome.ShouldBe(FileOutcome.Reported), static file => file.Places.ShouldBeEmpty(), static file => file.Counts[0].Redacted.ShouldBe(0));
        File.ReadAllText(sample.Sample.At("a.log")).ShouldBe(sample.Text);
    }

    [Fact]
    public void A_policy_that_would_rewrite_evidence_does_not()
    {
        using var sample = new RedactionSample { Tools = new() { Rules = Postrun.Redaction.Scanning.RuleSet.Of(Postrun.Redaction.Rules.BuiltInRules.All), Key = new byte[32], Policy = new Fixed(FindingAction.Redact, OriginalText.Replace) } };
        sample.Sample.Write("a.log", sample.Text);
        sample.Run(FindingPlace.Evidence).Findings.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Incident);
        File.ReadAllText(sample.Sample.At("a.log")).ShouldBe(sample.Text);
    }

    [Fact]
    public void An_original_that_the_policy_wants_sealed_is_left()
    {
        using var sample = new RedactionSample { Tools = new() { Rules = Postrun.Redaction.Scanning.RuleSet.Of(Postrun.Redaction.Rules.BuiltInRules.All), Key = new byte[32], Policy = new Fixed(FindingAction.Redact, OriginalText.Seal) } };
        sample.Sample.Write("a.log", sample.Text);
        ShouldLeave(sample, sample.Run(FindingPlace.Log), LeftReason.Other, "a.log");
    }

    private static void ShouldLeave(RedactionSample sample, Execution execution, LeftReason reason, params string[] names)
    {
        execution.Left.Select(static item => (item.Path, item.Reason)).ShouldBe(names.Select(name => (UnixPath.Of(sample.Sample.At(name)), reason)));
        execution.Findings.Select(static file => file.Outcome).ShouldBe(names.Select(static _ => FileOutcome.Left));
        foreach (var name in names)
            File.ReadAllText(sample.Sample.At(name)).ShouldBe(sample.Text);
        sample.Sample.Entries().ShouldBe(names.Order(StringComparer.Ordinal));
        execution.Rounds[^1].Statuses.ShouldContain(StepStatus.Partial);
    }

    private static void Run(string file, params string[] arguments)
    {
        using var process = Process.Start(file, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    private sealed class Fixed(FindingAction action, OriginalText original) : IFindingPolicy
    {
        public PolicyIdentity Identity { get; } = new("test", "1", "sha256:00");

        public FindingDecision Decide(in FindingFacts facts) => new(action, original, [new("r", "f")]);
    }
}
