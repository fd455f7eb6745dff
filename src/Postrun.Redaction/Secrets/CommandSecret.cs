using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Passwords that stand in command lines and in files that commands read.</summary>
internal static class CommandSecret
{
    private const int ShortestPassword = 4;

    /// <summary><c>curl -u user:password</c>.</summary>
    internal static bool TryFindCurl(in Candidate candidate, out Hit hit)
    {
        if (!TryFindOption(candidate, " -u"u8, mayBeSpaced: true, out hit) && !TryFindOption(candidate, " --user"u8, mayBeSpaced: true, out hit))
            return false;
        var colon = candidate.Text.Slice(hit.Start, hit.Length).IndexOf((byte)':');
        hit = new(hit.Start + colon + 1, hit.Length - colon - 1, Confidence.Shape);
        return colon > 0 && hit.Length > 0;
    }

    /// <summary><c>mysql -pPASSWORD</c>: nothing may stand between.</summary>
    internal static bool TryFindMySql(in Candidate candidate, out Hit hit) => TryFindOption(candidate, " -p"u8, mayBeSpaced: false, out hit);

    /// <summary><c>sshpass -p PASSWORD</c>, <c>docker login -p PASSWORD</c>.</summary>
    internal static bool TryFindPassword(in Candidate candidate, out Hit hit) => TryFindOption(candidate, " -p"u8, mayBeSpaced: true, out hit);

    /// <summary><c>redis-cli -a PASSWORD</c>.</summary>
    internal static bool TryFindRedis(in Candidate candidate, out Hit hit) => TryFindOption(candidate, " -a "u8, mayBeSpaced: true, out hit);

    /// <summary><c>machine host login user password PASSWORD</c> of a <c>.netrc</c>.</summary>
    internal static bool TryFindNetrc(in Candidate candidate, out Hit hit)
    {
        hit = default;
        if (candidate.Text[..candidate.At].IndexOf("machine "u8) < 0)
            return false;
        var rest = candidate.Text[(candidate.At + candidate.Length)..];
        var at = rest.IndexOf(" password "u8);
        return at > 0 && !rest[..at].Contains((byte)' ')
            && TryText(candidate.Text, candidate.At + candidate.Length + at + " password ".Length, out hit);
    }

    /// <summary><c>host:5432:database:user:password</c> of a <c>.pgpass</c>: the line ends with it, or the text that it is in.</summary>
    internal static bool TryFindPgpass(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var start = candidate.At + candidate.Length;
        for (var fields = 0; fields < 2; fields++)
        {
            var colon = candidate.Text[start..].IndexOf((byte)':');
            if (colon < 1 || candidate.Text.Slice(start, colon).ContainsAny((byte)' ', (byte)'/', (byte)'"'))
                return false;
            start += colon + 1;
        }
        return TryText(candidate.Text, start, out hit) && EndsText(candidate.Text, hit.Start + hit.Length);
    }

    private static bool TryFindOption(in Candidate candidate, ReadOnlySpan<byte> option, bool mayBeSpaced, out Hit hit)
    {
        hit = default;
        if (!Boundary.Before(candidate.Text, candidate.At))
            return false;
        var from = candidate.At + candidate.Length - 1;
        var end = candidate.Text[from..].IndexOfAny((byte)'|', (byte)';');
        var line = end < 0 ? candidate.Text : candidate.Text[..(from + end)];
        var at = line[from..].IndexOf(option);
        if (at < 0)
            return false;
        var start = from + at + option.Length;
        if (start >= line.Length || (line[start] == ' ' && !mayBeSpaced))
            return false;
        return TryText(line, NamedValue.SkipSpace(line, start), out hit);
    }

    private static bool EndsText(ReadOnlySpan<byte> text, int end) =>
        end == text.Length || text[end] is (byte)'"' or (byte)'\'' || text[end..].StartsWith("\\\""u8) || text[end..].StartsWith("\\n"u8);

    private static bool TryText(ReadOnlySpan<byte> text, int at, out Hit hit)
    {
        hit = default;
        if (!NamedText.TryRead(text, at, needsQuote: false, out var start, out var end, out _))
            return false;
        var value = text[start..end];
        if (value.Length < ShortestPassword || value[0] is (byte)'$' or (byte)'-' || value.Contains((byte)' '))
            return false;
        hit = new(start, value.Length, Confidence.Shape);
        return true;
    }
}
