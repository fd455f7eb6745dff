using System.IO.Hashing;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Tokens of GitHub and npm end with a checksum: six digits of base 62 of the CRC-32 of what stands before, without prefix.</summary>
/// <remarks>https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/</remarks>
internal static class GitHubToken
{
    private const int Checksum = 6;

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        var body = value[(value.IndexOf((byte)'_') + 1)..];
        Span<byte> expected = stackalloc byte[Checksum];
        Base62.Write(Crc32.HashToUInt32(body[..^Checksum]), expected);
        return body[^Checksum..].SequenceEqual(expected) ? Verdict.Verified : Verdict.Plausible;
    }
}
