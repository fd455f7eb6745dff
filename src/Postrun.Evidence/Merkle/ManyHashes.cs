using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>
/// SHA-256 of many short messages at once. For a hundred bytes the library's one-shot call spends most of its time on
/// set-up; here a register holds a word of eight or sixteen messages. Where the processor has no such registers, or a
/// message is long, it is the library that hashes.
/// </summary>
internal static class ManyHashes
{
    public const int HashSize = SHA256.HashSizeInBytes;

    private const int BlockSize = 64;
    private const int MaxOnStack = 1024;

    /// <summary>Longer messages gain nothing.</summary>
    private const int MaxBlocks = 8;

    /// <summary>A length of 64 bits and one bit behind the message: FIPS 180-4, 5.1.1.</summary>
    private const int Padding = 9;

    /// <summary>Message <paramref name="index"/>, in two parts.</summary>
    public delegate void Message(int index, out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> second);

    /// <summary>Hashes <paramref name="count"/> messages to consecutive places of <paramref name="hashes"/>.</summary>
    public static void Compute(int count, Message message, Span<byte> hashes)
    {
        if (Lanes16.IsSupported)
            Compute<Lanes16>(count, message, hashes);
        else if (Lanes8.IsSupported)
            Compute<Lanes8>(count, message, hashes);
        else
            ComputeScalar(count, message, hashes);
    }

    internal static void ComputeScalar(int count, Message message, Span<byte> hashes)
    {
        for (var index = 0; index < count; index++)
        {
            message(index, out var first, out var second);
            Library(first, second, hashes.Slice(index * HashSize, HashSize));
        }
    }

    private static void Library(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> hash)
    {
        var length = first.Length + second.Length;
        Span<byte> joined = length <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[length];
        joined = joined[..length];
        first.CopyTo(joined);
        second.CopyTo(joined[first.Length..]);
        SHA256.HashData(joined, hash);
    }

    internal static void Compute<T>(int count, Message message, Span<byte> hashes)
        where T : unmanaged, ILanes<T>
    {
        const int stride = MaxBlocks * BlockSize;
        Span<byte> blocks = stackalloc byte[T.Count * stride];
        Span<int> lengths = stackalloc int[T.Count];
        for (var start = 0; start < count; start += T.Count)
        {
            var lanes = Math.Min(T.Count, count - start);
            var most = 0;
            for (var lane = 0; lane < lanes; lane++)
            {
                message(start + lane, out var first, out var second);
                lengths[lane] = Pad(first, second, blocks.Slice(lane * stride, stride));
                most = Math.Max(most, lengths[lane]);
                if (lengths[lane] == 0)
                    Library(first, second, hashes.Slice((start + lane) * HashSize, HashSize));
            }
            lengths[lanes..].Clear();
            Compress<T>(blocks, lengths, most, lanes, hashes[(start * HashSize)..]);
        }
    }

    /// <returns>the blocks that the message takes; 0 where they are too many</returns>
    private static int Pad(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> target)
    {
        var length = first.Length + second.Length;
        var count = (length + Padding + BlockSize - 1) / BlockSize;
        if (count > MaxBlocks)
            return 0;
        first.CopyTo(target);
        second.CopyTo(target[first.Length..]);
        target[length] = 0x80;
        target[(length + 1)..(count * BlockSize - 8)].Clear();
        BinaryPrimitives.WriteInt64BigEndian(target[(count * BlockSize - 8)..], 8L * length);
        return count;
    }

    private static void Compress<T>(ReadOnlySpan<byte> blocks, ReadOnlySpan<int> lengths, int most, int lanes, Span<byte> hashes)
        where T : unmanaged, ILanes<T>
    {
        const int stride = MaxBlocks * BlockSize;
        Span<T> state = stackalloc T[8], words = stackalloc T[16], work = stackalloc T[8];
        for (var i = 0; i < state.Length; i++)
            state[i] = T.All(Initial[i]);
        for (var block = 0; block < most; block++)
        {
            uint live = 0;
            for (var lane = 0; lane < lengths.Length; lane++)
                live |= block < lengths[lane] ? 1u << lane : 0;
            for (var i = 0; i < words.Length; i++)
                words[i] = T.Gather(blocks[(block * BlockSize + 4 * i)..], stride);
            state.CopyTo(work);
            Rounds(work, words);
            for (var i = 0; i < state.Length; i++)
                state[i] = T.Select(live, state[i] + work[i], state[i]);
        }
        for (var lane = 0; lane < lanes; lane++)
            if (lengths[lane] > 0)
                for (var i = 0; i < state.Length; i++)
                    BinaryPrimitives.WriteUInt32BigEndian(hashes[(lane * HashSize + 4 * i)..], state[i][lane]);
    }

    /// <summary>FIPS 180-4, 6.2.2, steps 1 and 3.</summary>
    private static void Rounds<T>(Span<T> state, Span<T> words)
        where T : unmanaged, ILanes<T>
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            var word = words[t & 15];
            if (t >= 16)
            {
                var near = words[(t + 1) & 15];
                var far = words[(t + 14) & 15];
                word += words[(t + 9) & 15]
                    + T.Xor(T.RotateRight(near, 7, 25), T.RotateRight(near, 18, 14), T.ShiftRight(near, 3))
                    + T.Xor(T.RotateRight(far, 17, 15), T.RotateRight(far, 19, 13), T.ShiftRight(far, 10));
                words[t & 15] = word;
            }
            var first = h + T.Xor(T.RotateRight(e, 6, 26), T.RotateRight(e, 11, 21), T.RotateRight(e, 25, 7)) + T.Choose(e, f, g) + T.All(Constants[t]) + word;
            var second = T.Xor(T.RotateRight(a, 2, 30), T.RotateRight(a, 13, 19), T.RotateRight(a, 22, 10)) + T.Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }
        (state[0], state[1], state[2], state[3]) = (a, b, c, d);
        (state[4], state[5], state[6], state[7]) = (e, f, g, h);
    }

    private static ReadOnlySpan<uint> Initial =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    /// <summary>FIPS 180-4, 4.2.2.</summary>
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];
}
