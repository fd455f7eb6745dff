using System.Security.Cryptography;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests.Text;

/// <summary>Texts through the redactor.</summary>
internal static class Redacting
{
    internal static readonly byte[] Key = SHA256.HashData("the key of a run"u8);

    internal static readonly TextRedactor Redactor = new(RuleSet.Of(BuiltInRules.All), new() { Key = Key });

    internal static readonly TextRedactor Live = new(Redactor.Rules, Redactor.Options with { Live = true });

    internal static byte[] Of(byte[] text, params IEnumerable<int> cuts) => Of(Redactor, text, cuts).Output;

    internal static (byte[] Output, List<Finding> Findings, TextSummary Summary) Of(TextRedactor redactor, byte[] text, params IEnumerable<int> cuts)
    {
        using var output = new MemoryStream();
        var findings = new List<Finding>();
        var summary = redactor.Redact(new PiecewiseStream(text, cuts), output, findings.Add, TestContext.Current.CancellationToken);
        return (output.ToArray(), findings, summary);
    }
}
