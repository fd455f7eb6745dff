using CsCheck;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class RemovalBatchTests
{
    [Fact]
    public void What_is_added_is_in_the_frame_in_order_of_names() =>
        Gen.Byte[1, 255].Array[1, 255].Array[0, 200].Sample(names =>
        {
            using var batch = new RemovalBatch();
            foreach (var name in names)
                batch.Add(new() { Type = ItemType.RegularFile, Name = name, Step = 3, Size = name.Length, AllocatedBytes = 512, Links = 2, Inode = 7 });
            var frame = batch.ToFrame(1, "a/b"u8, 9).ToArray();
            var sorted = names.OrderBy(static name => new UnixPath(name)).ToArray();
            var reader = new JournalReader(new MemoryStream([.. JournalFormat.Magic, .. frame]));
            reader.Next().ShouldBeTrue();
            var payload = reader.Payload;
            var header = EntriesFrame.ReadHeader(ref payload);
            (header.Root, header.Inode, header.Count).ShouldBe((1, 9ul, names.Length));
            for (var i = 0; i < sorted.Length; i++)
            {
                var read = EntriesFrame.ReadEntry(ref payload);
                (read.Name.SequenceEqual(sorted[i]) && batch[i].Name.SequenceEqual(sorted[i]) && read.Size == sorted[i].Length).ShouldBeTrue();
            }
            return payload.IsEmpty && batch.Count == names.Length;
        }, iter: 200);

    [Fact]
    public void It_is_full_before_memory_grows_with_the_directory()
    {
        using var batch = new RemovalBatch();
        var count = 0;
        for (; !batch.IsFull; count++)
            batch.Add(new() { Type = ItemType.RegularFile, Name = new byte[] { 1, 2, 3 }, Step = 0, Size = 0, AllocatedBytes = 0, Links = 1, Inode = 0 });
        count.ShouldBeLessThanOrEqualTo(RemovalBatch.MaxEntries);
    }
}
