using System.Text;
using CsCheck;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Text;

public sealed class TextRedactorTests
{
    [Fact]
    public void Where_a_text_is_cut_changes_nothing() => Gen.Select(RandomText.Any, Gen.Int[0, 2000].Array[0, 6]).Sample(static (text, cuts) =>
    {
        Same(Redacting.Of(text, cuts), Redacting.Of(text));
        Same(Redacting.Of(Redacting.Live, text, cuts).Output, Redacting.Of(Redacting.Live, text).Output);
    });

    [Fact]
    public void Byte_by_byte_gives_the_same() => RandomText.Any.Sample(static text =>
        Same(Redacting.Of(text, Enumerable.Range(0, text.Length)), Redacting.Of(text)), iter: 30);

    [Fact]
    public void What_is_redacted_is_what_a_plain_redactor_redacts() => RandomText.Any.Where(IsWithinReach).Sample(static text =>
        Same(Redacting.Of(Redacting.Live, text).Output, Encoding.Latin1.GetBytes(ReferenceRedactor.Redact(Encoding.Latin1.GetString(text), BuiltInRules.All, Redacting.Key))));

    [Fact]
    public void Redacting_twice_changes_nothing() => RandomText.Any.Sample(static text =>
    {
        var once = Redacting.Of(Redacting.Live, text).Output;
        Same(Redacting.Of(Redacting.Live, once).Output, once);
    });

    [Fact]
    public void Outside_the_findings_every_byte_stays() => RandomText.Any.Sample(static text =>
    {
        var (output, findings, summary) = Redacting.Of(Redacting.Live, text);
        summary.Length.ShouldBe(text.Length);
        if (findings.Count == 0)
            output.ShouldBe(text);
        else
            output.AsSpan(0, (int)findings[0].Offset).SequenceEqual(text.AsSpan(0, (int)findings[0].Offset)).ShouldBeTrue();
    });

    [Fact]
    public void What_overlaps_without_end_is_redacted_part_by_part()
    {
        var dice = new Dice(1);
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 8_000).Select(_ => $"docker-e%20SONAR_TOKEN%3D{dice.Of(Dice.Hexadecimal, 40)}%20--r")));
        var once = Redacting.Of(text);
        Encoding.ASCII.GetString(once).ShouldNotMatch("%3D[0-9a-f]{40}");
        Same(Redacting.Of(text, 1, 70_001, 300_000), once);
    }

    [Fact]
    public void What_is_encoded_for_a_url_is_found_in_it()
    {
        var dice = new Dice(1);
        foreach (var line in new[] { "password: '{0}'", "{{\"client_secret\":\"{0}\"}}", "api_key={0}" })
        {
            var secret = dice.Of(Dice.Base62, 31) + "5";
            Encoding.ASCII.GetString(Redacting.Of(Encoding.ASCII.GetBytes(Uri.EscapeDataString(string.Format(null, line, secret))))).ShouldNotContain(secret);
        }
    }

    [Fact]
    public void An_escape_further_down_hides_none_above()
    {
        var secret = new Dice(1).Of(Dice.Base62, 22);
        var text = $"POST%20https%3A%2F%2Fmaker.ifttt.com%2Ftrigger%2Frun%2Fwith%2Fkey%2F{secret}\nstep%3D1\nstep\\u003a 2\n";
        Encoding.ASCII.GetString(Redacting.Of(Encoding.ASCII.GetBytes(text))).ShouldNotContain(secret);
    }

    [Fact]
    public void The_last_line_alone_waits()
    {
        using var output = new MemoryStream();
        var text = Encoding.UTF8.GetBytes("step 1\nstep 2\nstep 3");
        Redacting.Live.Redact(new PiecewiseStream(text, 14, 17), new Watched(output, [0, 14, 14, 14, 20]), null, TestContext.Current.CancellationToken);
        output.ToArray().ShouldBe(text);
    }

    /// <summary>What overlaps without end is cut, and cut alike wherever the text is.</summary>
    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.", 10_000)]
    [InlineData("password=", 40_000)]
    [InlineData("1.", 200_000)]
    [InlineData("[REDACTED:x:0123456789abcdef:", 20_000)]
    [InlineData("ghp_", 60_000)]
    [InlineData("&quot;password\\/a%253D", 20_000)]
    [InlineData("\u001b[1m\\x1b]8;", 40_000)]
    public void One_piece_over_and_over_is_survived(string piece, int times)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, times)));
        Same(Redacting.Of(text, 1, 1000, 70_000, 100_000), Redacting.Of(text));
    }

    [Fact]
    public void A_line_of_a_key_is_redacted_however_long_it_is()
    {
        var text = Encoding.ASCII.GetBytes($"-----BEGIN PRIVATE KEY-----\n{new string('A', 40_000)}\n-----END PRIVATE KEY-----\n");
        var once = Encoding.ASCII.GetString(Redacting.Of(text, 20_000));
        once.ShouldNotContain("AAAA");
        Same(Redacting.Of(Encoding.ASCII.GetBytes(once)), Encoding.ASCII.GetBytes(once));
    }

    /// <summary>The plain redactor sees whole lines: only those are compared of which the fast one sees as much.</summary>
    private static bool IsWithinReach(byte[] text) => Encoding.Latin1.GetString(text).Split('\n', '\r').All(static line =>
        line.Length < (Escapes.Literals.Any(escape => line.Contains(escape, StringComparison.OrdinalIgnoreCase)) ? Candidate.Before : 3000));

    private static void Same(byte[] actual, byte[] expected) =>
        actual.AsSpan().SequenceEqual(expected).ShouldBeTrue($"{Encoding.Latin1.GetString(actual)}\n--- is not ---\n{Encoding.Latin1.GetString(expected)}");

    /// <summary>Holds how much has been written at each flush against what is expected.</summary>
    private sealed class Watched(MemoryStream inner, int[] expected) : Stream
    {
        private int _flushes;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override void Flush() => inner.Length.ShouldBe(expected[Math.Min(++_flushes, expected.Length - 1)]);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
