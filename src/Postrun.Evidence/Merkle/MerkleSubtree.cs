using System.Numerics;

namespace Postrun.Evidence;

/// <summary>The tree hash (RFC 6962, 2.1) of leaves that are all at hand, many of them at once.</summary>
internal static class MerkleSubtree
{
    private static readonly byte[] LeafPrefix = [0];
    private static readonly byte[] NodePrefix = [1];

    /// <summary>Adds leaves to a tree: as one subtree where they are a power of two, else one by one.</summary>
    /// <param name="text">The leaves, one behind the other.</param>
    /// <param name="leaves">Where each starts and ends in <paramref name="text"/>.</param>
    /// <returns>what to give to <see cref="MerkleTree.AddSubtree"/>: hashes and the height of each</returns>
    public static (byte[] Hashes, int Height) Compute(ReadOnlyMemory<byte> text, IReadOnlyList<Range> leaves)
    {
        var hashes = new byte[leaves.Count * ManyHashes.HashSize];
        ManyHashes.Compute(
            leaves.Count,
            (int index, out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> second) =>
            {
                first = LeafPrefix;
                second = text.Span[leaves[index]];
            },
            hashes);
        if (!BitOperations.IsPow2(leaves.Count))
            return (hashes, 0);
        for (var count = leaves.Count / 2; count > 0; count /= 2)
        {
            var level = hashes;
            hashes = new byte[count * ManyHashes.HashSize];
            ManyHashes.Compute(
                count,
                (int index, out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> second) =>
                {
                    first = NodePrefix;
                    second = level.AsSpan(index * 2 * ManyHashes.HashSize, 2 * ManyHashes.HashSize);
                },
                hashes);
        }
        return (hashes, BitOperations.Log2((uint)leaves.Count));
    }
}
