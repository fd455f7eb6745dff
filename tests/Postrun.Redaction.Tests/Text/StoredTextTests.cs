using System.IO.Compression;
using System.Text;
using CsCheck;
using Postrun.Redaction.Text;
using Postrun.Redaction.Tests.Samples;
using ZstdSharp;

namespace Postrun.Redaction.Tests.Text;

/// <summary>Texts that are compressed, or not UTF-8.</summary>
public sealed class StoredTextTests
{
    private static readonly Encoding Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);

    [Fact]
    public void A_gzip_log_is_redacted_within() => RandomText.Any.Where(static text => text.Length > 0).Sample(static text =>
    {
        var (output, _, summary) = Redacting.Of(Redacting.Redactor, Gzip(text));
        Same(Gunzip(output), Expected(text));
        summary.Compression.ShouldBe(TextCompression.Gzip);
    }, iter: 200);

    [Fact]
    public void A_zstandard_log_is_redacted_within() => RandomText.Any.Where(static text => text.Length > 0).Sample(static text =>
    {
        var (output, _, summary) = Redacting.Of(Redacting.Redactor, new Compressor().Wrap(text).ToArray());
        Same(new Decompressor().Unwrap(output).ToArray(), Expected(text));
        summary.Compression.ShouldBe(TextCompression.Zstandard);
    }, iter: 200);

    [Fact]
    public void Several_gzip_members_are_one_text()
    {
        var text = Encoding.UTF8.GetBytes(Sample());
        var halves = new[] { text[..20], text[20..] };
        Same(Gunzip(Redacting.Of([.. Gzip(halves[0]), .. Gzip(halves[1])])), Redacting.Of(text));
    }

    [Fact]
    public void A_damaged_archive_is_an_error()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sample(), 50)));
        var (archive, frame) = (Gzip(text), new Compressor().Wrap(text).ToArray());
        byte[][] damaged = [[.. archive, .. "and more"u8], [.. archive, 0, 0, 0], archive[..(archive.Length / 2)], [.. archive[..^6], 0, 0, .. archive[^4..]], frame[..(frame.Length / 2)], [.. frame[..4], 0xFF, .. frame[5..]]];
        foreach (var input in damaged)
            Should.Throw<InvalidDataException>(() => Redacting.Of(input));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Utf16_is_redacted_as_utf16(bool bigEndian, bool mark)
    {
        var encoding = bigEndian ? Big : Little;
        var text = (mark ? "\uFEFF" : "") + Sample() + "\n";
        var (output, findings, summary) = Redacting.Of(Redacting.Redactor, encoding.GetBytes(text), 1, 7, 30, 31);
        findings.ShouldHaveSingleItem();
        summary.Kind.ShouldBe(bigEndian ? TextKind.Utf16BigEndian : TextKind.Utf16LittleEndian);
        encoding.GetString(output).ShouldBe(Encoding.UTF8.GetString(Redacting.Of(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Utf16_without_findings_stays_as_it_is_even_where_it_is_broken() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Bool, Gen.Int[0, 300].Array[0, 3]).Sample(static (rest, bigEndian, cuts) =>
        {
            byte[] text = bigEndian ? [0xFE, 0xFF, .. rest] : [0xFF, 0xFE, .. rest];
            Redacting.Of(text, cuts).ShouldBe(text);
        });

    [Fact]
    public void Binary_data_is_copied_and_not_looked_into()
    {
        var random = new Dice(1).Bytes(50_000);
        var (output, findings, summary) = Redacting.Of(Redacting.Redactor, [.. random, .. Encoding.UTF8.GetBytes(Sample())]);
        summary.Kind.ShouldBe(TextKind.Binary);
        findings.ShouldBeEmpty();
        output.Length.ShouldBe(random.Length + Encoding.UTF8.GetByteCount(Sample()));
    }

    /// <summary>What rotates a log while it is written to leaves zeros at its beginning.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(9000)]
    public void A_log_that_begins_with_zeros_is_a_text(int zeros)
    {
        byte[] text = [.. new byte[zeros], .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("step 1 loss 0.25\n", 20)) + Sample())];
        Redacting.Of(Redacting.Redactor, text).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_few_zeros_make_no_text_binary()
    {
        var text = Encoding.UTF8.GetBytes("\0\0\0\0" + string.Concat(Enumerable.Repeat("step 1 loss 0.25\n", 20)) + Sample());
        Redacting.Of(Redacting.Redactor, text).Findings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Skippable_frames_are_passed_over(int length)
    {
        byte[] skippable = [0x5A, 0x2A, 0x4D, 0x18, (byte)length, (byte)(length >> 8), (byte)(length >> 16), 0, .. new byte[length]];
        using var compressor = new ZstdSharp.Compressor();
        var frame = compressor.Wrap(Encoding.UTF8.GetBytes(Sample() + "\n")).ToArray();
        var (output, findings, summary) = Redacting.Of(Redacting.Redactor, [.. skippable, .. frame, .. skippable, .. frame, .. skippable]);
        summary.Compression.ShouldBe(TextCompression.Zstandard);
        findings.Count.ShouldBe(2);
        using var decompressor = new ZstdSharp.Decompressor();
        Same(decompressor.Unwrap(output).ToArray(), Expected(Encoding.UTF8.GetBytes(Sample() + "\n" + Sample() + "\n")));
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    [InlineData(27, false)]
    public void A_window_of_more_than_8_mebibytes_is_refused(int log, bool isRead)
    {
        using var memory = new MemoryStream();
        using (var stream = new ZstdSharp.CompressionStream(memory, leaveOpen: true))
        {
            stream.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_windowLog, log);
            stream.Write(Encoding.UTF8.GetBytes(Sample() + "\n"));
        }
        if (isRead)
            Redacting.Of(Redacting.Redactor, memory.ToArray()).Findings.ShouldHaveSingleItem();
        else
            Should.Throw<InvalidDataException>(() => Redacting.Of(Redacting.Redactor, memory.ToArray())).Message.ShouldContain("more than 8 MiB");
    }

    private static string Sample() => SourceControlSamples.All.First().Matches[0](new Dice(3)).Replace("⟦", "").Replace("⟧", "");

    /// <summary>What a text becomes that is known to be one: what is compressed is looked at as a whole.</summary>
    private static byte[] Expected(byte[] text) => Redacting.Of(text);

    private static void Same(byte[] actual, byte[] expected) => actual.AsSpan().SequenceEqual(expected).ShouldBeTrue();

    private static byte[] Gzip(byte[] text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(text);
        return memory.ToArray();
    }

    private static byte[] Gunzip(byte[] text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(text), CompressionMode.Decompress))
            gzip.CopyTo(memory);
        return memory.ToArray();
    }
}
