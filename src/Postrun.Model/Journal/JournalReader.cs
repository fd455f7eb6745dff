using System.Buffers.Binary;
using System.IO.Hashing;

namespace Postrun.Model;

/// <summary>Reads a journal frame by frame and stops where its writer stopped.</summary>
public sealed class JournalReader
{
    private readonly Stream source;
    private byte[] payload = new byte[64 * 1024];

    /// <param name="source">Positioned at the magic.</param>
    /// <exception cref="InvalidDataException">not a journal of this version</exception>
    public JournalReader(Stream source)
    {
        this.source = source;
        Span<byte> magic = stackalloc byte[JournalFormat.Magic.Length];
        var read = source.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        // Whoever died, or found the disk full, within these first bytes had done nothing: that is a journal, an empty one.
        if (!JournalFormat.Magic.StartsWith(magic[..read]))
            throw new InvalidDataException("the journal is none that this version can read");
        End = read;
    }

    /// <summary>Offset of the current frame's payload.</summary>
    public long Offset { get; private set; }

    /// <summary>Offset behind the last whole frame.</summary>
    public long End { get; private set; }

    public JournalFrameKind Kind { get; private set; }

    /// <summary>Of the current frame; valid until the next.</summary>
    public ReadOnlySpan<byte> Payload => payload.AsSpan(0, Length);

    public int Length { get; private set; }

    /// <summary>Moves to the next whole frame.</summary>
    /// <returns><see langword="false"/> at the end, or at a frame that was never finished</returns>
    public bool Next()
    {
        Span<byte> header = stackalloc byte[JournalFormat.HeaderLength];
        if (source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length > JournalFormat.MaxPayload)
            return false;
        var whole = (int)length + JournalFormat.TrailerLength;
        if (payload.Length < whole)
            payload = new byte[Math.Max(whole, (int)Math.Min(2L * payload.Length, JournalFormat.MaxPayload))];
        if (source.ReadAtLeast(payload.AsSpan(0, whole), whole, throwOnEndOfStream: false) < whole)
            return false;
        Kind = (JournalFrameKind)header[4];
        Length = (int)length;
        if (JournalFrame.Hash(header[4], Payload) != BinaryPrimitives.ReadUInt64LittleEndian(payload.AsSpan((int)length)))
            return false;
        Offset = End + JournalFormat.HeaderLength;
        End += JournalFormat.HeaderLength + whole;
        return true;
    }
}

/// <summary>Writes the envelope of a frame.</summary>
public static class JournalFrame
{
    /// <summary>Bytes that a frame takes.</summary>
    public static int Length(int payload) => JournalFormat.HeaderLength + payload + JournalFormat.TrailerLength;

    /// <summary>Completes a frame whose payload already stands behind its header.</summary>
    public static void Seal(Span<byte> frame, JournalFrameKind kind, int payload)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)payload);
        frame[4] = (byte)kind;
        BinaryPrimitives.WriteUInt64LittleEndian(
            frame[(JournalFormat.HeaderLength + payload)..],
            Hash((byte)kind, frame.Slice(JournalFormat.HeaderLength, payload)));
    }

    /// <summary>The whole frame of a payload.</summary>
    /// <exception cref="IOException">the payload is longer than any reader takes</exception>
    public static byte[] Of(JournalFrameKind kind, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > JournalFormat.MaxPayload)
            throw new IOException($"a document of {payload.Length} bytes is too large for the journal; name fewer roots, or coarser patterns");
        var frame = new byte[Length(payload.Length)];
        payload.CopyTo(frame.AsSpan(JournalFormat.HeaderLength));
        Seal(frame, kind, payload.Length);
        return frame;
    }

    internal static ulong Hash(byte kind, ReadOnlySpan<byte> payload) => XxHash3.HashToUInt64(payload, kind);
}
