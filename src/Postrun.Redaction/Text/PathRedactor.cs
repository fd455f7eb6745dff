using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Text;

/// <summary>Makes paths fit to be shown: what a text would be redacted of has a label in them, too.</summary>
/// <param name="key">Of labels: one value has one label, in a text and in a path.</param>
public sealed class PathRedactor(ReadOnlyMemory<byte> key)
{
    private readonly RedactionOptions _options = new() { Key = key, Redacts = RedactionOptions.IsSureOrSevere };

    /// <param name="rules">Of the file that has this path.</param>
    /// <param name="path">As bytes, which need not be UTF-8.</param>
    public byte[] Redact(RuleSet rules, ReadOnlySpan<byte> path)
    {
        using var output = new MemoryStream();
        // Straight: a path is neither compressed nor binary, whatever it begins with.
        new TextPass(rules, _options, output, each: null).Run(new MemoryStream(path.ToArray()), CancellationToken.None);
        return output.ToArray();
    }
}
