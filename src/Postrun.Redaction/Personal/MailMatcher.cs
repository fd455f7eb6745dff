using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Mail addresses, from the sign in the middle.</summary>
internal static class MailMatcher
{
    internal static bool TryFind(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var start = candidate.At;
        while (start > 0 && MailAddress.IsLocal(text[start - 1]))
            start--;
        start += Escape(text, start, candidate.At);
        var from = candidate.At + 1;
        var end = from;
        while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] is (byte)'.' or (byte)'-'))
            end++;
        // A full stop that ends a sentence.
        while (end > from && text[end - 1] is (byte)'.' or (byte)'-')
            end--;
        if (end == from || IsOfLogin(text, start) || IsOfPath(text, end) || !Boundary.After(text, end))
            return false;
        hit = new(start, end - start, Confidence.Shape);
        return MailAddress.IsSomebodys(text[start..candidate.At], text[from..end]);
    }

    /// <summary>How many bytes from <paramref name="start"/> on belong to what stands before: escapes, quotation marks and hyphens.</summary>
    private static int Escape(ReadOnlySpan<byte> text, int start, int at)
    {
        var local = text[start..at];
        var percent = local.LastIndexOf((byte)'%');
        if (percent >= 0 && local.Length > percent + 3 && char.IsAsciiHexDigit((char)local[percent + 1]) && char.IsAsciiHexDigit((char)local[percent + 2]))
            return percent + 3;
        if (start > 0 && text[start - 1] == '\\' && local is [(byte)'n' or (byte)'t' or (byte)'r', ..])
            return 1;
        var skipped = 0;
        while (skipped < local.Length && local[skipped] is (byte)'\'' or (byte)'.' or (byte)'+' or (byte)'-')
            skipped++;
        return skipped;
    }

    /// <summary><c>https://user:password@host</c> and <c>ssh://user@host</c>: the name of a host stands behind the sign.</summary>
    private static bool IsOfLogin(ReadOnlySpan<byte> text, int start)
    {
        var from = start;
        while (from > 0 && text[from - 1] > ' ' && text[from - 1] is not ((byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' or (byte)',' or (byte)';' or (byte)'=' or (byte)'('))
            from--;
        return text[from..start].IndexOf("://"u8) >= 0 && !text[from..start].Contains((byte)'?');
    }

    /// <summary><c>user@host:path</c> of a copy between systems.</summary>
    private static bool IsOfPath(ReadOnlySpan<byte> text, int end) => end + 1 < text.Length && text[end] == ':' && text[end + 1] is (byte)'/' or (byte)'~';
}
