using System.Collections.Concurrent;
using System.Text;

namespace Postrun.Linux.Tests;

public sealed class TreeWalkTests
{
    private sealed class Seen
    {
        public int Entered;
        public int Left;
        public int ChildrenLeft;
        public int Children;
    }

    private sealed class Walk(WorkerPool pool, int maxOpen = 256, Func<byte[], bool>? fails = null, bool acquires = false) : TreeWalk<Seen>(pool, maxOpen)
    {
        public ConcurrentBag<Seen> All { get; } = [];

        public ConcurrentBag<(string Path, Errno Error)> Errors { get; } = [];

        public int MostDescriptors;

        protected override void Enter(TreeNode<Seen> node, DirectoryHandle directory, in FileStat stat, PinnedBuffer buffer)
        {
            All.Add(node.State);
            Interlocked.Increment(ref node.State.Entered).ShouldBe(1);
            if (fails?.Invoke(node.Name) == true)
                throw new InvalidOperationException("an error in Enter");
            var reader = new DirectoryReader(directory, buffer);
            while (reader.Next())
                if (reader.Type is 4 or 10)
                {
                    Interlocked.Increment(ref node.State.Children);
                    Descend(node, reader.Name, new());
                }
        }

        protected override void Leave(TreeNode<Seen> node)
        {
            Interlocked.Increment(ref node.State.Left).ShouldBe(1);
            node.State.ChildrenLeft.ShouldBe(node.State.Children);
            if (node.Parent is not { } parent)
                return;
            Interlocked.Increment(ref parent.State.ChildrenLeft);
            if (!acquires)
                return;
            Acquire(parent, out var directory).ShouldBe(Errno.None);
            directory!.StatSelf(out var stat).ShouldBe(Errno.None);
            stat.Inode.ShouldBe(parent.Inode);
            Release(parent);
            var open = Directory.GetFileSystemEntries("/proc/self/fd").Length;
            if (open > MostDescriptors)
                MostDescriptors = open;
        }

        protected override void NotEntered(TreeNode<Seen> node, Errno error)
        {
            Errors.Add((Encoding.UTF8.GetString(node.RelativePath()), error));
            Interlocked.Increment(ref node.Parent!.State.ChildrenLeft);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deep_tree_is_walked_with_few_descriptors(bool openAt2)
    {
        using var scratch = new Scratch();
        var current = scratch.Handle;
        for (var depth = 0; depth < 3_000; depth++)
        {
            current.MakeDirectory("d"u8, 0b111_101_101);
            current.OpenBeneath("d"u8, false, out var next);
            if (!ReferenceEquals(current, scratch.Handle))
                current.Dispose();
            current = next!;
        }
        current.Dispose();
        Kernel.PretendOpenAt2(openAt2);
        try
        {
            var before = Directory.GetFileSystemEntries("/proc/self/fd").Length;
            using var pool = new WorkerPool();
            using var walk = new Walk(pool, maxOpen: 32, acquires: true);
            Run(pool, walk, scratch);
            walk.All.Count.ShouldBe(3_001);
            walk.All.ShouldAllBe(seen => seen.Left == 1);
            walk.MostDescriptors.ShouldBeLessThan(before + 60);
            Directory.GetFileSystemEntries("/proc/self/fd").Length.ShouldBeLessThanOrEqualTo(before + 32);
        }
        finally
        {
            Kernel.PretendOpenAt2(true);
        }
    }

    [Fact]
    public void A_wide_tree_is_left_from_the_leaves()
    {
        using var scratch = new Scratch();
        for (var i = 0; i < 500; i++)
            Directory.CreateDirectory(scratch.At($"a{i % 10}/b{i % 50}/c{i}"));
        using var pool = new WorkerPool();
        using var walk = new Walk(pool, maxOpen: 4, acquires: true);
        Run(pool, walk, scratch);
        walk.All.Count.ShouldBe(1 + 10 + 50 + 500);
        walk.All.ShouldAllBe(seen => seen.Entered == 1 && seen.Left == 1);
    }

    [Fact]
    public void Links_and_what_vanished_are_not_entered()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.At("d"));
        Directory.CreateSymbolicLink(scratch.At("link"), "/etc");
        using var pool = new WorkerPool();
        using var walk = new Walk(pool);
        Run(pool, walk, scratch);
        walk.All.Count.ShouldBe(2);
        walk.Errors.ShouldHaveSingleItem().ShouldBe(("link", Errno.ELOOP));
    }

    [Fact]
    public void An_error_in_Enter_surfaces_and_hangs_nothing()
    {
        using var scratch = new Scratch();
        for (var i = 0; i < 100; i++)
            Directory.CreateDirectory(scratch.At($"a{i}/b"));
        using var pool = new WorkerPool();
        using var walk = new Walk(pool, fails: static name => name is [(byte)'a', (byte)'7']);
        Should.Throw<AggregateException>(() => Run(pool, walk, scratch)).InnerException.ShouldBeOfType<InvalidOperationException>();
        walk.All.Count.ShouldBe(1 + 100 + 99);
        walk.All.ShouldAllBe(seen => seen.Left == 1);
    }

    private static void Run(WorkerPool pool, Walk walk, Scratch scratch)
    {
        scratch.Handle.OpenAgain(out var root).ShouldBe(Errno.None);
        walk.AddRoot(root!, new()).ShouldBe(Errno.None);
        pool.Run();
    }
}
