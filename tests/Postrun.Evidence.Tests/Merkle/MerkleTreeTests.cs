using System.Security.Cryptography;
using CsCheck;

namespace Postrun.Evidence.Tests;

public sealed class MerkleTreeTests
{
    // The leaves and roots of the reference implementation's tests: certificate-transparency, merkletree/merkle_tree_test.cc.
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_published_roots_come_out_leaf_by_leaf()
    {
        using var tree = new MerkleTree();
        Convert.ToHexStringLower(tree.Root()).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (var i = 0; i < Leaves.Length; i++)
        {
            tree.Add(Convert.FromHexString(Leaves[i]));
            Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[i]);
        }
        tree.Count.ShouldBe(8);
    }

    [Fact]
    public void It_agrees_with_the_definition() =>
        Gen.Byte.Array[0, 700].Array[0, 40].Sample(leaves =>
        {
            using var tree = new MerkleTree();
            foreach (var leaf in leaves)
                tree.Add(leaf);
            return tree.Root().AsSpan().SequenceEqual(Naive(leaves));
        }, iter: 300);

    [Fact]
    public void A_leaf_costs_no_allocation()
    {
        using var tree = new MerkleTree();
        var leaf = new byte[100];
        // What the runtime allocates to compile the methods is not the tree's.
        for (var i = 0; i < 1_000; i++)
            tree.Add(leaf);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            tree.Add(leaf);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000, "less than a byte a leaf");
    }

    private static byte[] Naive(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return SHA256.HashData([0, .. leaves[0]]);
        var k = 1;
        while (k * 2 < leaves.Length)
            k *= 2;
        return SHA256.HashData([1, .. Naive(leaves[..k]), .. Naive(leaves[k..])]);
    }
}
