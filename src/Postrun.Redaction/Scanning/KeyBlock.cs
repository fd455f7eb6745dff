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

    /// <summary>Whether the line ends with <c>-----BEGIN ... PRIVATE KEY-----</c>, so that a key begins on the next one.</summary>
    internal static bool Opens(in Candidate candidate)
    {
        var title = candidate.Text[(candidate.At + candidate.Length)..];
        var end = title[..Math.Min(title.Length, LongestTitle)].IndexOf("-----"u8);
        return end >= 0
            && (title[..end].EndsWith("PRIVATE KEY"u8) || title[..end].EndsWith("PRIVATE KEY BLOCK"u8))
            && title[(end + 5)..].Trim(Around).IsEmpty;
    }

    /// <summary>What a line within a key is.</summary>
    internal enum LineKind
    {
        /// <summary>Base64: <c>value</c> is where.</summary>
        Body,

        /// <summary>Empty, or a header such as <c>DEK-Info</c>.</summary>
        Header,

        /// <summary>The end of the key, or something that is none of it.</summary>
        End,
    }

    /// <summary>Lines may have something before the key: the time of the log, an indent, a comment sign.</summary>
    internal static LineKind Read(ReadOnlySpan<byte> line, out Range value)
    {
        value = default;
        var end = line.Length;
        while (end > 0 && Around.Contains(line[end - 1]))
            end--;
        var start = end;
        while (start > 0 && IsBase64(line[start - 1]))
            start--;
        if (end == 0)
            return LineKind.Header;
        if (start < end && (end - start >= ShortestInLog || line[..start].Trim(Around).IsEmpty))
        {
            value = start..end;
            return LineKind.Body;
        }
        var text = line[..end];
        return text.IndexOf("Proc-Type:"u8) >= 0 || text.IndexOf("DEK-Info:"u8) >= 0 || text.IndexOf("Version:"u8) >= 0 || text.IndexOf("Comment:"u8) >= 0
            ? LineKind.Header
            : LineKind.End;
    }

    /// <summary>A shorter word at the end of a line of a log need not be Base64.</summary>
    private const int ShortestInLog = 32;

    private static ReadOnlySpan<byte> Around => " \t\"',\\>|#"u8;

    private static bool IsBase64(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'=';
}
