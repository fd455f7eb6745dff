using System.Text;

namespace Postrun.Redaction.Detection;

/// <summary>Whether a name says that its value is a secret, as <c>WANDB_API_KEY</c> does and <c>WANDB_RUN_ID</c> does not.</summary>
internal static class CredentialName
{
    /// <summary>How much of a name is looked at on either side of the part that was found.</summary>
    private const int Reach = 48;

    private static readonly string[] Words = ["key", "token", "secret", "pass", "pwd", "auth", "cred", "license", "_pat", "dsn"];

    /// <summary>What a name ends with that tells of a secret without holding it.</summary>
    private static readonly string[] Endings =
    [
        "id", "name", "file", "path", "url", "uri", "host", "type", "length", "count", "hash", "user", "email", "version", "enabled",
        "expiry", "expires", "ttl", "scope", "alias", "algorithm",
    ];

    /// <summary>
    /// Whether the name is one that goes through <paramref name="at"/> and at least <paramref name="length"/> bytes further. A part of
    /// it begins there: <c>ark</c> is no part of <c>SPARK_KEY</c>, and is one of <c>myArkKey</c>.
    /// </summary>
    internal static bool IsOne(ReadOnlySpan<byte> text, int at, int length)
    {
        if (at > 0 && char.IsAsciiLetter((char)text[at - 1]) && !(char.IsAsciiLetterLower((char)text[at - 1]) && char.IsAsciiLetterUpper((char)text[at])))
            return false;
        var (start, end) = (at, at + length);
        while (start > 0 && at - start < Reach && IsName(text[start - 1]))
            start--;
        while (end < text.Length && end - at - length < Reach && IsName(text[end]))
            end++;
        var name = text[start..end];
        return EndsWithNone(name) && HoldsOne(name);
    }

    private static bool EndsWithNone(ReadOnlySpan<byte> name)
    {
        foreach (var ending in Endings)
            if (name.Length > ending.Length && Ascii.EqualsIgnoreCase(name[^ending.Length..], ending))
                return false;
        return true;
    }

    private static bool HoldsOne(ReadOnlySpan<byte> name)
    {
        foreach (var word in Words)
            for (var at = 0; at + word.Length <= name.Length; at++)
                if (Ascii.EqualsIgnoreCase(name.Slice(at, word.Length), word))
                    return true;
        return false;
    }

    private static bool IsName(byte value) => Boundary.IsWord(value) || value is (byte)'-' or (byte)'.';
}
