using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Private keys that stand on one line with their frame, as strings of program code and fields of JSON hold them.</summary>
internal static class SingleLineKey
{
    /// <summary>A frame is <c>-----BEGIN</c>, up to three words, and the kind.</summary>
    private const int LongestFrame = 48;

    private const int ShortestBody = 40;
    private const int HeadOfBase64 = 64;

    /// <summary>A block of PEM from its first hyphen to its last.</summary>
    internal static bool TryFindPem(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var at = candidate.At;
        var from = Math.Max(0, at - LongestFrame);
        var begin = text[from..at].LastIndexOf("-----BEGIN "u8);
        if (begin < 0)
            return false;
        begin += from;
        var label = text[(begin + "-----BEGIN ".Length)..(at + candidate.Length)];
        var end = text[at..].IndexOf("-----END "u8);
        // Longer than what can be seen: all of it, and what goes on behind.
        if (end < 0 && text.Length - at >= Candidate.After && HoldsKey(text[(at + candidate.Length)..]))
        {
            hit = new(begin, text.Length - begin, Confidence.Shape);
            return true;
        }
        if (end < ShortestBody || !HoldsKey(text.Slice(at + candidate.Length, end - candidate.Length)))
            return false;
        end += at + "-----END ".Length;
        // The marks of the end name what the marks of the beginning name.
        if (!text[end..].StartsWith(label))
            return false;
        hit = new(begin, end + label.Length - begin, Confidence.Checksum);
        return true;
    }

    /// <summary>A line of PEM is 64 characters long; the last, and those of the smallest keys, are shorter.</summary>
    private static bool HoldsKey(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < body.Length;)
        {
            var length = Base64Text.Run(body[at..]);
            if (length >= ShortestBody)
                return true;
            at += length + 1;
        }
        return false;
    }

    /// <summary>The key of a service account of Google Cloud, in its file of JSON written on one line.</summary>
    internal static bool TryFindServiceAccount(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var rest = candidate.Text[candidate.At..];
        var frame = rest.IndexOf("PRIVATE KEY-----"u8);
        if (frame < 0 || frame > LongestFrame * 2)
            return false;
        return rest.IndexOf(".iam.gserviceaccount.com"u8) >= 0
            && TryFindPem(new(candidate.Text, candidate.At + frame, "PRIVATE KEY-----".Length), out hit);
    }

    /// <summary>A key of PuTTY.</summary>
    internal static bool TryFindPutty(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text[candidate.At..];
        var mac = text.IndexOf("Private-MAC: "u8);
        if (mac < 0 || text[..mac].IndexOf("Private-Lines: "u8) < 0)
            return false;
        var end = mac + "Private-MAC: ".Length;
        while (end < text.Length && char.IsAsciiHexDigit((char)text[end]))
            end++;
        hit = new(candidate.At, end, Confidence.Checksum);
        return true;
    }

    /// <summary>A file of PEM that is itself written in Base64, as <c>client-key-data</c> of a kubeconfig is.</summary>
    internal static bool TryFindEncoded(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text[candidate.At..];
        var length = Base64Text.Run(text);
        if (length < HeadOfBase64 || !Base64Text.Holds(text[..HeadOfBase64], "PRIVATE KEY"u8))
            return false;
        while (length < text.Length && text[length] == '=')
            length++;
        hit = new(candidate.At, length, Confidence.Checksum);
        return true;
    }

    /// <summary>The private part of a JSON web key (RFC 7517): <c>"d"</c> of an object that says its <c>"kty"</c>.</summary>
    internal static bool TryFindJsonWebKey(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var open = text[..candidate.At].LastIndexOf((byte)'{');
        var close = text[candidate.At..].IndexOf((byte)'}');
        var end = close < 0 ? text.Length : candidate.At + close;
        for (var at = Math.Max(open, 0); at + 3 < end; at++)
        {
            if (text[at] != '"' || text[at + 1] != 'd' || text[at + 2] is not ((byte)'"' or (byte)'\\'))
                continue;
            var start = NamedText.SkipQuote(text, at + 2);
            start = NamedValue.SkipSpace(text, start);
            if (start >= end || text[start] != ':')
                continue;
            start = NamedText.SkipQuote(text, NamedValue.SkipSpace(text, start + 1));
            var length = start < end ? Base64Text.Run(text[start..end]) : 0;
            if (length < ShortestBody)
                continue;
            hit = new(start, length, Confidence.Checksum);
            return true;
        }
        return false;
    }
}
