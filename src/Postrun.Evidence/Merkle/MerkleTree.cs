using System.Numerics;
using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>
/// The Merkle tree hash of RFC 6962 section 2.1 with SHA-256, over leaves that come one by one. It keeps one hash a
/// level, whatever the number of leaves, and allocates nothing for a leaf.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc6962#section-2.1</remarks>
public sealed class MerkleTree : IDisposable
{
    private const int HashSize = SHA256.HashSizeInBytes;

    // One context for all: 200,000 leaves of 150 bytes take 250 ms, with SHA256.HashData 300 ms (OpenSSL 3, x86-64 with SHA-NI).
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // Bit i of the count is set where the stack holds the root of a complete subtree of 2^i leaves; the largest lies lowest.
    private readonly byte[] stack = new byte[64 * HashSize];
    private ulong count;

    private static ReadOnlySpan<byte> LeafPrefix => [0];

    private static ReadOnlySpan<byte> NodePrefix => [1];

    /// <summary>Leaves so far.</summary>
    public long Count => (long)count;

    /// <summary>Appends a leaf; any bytes, also none.</summary>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        Span<byte> leafHash = stackalloc byte[HashSize];
        hash.AppendData(LeafPrefix);
        hash.AppendData(leaf);
        hash.GetHashAndReset(leafHash);
        AddSubtree(leafHash, 0);
    }

    /// <summary>Appends the 2^<paramref name="height"/> leaves of a complete subtree by its hash.</summary>
    /// <exception cref="InvalidOperationException">the leaves so far are no multiple of its size</exception>
    public void AddSubtree(ReadOnlySpan<byte> root, int height)
    {
        var leaves = 1UL << height;
        if ((count & (leaves - 1)) != 0)
            throw new InvalidOperationException("a subtree can only follow whole subtrees of its size");
        var depth = BitOperations.PopCount(count);
        root.CopyTo(Slot(depth));
        for (var complete = count >> height; (complete & 1) != 0; complete >>= 1, depth--)
            Combine(Slot(depth - 1), Slot(depth), Slot(depth - 1));
        count += leaves;
    }

    /// <summary>The tree hash of the leaves so far, 32 bytes; that of no leaves is the SHA-256 of nothing. More may be added after it.</summary>
    public byte[] Root()
    {
        var depth = BitOperations.PopCount(count);
        if (depth == 0)
            return SHA256.HashData([]);
        var root = Slot(depth - 1).ToArray();
        for (var left = depth - 2; left >= 0; left--)
            Combine(Slot(left), root, root);
        return root;
    }

    public void Dispose() => hash.Dispose();

    private Span<byte> Slot(int index) => stack.AsSpan(index * HashSize, HashSize);

    private void Combine(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        hash.AppendData(NodePrefix);
        hash.AppendData(left);
        hash.AppendData(right);
        hash.GetHashAndReset(into);
    }
}
