using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>What headers of HTTP, and words that stand in them, are followed by.</summary>
internal static class HeaderSecret
{
    private const int ShortestToken = 16;

    /// <summary><c>Basic</c>, and the name and the password in Base64.</summary>
    internal static bool TryFindBasic(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var start = NamedValue.SkipSpace(candidate.Text, candidate.At + candidate.Length);
        var length = TokenLength(candidate.Text[start..]);
        if (length < 6 || !Boundary.Before(candidate.Text, candidate.At) || !Base64Text.HoldsPair(candidate.Text.Slice(start, length)))
            return false;
        hit = new(start, length, Confidence.Checksum);
        return true;
    }

    /// <summary><c>Bearer</c>, and a token.</summary>
    internal static bool TryFindBearer(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var start = NamedValue.SkipSpace(candidate.Text, candidate.At + candidate.Length);
        return Boundary.Before(candidate.Text, candidate.At) && TryToken(candidate.Text, start, out hit);
    }

    /// <summary><c>Authorization</c>, a mark, any scheme or none, and a token.</summary>
    internal static bool TryFindOther(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var end = candidate.At + candidate.Length;
        if (end >= candidate.Text.Length || NamedValue.IsName(candidate.Text[end]) || !Boundary.Before(candidate.Text, candidate.At)
            || !Assignment.TryFindValue(candidate.Text, end, out var start))
            return false;
        var text = candidate.Text[start..];
        var scheme = 0;
        while (scheme < text.Length && (Boundary.IsWord(text[scheme]) || text[scheme] == '-'))
            scheme++;
        // A signature or a digest says of itself what it is, and dies with its request.
        if (text.StartsWith("AWS4"u8) || text.StartsWith("Digest"u8) || text.StartsWith("Signature"u8))
            return false;
        if (scheme < ShortestToken && scheme < text.Length && text[scheme] is (byte)' ' or (byte)'=')
            start = NamedText.SkipQuote(candidate.Text, NamedValue.SkipSpace(candidate.Text, start + scheme + 1));
        if (candidate.Text[start..].StartsWith("token="u8))
            start = NamedText.SkipQuote(candidate.Text, start + "token=".Length);
        return TryToken(candidate.Text, start, out hit);
    }

    /// <summary>The first cookie of a header whose name says that it stands for a session.</summary>
    internal static bool TryFindCookie(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var at = NamedText.SkipQuote(text, candidate.At + candidate.Length);
        while (at < text.Length)
        {
            var end = text[at..].IndexOf((byte)';') is var mark && mark < 0 ? text.Length : at + mark;
            var equals = text[at..end].IndexOf((byte)'=');
            if (equals > 0 && IsSession(text.Slice(at, equals)) && TryToken(text, at + equals + 1, out hit))
                return true;
            at = end + 1;
        }
        return false;
    }

    private static bool IsSession(ReadOnlySpan<byte> name)
    {
        Span<byte> small = stackalloc byte[64];
        name = name.Trim(" \t\\\"'"u8);
        if (name.Length > small.Length)
            return false;
        System.Text.Ascii.ToLower(name, small, out var length);
        var text = (ReadOnlySpan<byte>)small[..length];
        return text.IndexOf("sess"u8) >= 0 || text.EndsWith("sid"u8) || text.IndexOf("auth"u8) >= 0 || text.IndexOf("token"u8) >= 0
            || text.IndexOf("jwt"u8) >= 0 || text.IndexOf("login"u8) >= 0 || text.IndexOf("remember"u8) >= 0;
    }

    private static bool TryToken(ReadOnlySpan<byte> text, int start, out Hit hit)
    {
        hit = default;
        if (start >= text.Length)
            return false;
        var length = TokenLength(text[start..]);
        var token = text.Slice(start, length);
        if (length < ShortestToken || !Strength.IsRandom(token) || token.TrimEnd((byte)'=').Contains((byte)'=') || token.IndexOf("://"u8) >= 0)
            return false;
        hit = new(start, length, Confidence.Shape);
        return true;
    }

    private static int TokenLength(ReadOnlySpan<byte> text)
    {
        var end = 0;
        while (end < text.Length && (Boundary.IsWord(text[end])
            || text[end] is (byte)'-' or (byte)'.' or (byte)'~' or (byte)'+' or (byte)'/' or (byte)'=' or (byte)'%' or (byte)':' or (byte)'|' or (byte)'!'))
            end++;
        while (end > 0 && text[end - 1] is (byte)'.' or (byte)':')
            end--;
        return end;
    }
}
