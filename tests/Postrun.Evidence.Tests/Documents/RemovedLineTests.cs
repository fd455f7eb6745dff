using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

public sealed class RemovedLineTests
{
    private static readonly byte[] Hash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_plain_line_is_what_the_document_says() =>
        Line(new() { Path = "/w/tmp/x"u8, Type = ItemType.RegularFile, Size = 1024, Freed = 4096, Round = 0, Step = 3 })
            .ShouldBe("""{"path":"/w/tmp/x","type":"file","size":1024,"freed":4096,"round":0,"step":3}""");

    [Fact]
    public void What_is_optional_stands_last() =>
        Line(new() { Path = "/w/tmp"u8, Name = "x"u8, Type = ItemType.RegularFile, Size = 1, Freed = 0, Round = 1, Step = 0, Held = true, Sha256 = Hash })
            .ShouldBe("""{"path":"/w/tmp/x","type":"file","size":1,"freed":0,"round":1,"step":0,"held":true,"sha256":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"}""");

    [Fact]
    public void The_root_directory_is_joined_with_one_slash() =>
        Line(new() { Path = "/"u8, Name = "x"u8, Type = ItemType.Fifo, Size = 0, Freed = 0, Round = 0, Step = 0 }).ShouldStartWith("""{"path":"/x","type":"fifo",""");

    [Fact]
    public void Any_bytes_come_back() =>
        Gen.Select(Gen.OneOf(Gen.Byte[1, 255], Gen.Byte[32, 126], Pick((byte)'\\', (byte)'"', (byte)0xC3, (byte)0xA9)).Array[0, 60],
            Gen.Enum<ItemType>(), Gen.Long, Gen.Bool).Sample((bytes, type, size, held) =>
        {
            var writer = new ArrayBufferWriter<byte>();
            var length = RemovedLine.Write(writer, new() { Path = "/r"u8, Name = bytes, Type = type, Size = size, Freed = size, Round = 2, Step = 7, Held = held, Sha256 = held ? Hash : [] });
            writer.WrittenSpan[length].ShouldBe((byte)'\n');
            RemovedLine.TryParse(writer.WrittenSpan[..length], out var record).ShouldBeTrue();
            var path = new UnixPath("/r"u8).Join(bytes);
            record.ShouldBe(new() { Path = path, Type = type, Size = size, Freed = size, Round = 2, Step = 7, Held = held, Sha256 = held ? Convert.ToHexStringLower(Hash) : null });
            // The text is that of the path type, whatever wrote it.
            JsonDocument.Parse(writer.WrittenMemory[..length]).RootElement.GetProperty("path").GetString().ShouldBe(path.ToString());
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"path":1,"type":"file","size":1,"freed":4,"round":0,"step":3}""")]
    [InlineData("""{"path":"/w","type":"File","size":1,"freed":4,"round":0,"step":3}""")]
    [InlineData("""{"path":"/w","type":"file","size":1.5,"freed":4,"round":0,"step":3}""")]
    [InlineData("""{"path":"/w","type":"file","size":1,"freed":4,"round":0}""")]
    [InlineData("""{"path":"/w","type":"file","size":1,"freed":4,"round":0,"step":3,"x":1}""")]
    [InlineData("""{"path":"/w","type":"file","size":1,"freed":4,"round":0,"step":3} """)]
    [InlineData("""{"path":"/w","type":"file","size":1,"freed":4,"round":0,"step":3,"held":false}""")]
    [InlineData("""{"path":"/w","type":"file","size":1,"freed":4,"round":0,"step":3,"sha256":"zz"}""")]
    [InlineData("""{"path":"\\x4","type":"file","size":1,"freed":4,"round":0,"step":3}""")]
    [InlineData("""{"path":"\ud800","type":"file","size":1,"freed":4,"round":0,"step":3}""")]
    public void What_is_not_a_line_is_refused(string line) => RemovedLine.TryParse(Encoding.UTF8.GetBytes(line), out _).ShouldBeFalse();

    [Fact]
    public void Noise_is_refused_without_an_exception() => Gen.Byte.Array[0, 200].Sample(noise => !RemovedLine.TryParse(noise, out _));

    private static Gen<byte> Pick(params byte[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Line(RemovedEntry entry)
    {
        var writer = new ArrayBufferWriter<byte>();
        var length = RemovedLine.Write(writer, entry);
        return Encoding.UTF8.GetString(writer.WrittenSpan[..length]);
    }
}
