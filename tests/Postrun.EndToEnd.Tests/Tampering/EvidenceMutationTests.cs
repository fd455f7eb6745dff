namespace Postrun.EndToEnd.Tests;

/// <summary>Whichever byte of the evidence is changed, verification says so and names the file.</summary>
public sealed class EvidenceMutationTests
{
    private const int Positions = 30;

    [Theory]
    [InlineData("cleanup_report.json")]
    [InlineData("retention_manifest.json")]
    [InlineData("removed.ndjson.zst")]
    [InlineData("plan.json")]
    [InlineData("evidence.sigstore.json")]
    public void A_flipped_byte_is_found(string name)
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        workspace.Verify().ShouldExit(0);
        var file = Path.Combine(workspace.EvidenceDirectory, name);
        var original = File.ReadAllBytes(file);
        var random = new Random(name.Length);
        var accepted = new List<string>();
        for (var i = 0; i < Positions; i++)
        {
            var position = i switch { 0 => 0, 1 => original.Length - 1, _ => random.Next(original.Length) };
            var flipped = (byte[])original.Clone();
            flipped[position] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, flipped);
            var result = workspace.Verify();
            if (result.ExitCode != 4 || !result.Error.Contains(name, StringComparison.Ordinal))
                accepted.Add($"byte {position}: {original[position]:x2} to {flipped[position]:x2}: exit {result.ExitCode}, {result.Error}");
        }
        accepted.ShouldBeEmpty();
        File.WriteAllBytes(file, original);
        workspace.Verify().ShouldExit(0);
    }

    [Theory]
    [InlineData("cleanup_report.json")]
    [InlineData("retention_manifest.json")]
    [InlineData("removed.ndjson.zst")]
    [InlineData("plan.json")]
    [InlineData("evidence.sigstore.json")]
    public void A_file_that_is_missing_cut_or_longer_is_found(string name)
    {
        using var workspace = Sample.Create();
        workspace.Postrun("cleanup").ShouldExit(0);
        var file = Path.Combine(workspace.EvidenceDirectory, name);
        var original = File.ReadAllBytes(file);
        foreach (var changed in new[] { original[..^1], original[..(original.Length / 2)], [], [.. original, (byte)'x'] })
        {
            File.WriteAllBytes(file, changed);
            workspace.Verify().ShouldExit(4).Error.ShouldContain(name);
        }
        File.Delete(file);
        workspace.Verify().ShouldExit(4).Error.ShouldContain(name);
    }
}
