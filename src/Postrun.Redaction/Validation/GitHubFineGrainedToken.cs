using System.Security.Cryptography;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Fine-grained tokens of GitHub end with eight characters: Base32 of the SHA-256 of all that stands before, cut.</summary>
internal static class GitHubFineGrainedToken
{
    internal const int Checksum = 8;

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        Span<byte> expected = stackalloc byte[Checksum];
        Write(value[..^Checksum], expected);
        var matches = true;
        for (var i = 0; i < Checksum; i++)
            matches &= (value[value.Length - Checksum + i] | 0x20) == (expected[i] | 0x20);
        return matches ? Verdict.Verified : Verdict.Plausible;
    }

    internal static void Write(ReadOnlySpan<byte> body, Span<byte> checksum)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        var bits = 0UL;
        for (var i = 0; i < 5; i++)
            bits = (bits << 8) | digest[i];
        for (var i = 0; i < Checksum; i++)
            checksum[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"u8[(int)(bits >> (35 - (5 * i))) & 31];
    }
}
