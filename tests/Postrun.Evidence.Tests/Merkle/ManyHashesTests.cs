using System.Security.Cryptography;
using CsCheck;

namespace Postrun.Evidence.Tests.Merkle;

public sealed class ManyHashesTests
{
    private static readonly Gen<byte[][]> Messages = Gen.Byte.Array[0, 700].Array[0, 70];

    [Fact]
    public void Every_path_equals_the_library()
    {
        Assert.SkipUnless(Lanes8.IsSupported, "needs AVX2");
        Messages.Sample(messages => Agrees(messages, ManyHashes.Compute<Lanes8>));
    }

    [Fact]
    public void The_widest_path_equals_the_library()
    {
        Assert.SkipUnless(Lanes16.IsSupported, "needs AVX-512");
        Messages.Sample(messages => Agrees(messages, ManyHashes.Compute<Lanes16>));
    }

    [Fact]
    public void The_path_without_registers_equals_the_library() => Messages.Sample(messages => Agrees(messages, ManyHashes.ComputeScalar));

    [Fact]
    public void A_subtree_equals_its_leaves_one_by_one() => Messages.Sample(messages =>
    {
        var text = messages.SelectMany(m => m).ToArray();
        var at = 0;
        var ranges = messages.Select(m => new Range(at, at += m.Length)).ToList();
        using MerkleTree one = new(), many = new();
        foreach (var message in messages)
            one.Add(message);
        if (messages.Length > 0)
        {
            var (hashes, height) = MerkleSubtree.Compute(text, ranges);
            for (var i = 0; i < hashes.Length; i += 32)
                many.AddSubtree(hashes.AsSpan(i, 32), height);
        }
        return one.Root().SequenceEqual(many.Root()) && one.Count == many.Count;
    });

    private static bool Agrees(byte[][] messages, Compute compute)
    {
        var hashes = new byte[messages.Length * 32];
        compute(
            messages.Length,
            (int index, out ReadOnlySpan<byte> first, out ReadOnlySpan<byte> second) =>
            {
                first = messages[index].AsSpan(0, messages[index].Length / 3);
                second = messages[index].AsSpan(messages[index].Length / 3);
            },
            hashes);
        return messages.Select((message, i) => SHA256.HashData(message).AsSpan().SequenceEqual(hashes.AsSpan(i * 32, 32))).All(same => same);
    }

    private delegate void Compute(int count, ManyHashes.Message message, Span<byte> hashes);
}
