using System.Numerics;
using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>
/// The Merkle tree hash of RFC 6962 section 2.1 with SHA-256, over leaves that come one by one. It keeps one hash a
/// level, whatever the number of leaves, and allocates nothing for a leaf.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc6962#section-2.1</remarks>
public sealed class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int HashSize = SHA256.HashSizeInBytes;

    // Bit i of the count is set where the stack holds the root of a complete subtree of 2^i leaves; the largest lies lowest.
    private readonly byte[] stack = new byte[64 * HashSize];
    private readonly byte[] node = new byte[1 + 2 * HashSize];
    private byte[] leafInput = new byte[1 + 512];
    private ulong count;

    public MerkleTree() => node[0] = NodePrefix;

    /// <summary>Leaves so far.</summary>
    public long Count => (long)count;

    /// <summary>Appends a leaf; any bytes, also none.</summary>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        if (leafInput.Length <= leaf.Length)
            leafInput = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)leaf.Length + 1)];
        leafInput[0] = LeafPrefix;
        leaf.CopyTo(leafInput.AsSpan(1));

        var depth = BitOperations.PopCount(count);
        SHA256.HashData(leafInput.AsSpan(0, leaf.Length + 1), Slot(depth));
        for (var complete = count; (complete & 1) != 0; complete >>= 1, depth--)
            Combine(Slot(depth - 1), Slot(depth), Slot(depth - 1));
        count++;
    }

    /// <summary>The tree hash of the leaves so far, 32 bytes; that of no leaves is the SHA-256 of nothing. More may be added after it.</summary>
    public byte[] Root()
    {
        var root = new byte[HashSize];
        var depth = BitOperations.PopCount(count);
        if (depth == 0)
        {
            SHA256.HashData([], root);
            return root;
        }
        Slot(depth - 1).CopyTo(root);
        for (var left = depth - 2; left >= 0; left--)
            Combine(Slot(left), root, root);
        return root;
    }

    private Span<byte> Slot(int index) => stack.AsSpan(index * HashSize, HashSize);

    private void Combine(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        left.CopyTo(node.AsSpan(1));
        right.CopyTo(node.AsSpan(1 + HashSize));
        SHA256.HashData(node, into);
    }
}
