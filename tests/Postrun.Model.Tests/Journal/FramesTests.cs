using CsCheck;

namespace Postrun.Model.Tests;

public sealed class FramesTests
{
    private static readonly Gen<byte[]> Name = Gen.Byte[1, 255].Array[0, 255];

    private static readonly Gen<ItemType> Type = Gen.Enum<ItemType>();

    [Fact]
    public void An_entry_is_read_as_it_was_written() =>
        Gen.Select(Type, Name, Gen.Int[0, int.MaxValue], Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue / 512], Gen.UInt, Gen.ULong, Gen.Bool)
            .Sample((type, name, step, size, blocks, links, inode, held) =>
            {
                var hash = held ? new byte[32] : [];
                var written = new RemovalEntry
                {
                    Type = type, Name = name, Step = step, Size = size, AllocatedBytes = blocks * 512, Links = links, Inode = inode, Held = held, Sha256 = hash,
                };
                var target = new byte[EntriesFrame.MaxEntryLength(name.Length)];
                var length = EntriesFrame.WriteEntry(target, written);
                var rest = (ReadOnlySpan<byte>)target.AsSpan(0, length);
                var read = EntriesFrame.ReadEntry(ref rest);
                var linked = links > 1 && type != ItemType.Directory;
                return rest.IsEmpty && read.Type == type && read.Name.SequenceEqual(name) && read.Step == step && read.Size == size
                    && read.AllocatedBytes == blocks * 512 && read.Links == (linked ? links : 1) && read.Inode == (linked ? inode : 0)
                    && read.Held == held && read.Sha256.SequenceEqual(hash);
            });

    [Fact]
    public void A_header_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte.Array[0, 5000], Gen.ULong, Gen.Int[0, int.MaxValue]).Sample((root, directory, inode, count) =>
        {
            var target = new byte[EntriesFrame.MaxHeaderLength(directory.Length)];
            var rest = (ReadOnlySpan<byte>)target.AsSpan(0, EntriesFrame.WriteHeader(target, root, directory, inode, count));
            var read = EntriesFrame.ReadHeader(ref rest);
            return rest.IsEmpty && read.Root == root && read.Directory.SequenceEqual(directory) && read.Inode == inode && read.Count == count;
        });

    [Fact]
    public void An_entry_that_is_cut_is_malformed() =>
        Name.Sample(name =>
        {
            var target = new byte[EntriesFrame.MaxEntryLength(name.Length)];
            var length = EntriesFrame.WriteEntry(target, new() { Type = ItemType.RegularFile, Name = name, Step = 300, Size = 1 << 20, AllocatedBytes = 1 << 20, Links = 2, Inode = 7, Sha256 = new byte[32] });
            for (var cut = 0; cut < length; cut++)
                Should.Throw<InvalidDataException>(() =>
                {
                    var rest = (ReadOnlySpan<byte>)target.AsSpan(0, cut);
                    EntriesFrame.ReadEntry(ref rest);
                });
        }, iter: 20);

    [Fact]
    public void What_is_left_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Name, Name, Gen.Int[0, int.MaxValue], Gen.Enum<LeftReason>(), Gen.String[Gen.Char['a', '\ud7ff'], 0, 100])
            .Sample((root, directory, name, step, reason, detail) =>
                new LeftFrame(root, new(directory), new(name), step, reason, detail) is var frame && LeftFrame.Read(frame.ToBytes()) == frame);

    [Fact]
    public void A_pin_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Name, Gen.ULong, Gen.Int[0, int.MaxValue])
            .Sample((root, path, inode, number) => new PinFrame(root, new(path), inode, number) is var frame && PinFrame.Read(frame.ToBytes()) == frame);

    [Fact]
    public void A_count_of_pins_is_read_as_it_was_written() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue])
            .Sample((pinned, unpinned) => new EvidenceProtection(pinned, unpinned) is var frame && EvidenceProtection.Read(frame.ToBytes()) == frame);

    [Fact]
    public void Frames_that_are_cut_or_random_are_malformed_at_worst() =>
        Gen.Byte.Array[0, 80].Sample(bytes =>
        {
            foreach (var read in new Action[] { () => LeftFrame.Read(bytes), () => PinFrame.Read(bytes), () => EvidenceProtection.Read(bytes), () => { var rest = (ReadOnlySpan<byte>)bytes; EntriesFrame.ReadHeader(ref rest); EntriesFrame.ReadEntry(ref rest); } })
                try
                {
                    read();
                }
                catch (InvalidDataException)
                {
                }
        });

    [Fact]
    public void A_document_that_no_reader_takes_is_not_written() =>
        Should.Throw<IOException>(static () => JournalFrame.Of(JournalFrameKind.Plan, new byte[JournalFormat.MaxPayload + 1]));
}
