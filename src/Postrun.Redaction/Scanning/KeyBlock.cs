using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>A private key over several lines (RFC 7468, RFC 4880): each line of its body is a value, so that no line has to wait for the last.</summary>
internal static class KeyBlock
{
    internal const string Opening = "-----BEGIN ";

    private const int LongestTitle = 48;

    /// <summary>Finds nothing by itself: <see cref="BlockScanner"/> follows the lines.</summary>
    internal static Rule Rule { get; } = new()
    {
        Id = "private-key-block",
        Name = "Private key over several lines",
        Reference = "https://www.rfc-editor.org/rfc/rfc7468",
        Severity = Severity.Critical,
        Category = RuleCategory.PrivateKey,
        Detector = new MatchDetector(static (in Candidate _, out Hit hit) =>
        {
            hit = default;
            return false;
        }) { Literals = [Opening] },
    };

    /// <summary>
    /// Whether a key begins on the next line: this one ends with <c>-----BEGIN ... PRIVATE KEY-----</c>, or with what closes a string,
    /// a record of a log or a colour behind it.
    /// </summary>
    /// <param name="end">Where the title ends in the text of the candidate, with its hyphens.</param>
    internal static bool Opens(in Candidate candidate, out int end)
    {
        var from = candidate.At + candidate.Length;
        var title = candidate.Text[from..];
        var length = title[..Math.Min(title.Length, LongestTitle)].IndexOf("-----"u8);
        end = from + length + 5;
        if (length < 0 || !(title[..length].EndsWith("PRIVATE KEY"u8) || title[..length].EndsWith("PRIVATE KEY BLOCK"u8)))
            return false;
        var rest = candidate.Text[end..];
        // Where it ends on this line as well, it is found as a whole.
        return rest.Trim(Around).IsEmpty
            || ((Closing.Contains(rest[0]) || ControlSequence.LengthAt(rest) > 0) && rest.IndexOf(Ending) < 0);
    }

    /// <summary>What may stand between the title of a key and the end of its line, or within the key where it has headers.</summary>
    internal static bool IsHeader(ReadOnlySpan<byte> line) => line.Trim(Around).IsEmpty
        || line.IndexOf("Proc-Type:"u8) >= 0 || line.IndexOf("DEK-Info:"u8) >= 0 || line.IndexOf("Version:"u8) >= 0 || line.IndexOf("Comment:"u8) >= 0;

    /// <summary>The Base64 that is all of a line, but for an indent, a quotation mark or a sign of comments around it.</summary>
    internal static Range AloneIn(ReadOnlySpan<byte> line)
    {
        var end = line.Length;
        while (end > 0 && Around.Contains(line[end - 1]))
            end--;
        var start = end;
        while (start > 0 && IsBase64(line[start - 1]))
            start--;
        return line[..start].Trim(Around).IsEmpty ? start..end : default;
    }

    internal static bool IsBase64(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'=';

    internal static ReadOnlySpan<byte> Ending => "-----END "u8;

    private static ReadOnlySpan<byte> Closing => "\"'`\\<"u8;

    private static ReadOnlySpan<byte> Around => " \t\"',\\>|#"u8;
}
