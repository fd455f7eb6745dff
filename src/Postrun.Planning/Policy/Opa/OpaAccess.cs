using System.Security.Cryptography.X509Certificates;

namespace Postrun.Planning;

/// <summary>How to be let in by an OPA server, and by which authorities to know it. No record: it must not print itself.</summary>
/// <param name="token">A bearer token, RFC 6750, as <see cref="IsToken"/> takes it; <see langword="null"/>: none is sent.</param>
/// <param name="authorities"><see langword="null"/>: those of the system.</param>
public sealed class OpaAccess(string? token, X509Certificate2Collection? authorities)
{
    public static readonly OpaAccess None = new(null, null);

    private const int MaxLength = 16 * 1024;

    /// <summary>What is shorter stands in many a text by chance, and is no secret for long.</summary>
    private const int ShortestSecret = 8;

    internal string? Token => token;

    internal X509Certificate2Collection? Authorities => authorities;

    /// <summary>Whether a text says the token, as a server that was told it may.</summary>
    internal bool IsSaidIn(string text) => token is { Length: >= ShortestSecret } secret && text.Contains(secret, StringComparison.Ordinal);

    /// <summary>RFC 6750, 2.1: what may stand in a header, and so ends no line of it.</summary>
    public static bool IsToken(string text) => text.Length is > 0 and <= MaxLength && text.All(static unit => char.IsAsciiLetterOrDigit(unit) || "-._~+/=".Contains(unit));
}
