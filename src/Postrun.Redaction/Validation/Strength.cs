using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Validators of values that have no checksum.</summary>
internal static class Strength
{
    private const double MostWords = 0.8;

    /// <summary>The pattern holds so much that is fixed that its match is proof.</summary>
    internal static Verdict Verified(ReadOnlySpan<byte> value) => Verdict.Verified;

    /// <summary>The value is none that a person would choose as a name: it mixes letters with digits, or spells no words.</summary>
    internal static Verdict Random(ReadOnlySpan<byte> value) => IsRandom(value) ? Verdict.Plausible : Verdict.Rejected;

    /// <summary>The value holds both capital and small letters, as text of Base64 does, and digests in hexadecimal do not.</summary>
    internal static Verdict MixedCase(ReadOnlySpan<byte> value) =>
        value.ContainsAnyInRange((byte)'a', (byte)'z') && value.ContainsAnyInRange((byte)'A', (byte)'Z') && IsRandom(value)
            ? Verdict.Plausible : Verdict.Rejected;

    internal static bool IsRandom(ReadOnlySpan<byte> value) => Words.Letters(value) > 0 && Words.Share(value) < MostWords;
}
