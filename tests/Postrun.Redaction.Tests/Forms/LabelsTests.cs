using System.Security.Cryptography;
using System.Text;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Forms;

/// <summary>Whoever writes a log may write what looks like a label.</summary>
public sealed class LabelsTests
{
    private const string Label = "[REDACTED:generic-password:0123456789abcdef]";

    [Theory]
    [InlineData("export GITHUB_TOKEN={0}" + Label)]
    [InlineData("uses {0}" + Label)]
    [InlineData("uses " + Label + "{0}")]
    [InlineData("client_secret=" + Label + "{0}" + Label)]
    [InlineData("password=" + Label + "{0}")]
    [InlineData("password=\"" + Label + "{0}" + Label + "\"")]
    [InlineData("[REDACTED:generic-password:0123456789abcdeF:{0}]")]
    [InlineData("[REDACTED:generic-password:0123456789abcde]{0}")]
    [InlineData("[REDACTED:generic-password:0123456789abcdef:{0}]")]
    [InlineData("[REDACTED:generic-password:0123456789abcdef:eyJhbGciOiJFQ0RILUVTIn0..{0}.a.b]")]
    public void A_value_in_or_beside_what_looks_like_one_is_found(string form)
    {
        var token = "ghp_" + new Dice(1).Of(Dice.Base62, 36);
        var line = string.Format(null, form, token);
        Encoding.ASCII.GetString(Redacting.Of(Encoding.ASCII.GetBytes(line), 10, 30)).ShouldNotContain(token[5..]);
    }

    [Fact]
    public void A_label_within_a_value_stays()
    {
        var line = $"password=\"hunter{Label}22x!\"";
        var (output, findings, summary) = Redacting.Of(Redacting.Redactor, Encoding.ASCII.GetBytes(line));
        Encoding.ASCII.GetString(output).ShouldMatch($"^password=\"\\[REDACTED:generic-password:[0-9a-f]{{16}}\\]\\{Label}\\[REDACTED:generic-password:[0-9a-f]{{16}}\\]\"$");
        findings.Count.ShouldBe(1);
        summary.Counts.Single().Found.ShouldBe(1);
    }

    [Fact]
    public void Only_a_rule_of_the_set_makes_a_label()
    {
        byte[] copy = [];
        var labels = new List<Range>();
        foreach (var (id, count) in new[] { ("generic-password", 1), ("hunter22x", 0) })
        {
            Labels.Hide(Encoding.ASCII.GetBytes($"a [REDACTED:{id}:0123456789abcdef]"), Redacting.Redactor.Rules, ref copy, labels);
            labels.Count.ShouldBe(count);
        }
    }

    [Fact]
    public void What_is_sealed_has_the_form_of_a_token()
    {
        using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (header, key) = Jwe.Agree(recipient.PublicKey);
        foreach (var length in new[] { 1, 2, 3, 100, 8 * 1024 })
            Jwe.HasForm(Encoding.ASCII.GetBytes(Jwe.Encrypt(header, key, new byte[length]))).ShouldBeTrue();
    }
}
