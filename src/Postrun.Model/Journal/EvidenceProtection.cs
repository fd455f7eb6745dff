namespace Postrun.Model;

/// <summary>
/// The payload of <see cref="JournalFrameKind.Protection"/>: how many files of the evidence had a further name, a pin, when
/// the deletions of a round began, and how many had none and relied on the checks alone.
/// </summary>
/// <param name="Unpinned">Where there were too many directories to look into, at most so many.</param>
public sealed record EvidenceProtection(long Pinned, long Unpinned)
{
    public byte[] ToBytes()
    {
        var target = new byte[2 * Varint.MaxLength];
        var length = Varint.Write(target, (ulong)Pinned);
        length += Varint.Write(target.AsSpan(length), (ulong)Unpinned);
        return target[..length];
    }

    /// <exception cref="InvalidDataException">malformed</exception>
    public static EvidenceProtection Read(ReadOnlySpan<byte> payload) => new(Count(ref payload), Count(ref payload));

    private static long Count(ref ReadOnlySpan<byte> payload) => Varint.Read(ref payload) is var count and <= long.MaxValue
        ? (long)count
        : throw new InvalidDataException("the journal has a malformed number");
}
