using System.Buffers;
using System.Collections.Concurrent;
using ZstdSharp;

namespace Postrun.Evidence;

/// <summary>
/// A thousand lines of the removed list. Blocks are hashed and compressed independently of each other: each is a subtree
/// of the Merkle tree and a frame of its own, which RFC 8878 lets stand one behind the other.
/// </summary>
internal sealed class LineBlock
{
    /// <summary>A power of two, so that a full block is a complete subtree.</summary>
    public const int MaxLines = 1024;

    /// <summary>Level 1 compresses these lines to a tenth; level 3 saved 8 % more and took twice as long.</summary>
    private const int CompressionLevel = 1;

    private static readonly ConcurrentBag<Compressor> Compressors = [];

    private readonly ArrayBufferWriter<byte> text = new(160 * 1024);
    private readonly List<Range> lines = new(MaxLines);
    private byte[] compressed = [];

    public bool IsFull => lines.Count == MaxLines;

    public bool IsEmpty => lines.Count == 0;

    public void Add(in RemovedEntry entry)
    {
        var start = text.WrittenCount;
        var length = RemovedLine.Write(text, entry);
        lines.Add(start..(start + length));
    }

    /// <summary>Hashes of subtrees of <see cref="Height"/>, in order; set by <see cref="Finish"/>.</summary>
    public ReadOnlyMemory<byte> Hashes { get; private set; }

    public int Height { get; private set; }

    /// <summary>The lines, compressed; set by <see cref="Finish"/>.</summary>
    public ReadOnlyMemory<byte> Frame { get; private set; }

    /// <summary>Hashes and compresses; called on any thread, when nothing is added any more.</summary>
    public void Finish()
    {
        (Hashes, Height) = MerkleSubtree.Compute(text.WrittenMemory, lines);
        if (!Compressors.TryTake(out var compressor))
            compressor = new(CompressionLevel);
        var bound = Compressor.GetCompressBound(text.WrittenCount);
        if (compressed.Length < bound)
            compressed = new byte[bound];
        Frame = compressed.AsMemory(0, compressor.Wrap(text.WrittenSpan, compressed));
        Compressors.Add(compressor);
    }

    /// <summary>Empties the block for further lines; its memory stays, so that a long list needs no more than a short one.</summary>
    public void Clear()
    {
        text.ResetWrittenCount();
        lines.Clear();
    }
}
