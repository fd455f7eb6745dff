using System.Text;
using CsCheck;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

public sealed class EvidenceVerifierTests : IDisposable
{
    private readonly KeyPair pair = KeyPair.Generate();
    private readonly SigningKey key;
    private readonly Dictionary<string, byte[]> files;

    public EvidenceVerifierTests()
    {
        key = SigningKey.FromPem(pair.ExportClearPem(), "");
        files = Sample.Good().Files(key);
    }

    public void Dispose()
    {
        key.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void Good_evidence_has_no_findings()
    {
        var result = EvidenceVerifier.Verify(new MemoryEvidence(files), new() { PublicKeyPem = pair.PublicPem, Exists = _ => false, Run = "run-2026-01-17-0042", NotBefore = Sample.Start });
        result.Findings.ShouldBeEmpty();
        result.Checked.ShouldBe(Enum.GetValues<Check>(), ignoreOrder: true);
        result.Links.ShouldBe(0);
        result.Probed.ShouldBe(5);
        result.Report!.Run.Id.ShouldBe("run-2026-01-17-0042");
    }

    [Fact]
    public void Without_a_probe_nothing_is_said_of_what_is_gone() => Verify(files).Checked.ShouldNotContain(Check.Gone);

    [Fact]
    public void A_removed_entry_that_exists_is_named()
    {
        var findings = Verify(files, path => path == UnixPath.Of("/w/tmp/late")).Findings;
        findings.ShouldHaveSingleItem().ShouldBe(new(Check.Gone, "/w/tmp/late", "was removed and exists"));
    }

    [Theory]
    [InlineData(EvidenceFiles.Report)]
    [InlineData(EvidenceFiles.Manifest)]
    [InlineData(EvidenceFiles.Removed)]
    [InlineData(EvidenceFiles.Bundle)]
    [InlineData("plan.json")]
    [InlineData("plan-2.json")]
    public void Any_changed_byte_is_found(string name) =>
        Gen.Select(Gen.Int[0, files[name].Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            var changed = new Dictionary<string, byte[]>(files) { [name] = [.. files[name]] };
            changed[name][at] ^= change;
            Verify(changed).Findings.ShouldContain(f => f.File == name);
        }, iter: 400);

    [Theory]
    [InlineData(EvidenceFiles.Report)]
    [InlineData(EvidenceFiles.Manifest)]
    [InlineData(EvidenceFiles.Removed)]
    [InlineData(EvidenceFiles.Bundle)]
    [InlineData("plan.json")]
    [InlineData("plan-2.json")]
    public void A_missing_a_cut_and_a_noisy_file_are_found(string name)
    {
        var without = new Dictionary<string, byte[]>(files);
        without.Remove(name);
        Verify(without).Findings.ShouldContain(f => f.File == name);
        Gen.OneOf(Gen.Byte.Array[0, 100], Gen.Int[0, files[name].Length - 1].Select(n => files[name][..n]), Gen.Const("null"u8.ToArray()), Gen.Const("{}"u8.ToArray()))
            .Sample(content => Verify(new(files) { [name] = content }).Findings.ShouldContain(f => f.File == name), iter: 200);
    }

    /// <summary>The key signs here what it should not: the content checks stand on their own.</summary>
    [Fact]
    public void A_structural_change_that_is_signed_again_throws_nothing() =>
        Gen.Select(Pick(EvidenceFiles.Report, EvidenceFiles.Manifest, "plan.json"), Gen.Int[0, 100_000], Pick("null", "[]", "{}", "-1", "\"\\ud800\"", "1e999"))
            .Sample((name, position, value) =>
            {
                var text = Encoding.UTF8.GetString(files[name]);
                var colons = Enumerable.Range(0, text.Length - 1).Where(i => text[i] == ':' && text[i + 1] == ' ').ToArray();
                var from = colons[position % colons.Length] + 2;
                var to = text.IndexOfAny([',', '\n'], from);
                var changed = text[..from] + value + text[to..];
                _ = Verify(new(files) { [name] = Encoding.UTF8.GetBytes(changed) }, _ => true);
            }, iter: 500);

    [Fact]
    public void Another_key_is_not_trusted()
    {
        using var other = KeyPair.Generate();
        var findings = Verify(files, pem: other.PublicPem).Findings;
        findings.ShouldAllBe(f => f.What == Check.Signature && f.File == EvidenceFiles.Bundle);
        findings.Length.ShouldBe(2);
        Verify(files, pem: "no key").Findings.ShouldHaveSingleItem().What.ShouldBe(Check.Key);
    }

    [Fact]
    public void Evidence_of_another_run_does_not_mix()
    {
        var other = Sample.Build(withUndecided: true, interruption: null).Files(key);
        Verify(new(files) { [EvidenceFiles.Manifest] = other[EvidenceFiles.Manifest] }).Findings
            .ShouldContain(f => f.What == Check.Manifest && f.File == EvidenceFiles.Manifest);
    }

    [Fact]
    public void A_list_that_contradicts_the_report_is_found_although_it_is_signed()
    {
        var sample = Sample.Good();
        var lied = sample with { Removed = sample.Removed with { Steps = [[default, new(3, 1, 4096, 8192), new(1, 0, 8_000_000, 0)], [default, new(1, 0, 4096, 0)]] } };
        Verify(lied.Files(key)).Findings.ShouldHaveSingleItem().What.ShouldBe(Check.Removed);
        lied = sample with { Removed = sample.Removed with { Records = 4 } };
        Verify(lied.Files(key)).Findings.ShouldHaveSingleItem().Detail.ShouldContain("more than the 4 records");
        lied = sample with { Removed = sample.Removed with { MerkleRoot = new string('0', 64) } };
        Verify(lied.Files(key)).Findings.ShouldHaveSingleItem().Detail.ShouldContain("Merkle");
    }

    [Fact]
    public void A_port_that_fails_is_a_finding()
    {
        var source = new MemoryEvidence(files) { Failing = EvidenceFiles.Report };
        EvidenceVerifier.Verify(source, new() { PublicKeyPem = pair.PublicPem }).Findings.ShouldContain(f => f.File == EvidenceFiles.Report && !f.Detail.Contains('\n'));
    }

    [Fact]
    public void Evidence_of_another_run_than_expected_is_found() =>
        EvidenceVerifier.Verify(new MemoryEvidence(files), new() { PublicKeyPem = pair.PublicPem, Run = "run-2026-01-18" }).Findings
            .ShouldHaveSingleItem().ShouldBe(new(Check.Run, EvidenceFiles.Report, "is of the run 'run-2026-01-17-0042', not of 'run-2026-01-18'"));

    [Fact]
    public void A_rollback_to_older_evidence_is_found()
    {
        var finding = EvidenceVerifier.Verify(new MemoryEvidence(files), new() { PublicKeyPem = pair.PublicPem, NotBefore = Sample.Start.AddSeconds(1) }).Findings.ShouldHaveSingleItem();
        finding.What.ShouldBe(Check.NotBefore);
        finding.Detail.ShouldContain("2026-01-17T14:03:22");
    }

    private VerificationResult Verify(Dictionary<string, byte[]> directory, Func<UnixPath, bool>? exists = null, string? pem = null) =>
        EvidenceVerifier.Verify(new MemoryEvidence(directory), new() { PublicKeyPem = pem ?? pair.PublicPem, Exists = exists });

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
