namespace Postrun.Model.Tests;

public sealed class JournalReaderTests
{
    private static readonly byte[] Whole = SampleJournal.Of(SampleJournal.Frames);

    [Fact]
    public void A_journal_that_is_cut_at_any_byte_is_a_prefix_of_its_frames()
    {
        for (var cut = JournalFormat.Magic.Length; cut <= Whole.Length; cut++)
            ShouldBePrefix(Whole[..cut], cut == Whole.Length);
    }

    [Fact]
    public void Zeros_or_noise_behind_the_cut_are_no_frames()
    {
        var random = new Random(1);
        for (var cut = JournalFormat.Magic.Length; cut < Whole.Length; cut++)
        {
            var noise = new byte[64];
            ShouldBePrefix([.. Whole[..cut], .. noise], whole: false);
            random.NextBytes(noise);
            ShouldBePrefix([.. Whole[..cut], .. noise], whole: false);
        }
    }

    [Fact]
    public void A_flipped_bit_ends_the_journal_before_its_frame()
    {
        for (var at = JournalFormat.Magic.Length; at < Whole.Length; at++)
        {
            var bytes = Whole.ToArray();
            bytes[at] ^= (byte)(1 << (at % 8));
            ShouldBePrefix(bytes, whole: false);
        }
    }

    [Fact]
    public void A_journal_that_ends_within_its_magic_is_an_empty_one()
    {
        for (var cut = 0; cut <= JournalFormat.Magic.Length; cut++)
        {
            var reader = new JournalReader(new MemoryStream(Whole[..cut]));
            reader.Next().ShouldBeFalse();
            reader.End.ShouldBe(cut);
        }
    }

    [Fact]
    public void Another_magic_is_refused()
    {
        for (var at = 0; at < JournalFormat.Magic.Length; at++)
        {
            var other = Whole.ToArray();
            other[at] ^= 1;
            Should.Throw<InvalidDataException>(() => new JournalReader(new MemoryStream(other)));
            Should.Throw<InvalidDataException>(() => new JournalReader(new MemoryStream(other[..(at + 1)])));
        }
    }

    private static void ShouldBePrefix(byte[] bytes, bool whole)
    {
        var reader = new JournalReader(new MemoryStream(bytes));
        var count = 0;
        for (; reader.Next(); count++)
        {
            count.ShouldBeLessThan(SampleJournal.Frames.Count);
            reader.Kind.ShouldBe(SampleJournal.Frames[count].Kind);
            reader.Payload.SequenceEqual(SampleJournal.Frames[count].Payload).ShouldBeTrue();
            bytes.AsSpan((int)reader.Offset, reader.Length).SequenceEqual(reader.Payload).ShouldBeTrue();
        }
        (count == SampleJournal.Frames.Count).ShouldBe(whole);
        reader.End.ShouldBe(SampleJournal.Of(SampleJournal.Frames.Take(count)).Length);
    }
}
