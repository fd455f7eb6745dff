using System.Text;
using CsCheck;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Tests.Scanning;

public sealed class ShapeSearchTests
{
    private static readonly string[] Whole =
    [
        "someone@host", "8.8.4.4", "1.22.333.44", "2001:db8::1", "2a00:1450:4001:80b::", "2a00:1450:4001:80b:0:0:0:200e", "00:1a:2B:3c:4D:5e", "00-1a-2B-3c-4D-5e", "+55", "(11) 9", "(212)5",
        "11 91234-5678", "11-91234-5678", "123456789", "123-45-6789", "123 45 6789", "1234567890", "212-555-0100", "212.555.0100", "212 555 0100",
        "(212) 555-0100", "(212)555-0100", "12345678901", "123.456.789-01", "123.45678.90-1", "123456789-01", "12 345 678 901", "123456789012345",
        "123 4567 8901 2345", "1 23 45 67 890 123 45", "1 23 45 2A 890 123 45", "41111111111111", "4111111111111111", "4111 1111 1111 1111",
        "3782-822463-10005", "3852 000002 3237", "12.345.678-9", "1.234.567-X", "12.ABC.345/01DE-35", "01310-100", "12345678Z", "X1234567-L",
        "DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19", "FR14 2004 1010 0505", "MT84 MALT 0110 0001 2345", "RSSMRA85T10A562S",
        "Zm9vYmFyMTIzQmF6UXV4MTIzNDU2", "/usr/lib/python3/Distributed0Strategy", "d41d8cd98f00b204e9800998ecf8427e", "c3-Zm9_YmFyMTIzQmF6UXV4MTIz",
        "2026-11-24 12:00:00,123", "2026:12:34:56 +0000", "1.0e+05", "12:34:56:78:90:12:34", "0.1234", "1.2.3.4.5",
    ];

    private const string Alphabet = "0123456789012345678901234567890123456789..--  ::@+()/_ABXZaefg=,\n\u00e9";

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Int[0, Whole.Length - 1].Select(static index => Whole[index])),
        (2, Gen.String[Gen.Char[Alphabet], 0, 12]),
        (2, Gen.String[Gen.Char["  -.:,=_x9\n"], 0, 1]),
        (1, Gen.String[Gen.Char["ABCdef0189+/"], 10, 60]),
        (1, Gen.Char["x .0"].Select(Gen.Int[1, 70], static (each, count) => new string(each, count))));

    private static readonly Gen<byte[]> Text = Piece.Array[0, 30].Select(static pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    public static TheoryData<string> Widths() => [.. Enum.GetNames<ShapeWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Masks_find_what_the_definitions_say_between_any_borders(string width) =>
        Gen.Select(Text, Gen.Double.Unit, Gen.Double.Unit).Sample((text, one, other) =>
        {
            var (from, to) = ((int)(Math.Min(one, other) * text.Length), (int)Math.Ceiling(Math.Max(one, other) * text.Length));
            Found(text, from, to, width).ShouldBe(NaiveShapes.Find(text, from, to), Encoding.Latin1.GetString(text));
        }, iter: 1_500);

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_shape_is_found_wherever_blocks_of_bytes_end(string width)
    {
        foreach (var shape in Whole)
            for (var before = 0; before <= 300; before += before is < 60 or > 250 ? 1 : 13)
            {
                var text = Encoding.ASCII.GetBytes(new string(',', before) + shape + ",");
                Found(text, 0, text.Length, width).ShouldBe(NaiveShapes.Find(text, 0, text.Length), shape);
            }
    }

    [Fact]
    public void Every_shape_is_found_in_one_of_the_samples()
    {
        var text = Encoding.ASCII.GetBytes(string.Join(',', Whole));
        Found(text, 0, text.Length, nameof(ShapeWidth.ThirtyTwo)).Select(static hit => hit.Shape).Distinct().Order()
            .ShouldBe(Enum.GetValues<Shape>().Where(static shape => shape != Shape.None));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Parts_find_together_what_the_whole_does(string width) =>
        Gen.Select(Text, Gen.Int[1, 200]).Sample((text, part) =>
        {
            var hits = new List<ShapeHit>();
            for (var at = 0; at < text.Length; at += part)
                ShapeSearch.Find(text, at, Math.Min(text.Length, at + part), hits, Enum.Parse<ShapeWidth>(width));
            hits.ShouldBe(Found(text, 0, text.Length, width));
        }, iter: 500);

    [Fact]
    public void A_line_of_training_is_no_candidate()
    {
        var text = "2026-11-24 12:00:00,123 INFO step=1234 loss=0.1234 lr=1.0e-04 tokens/s=123456 gpu_mem=40.12GiB\n"u8;
        Found(text.ToArray(), 0, text.Length, nameof(ShapeWidth.ThirtyTwo)).ShouldBeEmpty();
    }

    private static List<ShapeHit> Found(byte[] text, int from, int to, string width)
    {
        var hits = new List<ShapeHit>();
        ShapeSearch.Find(text, from, to, hits, Enum.Parse<ShapeWidth>(width));
        return hits;
    }
}
