using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Text;
using Postrun.Redaction.Text;

namespace Postrun.Fuzz;

/// <summary>Texts through the redactor: what finds nothing changes nothing, a second pass changes nothing, and neither does where a text is cut.</summary>
internal static class RedactionTarget
{
    private static readonly TextRedactor Whole = new(RuleSet.Of(BuiltInRules.All), new() { Key = SHA256.HashData("fuzz"u8) });

    private static readonly TextRedactor Live = new(Whole.Rules, Whole.Options with { Live = true });

    public static void Run(FuzzCase fuzzed)
    {
        var random = fuzzed.Random;
        var text = RandomText.Make(random);
        var redactor = random.Next(3) == 0 ? Whole : Live;
        fuzzed.Text = Encoding.Latin1.GetString(text);
        if (random.Next(30) == 0)
            RunCompressed(redactor, text, random);
        var (once, findings, _) = Redact(redactor, text, cuts: []);
        if (findings.Count == 0)
            Same(once, text, "nothing is found, and the copy differs");
        Same(Redact(redactor, once, cuts: []).Output, once, "a second pass changes the copy");
        int[] cuts = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(text.Length + 1))];
        var (cut, cutFindings, _) = Redact(redactor, text, cuts);
        Same(cut, once, $"cut at {string.Join(' ', cuts.Order())} the copy differs");
        if (!cutFindings.SequenceEqual(findings))
            throw new InvalidOperationException($"cut at {string.Join(' ', cuts.Order())} the findings differ");
    }

    /// <summary>A compressed text, damaged or not, ends with a copy or with what is wrong.</summary>
    private static void RunCompressed(TextRedactor redactor, byte[] text, Random random)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(text);
        var bytes = file.ToArray();
        if (random.Next(2) == 0)
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        try
        {
            Redact(redactor, bytes, cuts: []);
        }
        catch (InvalidDataException)
        {
            // It is damaged, and that is how it is said.
        }
    }

    private static (byte[] Output, List<Finding> Findings, TextKind Kind) Redact(TextRedactor redactor, byte[] text, int[] cuts)
    {
        using var output = new MemoryStream();
        var findings = new List<Finding>();
        var summary = redactor.Redact(new PiecewiseStream(text, cuts), output, findings.Add, CancellationToken.None);
        return (output.ToArray(), findings, summary.Kind);
    }

    private static void Same(byte[] actual, byte[] expected, string problem)
    {
        if (actual.AsSpan().SequenceEqual(expected))
            return;
        var at = actual.AsSpan().CommonPrefixLength(expected);
        throw new InvalidOperationException($"{problem} from {at} on: {Shown(actual, at)} is not {Shown(expected, at)}");
    }

    private static string Shown(byte[] text, int at) => Encoding.Latin1.GetString(text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)]);
}
