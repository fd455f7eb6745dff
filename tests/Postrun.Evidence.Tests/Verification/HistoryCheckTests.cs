using Postrun.Model;

namespace Postrun.Evidence.Tests;

/// <summary>The chain of earlier evidence, in <c>history/</c>.</summary>
public sealed class HistoryCheckTests : IDisposable
{
    private readonly KeyPair pair = KeyPair.Generate();
    private readonly SigningKey key;
    private readonly Dictionary<UnixPath, Dictionary<string, byte[]>> folders = [];

    /// <summary>The latest evidence; what came before it is in <see cref="folders"/>.</summary>
    private readonly Dictionary<string, byte[]> latest;

    public HistoryCheckTests()
    {
        key = SigningKey.FromPem(pair.ExportClearPem(), "");
        latest = Chain(3);
    }

    public void Dispose()
    {
        key.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void A_whole_chain_is_walked_to_its_end()
    {
        var result = Verify();
        result.Findings.ShouldBeEmpty();
        result.Links.ShouldBe(3);
        result.Checked.ShouldContain(Check.History);
    }

    [Fact]
    public void What_was_removed_earlier_may_exist_again() =>
        Verify(exists: path => path == UnixPath.Of("/nowhere")).Probed.ShouldBe(5, "only the latest list is held against the disk");

    [Fact]
    public void Without_history_it_is_not_looked_at()
    {
        folders[Folder(1)].Clear();
        var evidence = new MemoryEvidence(latest) { Folders = folders };
        var result = EvidenceVerifier.Verify(evidence, new() { PublicKeyPem = pair.PublicPem, WithHistory = false });
        result.Findings.ShouldBeEmpty();
        result.Checked.ShouldNotContain(Check.History);
        result.Links.ShouldBe(0);
        evidence.Opened.ShouldBe(0);
    }

    [Fact]
    public void A_missing_history_says_what_to_do()
    {
        var finding = EvidenceVerifier.Verify(new MemoryEvidence(latest), new() { PublicKeyPem = pair.PublicPem }).Findings.ShouldHaveSingleItem();
        finding.What.ShouldBe(Check.History);
        finding.Detail.ShouldContain("copy history/ along, or pass --without-history");
        finding.Detail.ShouldContain(Digest(folders[Folder(2)]));
    }

    [Fact]
    public void Evidence_without_a_past_needs_no_history() =>
        EvidenceVerifier.Verify(new MemoryEvidence(Sample.Good().Files(key)), new() { PublicKeyPem = pair.PublicPem }).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_missing_link_is_named_and_so_is_what_it_led_to(int number)
    {
        var digest = Digest(folders[Folder(number)]);
        folders.Remove(Folder(number));
        var result = Verify();
        result.Links.ShouldBe(2 - number);
        var first = result.Findings[0];
        first.Detail.ShouldContain(digest);
        first.Detail.ShouldContain(number == 2 ? "that cleanup_report.json names" : $"that history/{Folder(number + 1)}/cleanup_report.json names");
        result.Findings.Skip(1).Select(static finding => finding.File).ShouldBe(Enumerable.Range(0, number).Select(static n => $"history/{Folder(n)}"));
    }

    [Theory]
    [InlineData(EvidenceFiles.Report)]
    [InlineData(EvidenceFiles.Manifest)]
    [InlineData(EvidenceFiles.Removed)]
    [InlineData("plan.json")]
    public void An_altered_file_of_a_link_is_named(string name)
    {
        var content = folders[Folder(1)][name];
        content[content.Length / 2] ^= 1;
        Verify().Findings.ShouldContain(finding => finding.File == $"history/{Folder(1)}/{name}");
    }

    [Fact]
    public void An_altered_bundle_is_a_link_that_is_missing_and_a_folder_that_nobody_names()
    {
        folders[Folder(1)][EvidenceFiles.Bundle][10] ^= 1;
        Verify().Findings.Select(static finding => finding.File).ShouldBe(["history", $"history/{Folder(0)}", $"history/{Folder(1)}"]);
    }

    [Fact]
    public void A_link_that_another_key_signed_is_found()
    {
        using var other = KeyPair.Generate();
        using var foreign = SigningKey.FromPem(other.ExportClearPem(), "");
        folders.Clear();
        folders[Folder(0)] = Sample.Good().Files(foreign);
        var result = Verify(Sample.Good().Files(key, Digest(folders[Folder(0)])));
        result.Findings.ShouldAllBe(static finding => finding.What == Check.Signature && finding.File == $"history/{Folder(0)}/{EvidenceFiles.Bundle}");
        result.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_folder_that_no_report_names_is_found()
    {
        folders[UnixPath.Of("a copy")] = folders[Folder(1)];
        folders[UnixPath.Of("empty")] = [];
        folders[UnixPath.Of("another run")] = Sample.Build(withUndecided: true, interruption: null).Files(key);
        Verify().Findings.Select(static finding => finding.File).ShouldBe(["history/a copy", "history/another run", "history/empty"]);
    }

    [Fact]
    public void Any_number_of_unnamed_folders_are_a_few_findings()
    {
        for (var i = 0; i < 20_000; i++)
            folders[UnixPath.Of($"x{i}")] = [];
        var result = Verify();
        result.Findings.Length.ShouldBeLessThan(30);
        result.Findings.ShouldContain(static finding => finding.Detail.Contains("more than 10000 folders", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_that_name_one_another_in_a_circle_come_to_an_end()
    {
        // Only reports that nobody signed can: their digests are findings as well.
        Point(Folder(0), Digest(folders[Folder(2)]));
        var result = Verify();
        result.Links.ShouldBe(3);
        result.Findings.ShouldContain(static finding => finding.What == Check.History && finding.Detail.Contains("or none that is left", StringComparison.Ordinal));
        result.Findings.ShouldContain(static finding => finding.What == Check.Subject && finding.File == $"history/{Folder(0)}/{EvidenceFiles.Report}");
    }

    [Fact]
    public void Hostile_names_stay_one_line()
    {
        var name = new UnixPath("\u001b[2J\nverified \xff"u8);
        folders[name] = [];
        var finding = Verify().Findings.ShouldHaveSingleItem();
        finding.File.ShouldNotContain('\n');
        finding.File.ShouldNotContain('\u001b');
        Point(Folder(1), "sha256:\nverified");
        Verify().Findings.ShouldAllBe(static found => !found.Detail.Contains('\n'));
    }

    [Fact]
    public void A_history_that_cannot_be_listed_is_a_finding() =>
        EvidenceVerifier.Verify(new MemoryEvidence(latest) { FailsToList = true }, new() { PublicKeyPem = pair.PublicPem }).Findings
            .ShouldHaveSingleItem().Detail.ShouldBe("cannot be listed: EACCES");

    private VerificationResult Verify(Dictionary<string, byte[]>? current = null, Func<UnixPath, bool>? exists = null) =>
        EvidenceVerifier.Verify(new MemoryEvidence(current ?? latest) { Folders = folders }, new() { PublicKeyPem = pair.PublicPem, Exists = exists });

    private Dictionary<string, byte[]> Chain(int links)
    {
        string? previous = null;
        for (var number = 0; number < links; number++)
        {
            folders[Folder(number)] = Sample.Good().Files(key, previous);
            previous = Digest(folders[Folder(number)]);
        }
        return Sample.Good().Files(key, previous);
    }

    private void Point(UnixPath folder, string previous)
    {
        var report = EvidenceDocument.ReadReport(folders[folder][EvidenceFiles.Report]);
        folders[folder][EvidenceFiles.Report] = EvidenceDocument.Write(report with { PreviousEvidence = previous });
    }

    private static UnixPath Folder(int number) => UnixPath.Of($"2026010{number + 1}T000000.0000000Z");

    private static string Digest(Dictionary<string, byte[]> directory) => CanonicalJson.Digest(directory[EvidenceFiles.Bundle]);
}
