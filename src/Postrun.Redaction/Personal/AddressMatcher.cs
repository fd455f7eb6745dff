using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Personal;

/// <summary>Addresses of networks and of network devices.</summary>
internal static class AddressMatcher
{
    /// <summary>What four numbers with dots are where one of these words stands right before them.</summary>
    private static readonly string[] Versions =
    [
        "version*", "ver", "v", "release", "driver", "build", "firmware", "cuda*", "cudnn*", "nccl*", "tensorrt*", "sdk", "bios", "wheel", "package", "section", "oid",
    ];

    /// <summary><c>255.255.255.255</c>, and the dot that ends a sentence.</summary>
    private const int Longest = 16;

    internal static bool TryFindFour(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var (start, end) = (candidate.At, candidate.At);
        while (end < text.Length && end - start <= Longest && (char.IsAsciiDigit((char)text[end]) || text[end] == '.'))
            end++;
        if (end - start > Longest)
            return false;
        while (text[end - 1] == '.')
            end--;
        if (IsOfWord(text, start, end) || !Judgement.TryHit(text, start, end - start, PublicAddress.Four, out hit))
            return false;
        return !Nearby.Holds(text[..start][Math.Max(0, start - 20)..], Math.Min(20, start), 0, Versions);
    }

    internal static bool TryFindSix(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        var (start, end) = (candidate.At, candidate.At);
        while (end < text.Length && end - start < 40 && (char.IsAsciiHexDigit((char)text[end]) || text[end] == ':'))
            end++;
        if (!Boundary.After(text, end) || ShapeForms.IsByte(text, start - 1, '-'))
            return false;
        // A colon that ends what is said before the rest of the line.
        if (text[end - 1] == ':' && text[end - 2] != ':')
            end--;
        return Judgement.TryHit(text, start, end - start, PublicAddress.Six, out hit);
    }

    internal static bool TryFindDevice(in Candidate candidate, out Hit hit)
    {
        const int Length = 17;
        hit = default;
        var text = candidate.Text;
        var (start, end) = (candidate.At, candidate.At + Length);
        if (end > text.Length || IsJoint(text, start - 1, start - 2) || IsJoint(text, end, end + 1))
            return false;
        return Judgement.TryHit(text, start, Length, HardwareAddress.Judge, out hit);
    }

    /// <summary>A colon or a hyphen with a word behind it: a fingerprint, or a name that goes on.</summary>
    private static bool IsJoint(ReadOnlySpan<byte> text, int mark, int beyond) => (uint)mark < (uint)text.Length
        && text[mark] is (byte)':' or (byte)'-' && ShapeForms.IsWord(text, beyond);

    /// <summary>Part of a name of a package, a requirement or a product: <c>cudnn-8.9.2.26</c>, <c>==9.1.0.70</c>, <c>Chrome/92.0.1.2</c>, <c>1.2.3.4-rc1</c>.</summary>
    private static bool IsOfWord(ReadOnlySpan<byte> text, int start, int end)
    {
        if (!Boundary.After(text, end) || (end + 1 < text.Length && text[end] is (byte)'-' or (byte)'+' && ShapeForms.IsWord(text, end + 1)))
            return true;
        if (start == 0)
            return false;
        return text[start - 1] switch
        {
            (byte)'-' or (byte)'.' or (byte)'~' or (byte)'^' or (byte)'+' => true,
            (byte)'=' => start >= 2 && text[start - 2] is (byte)'=' or (byte)'>' or (byte)'<' or (byte)'~' or (byte)'!',
            (byte)'>' or (byte)'<' => false,
            (byte)'/' => ShapeForms.IsWord(text, start - 2),
            _ => false,
        };
    }
}
