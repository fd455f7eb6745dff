using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Passwords between the scheme and the host of an address: <c>scheme://user:password@host</c>.</summary>
internal static class UrlSecret
{
    private const int LongestUser = 512;
    private const int ShortestToken = 20;

    /// <summary>The password before the <c>@</c> that the candidate is.</summary>
    internal static bool TryFindPassword(in Candidate candidate, out Hit hit)
    {
        hit = default;
        return TryFindUser(candidate, out var user) && TryPassword(candidate.Text, user, out hit);
    }

    /// <summary>A token in the place of the user before the <c>@</c> that the candidate is.</summary>
    internal static bool TryFindToken(in Candidate candidate, out Hit hit)
    {
        hit = default;
        if (!TryFindUser(candidate, out var user))
            return false;
        var colon = candidate.Text[user].IndexOf((byte)':');
        var token = candidate.Text[user][..(colon < 0 ? candidate.Text[user].Length : colon)];
        if (token.Length < ShortestToken || !Strength.IsRandom(token))
            return false;
        hit = new(user.Start.Value, token.Length, Confidence.Shape);
        return true;
    }

    /// <summary>The password behind the scheme that the candidate begins with.</summary>
    internal static bool TryFindAfterScheme(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var mark = candidate.Text[candidate.At..].IndexOf("://"u8);
        if (mark < 0 || mark > candidate.Length + 16)
            return false;
        return TryUser(candidate.Text, candidate.At + mark + 3, out var user) && TryPassword(candidate.Text, user, out hit);
    }

    private static bool TryFindUser(in Candidate candidate, out Range user)
    {
        user = default;
        var from = Math.Max(0, candidate.At - LongestUser);
        var mark = candidate.Text[from..candidate.At].LastIndexOf("://"u8);
        return mark > 0 && Boundary.IsWord(candidate.Text[from + mark - 1]) && TryUser(candidate.Text, from + mark + 3, out user)
            && user.End.Value >= candidate.At;
    }

    /// <summary>What stands before the last <c>@</c> of the authority. A password may hold the same mark.</summary>
    private static bool TryUser(ReadOnlySpan<byte> text, int start, out Range user)
    {
        var end = start;
        while (end < text.Length && end - start < LongestUser && !EndsAuthority(text[end]))
            end++;
        var at = text[start..end].LastIndexOf((byte)'@');
        user = start..(start + Math.Max(at, 0));
        return at > 0 && end > start + at + 1;
    }

    private static bool TryPassword(ReadOnlySpan<byte> text, Range user, out Hit hit)
    {
        hit = default;
        var colon = text[user].IndexOf((byte)':');
        if (colon < 0)
            return false;
        var password = text[user][(colon + 1)..];
        if (password.IsEmpty || IsName(password))
            return false;
        hit = new(user.Start.Value + colon + 1, password.Length, Confidence.Shape);
        return true;
    }

    /// <summary>What documents write in the place of a password, and code where it puts one in.</summary>
    private static bool IsName(ReadOnlySpan<byte> password) =>
        Is(password, "password"u8) || Is(password, "passwd"u8) || Is(password, "pass"u8) || Is(password, "pwd"u8) || Is(password, "pw"u8)
        || Is(password, "secret"u8) || Is(password, "token"u8) || Is(password, "x-oauth-basic"u8) || password[0] is (byte)'%' && password.Length == 2
        || (password[0] == '$' && SecretText.IsWords(password, 0.6)) || password.IndexOf("{"u8) >= 0;

    private static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(value, word);

    private static bool EndsAuthority(byte value) => value <= ' '
        || value is (byte)'/' or (byte)'?' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'<' or (byte)'>' or (byte)'\\' or (byte)'|' or 0x7F;
}
