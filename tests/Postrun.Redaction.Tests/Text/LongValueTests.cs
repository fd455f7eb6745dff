using System.Text;
using System.Text.Json;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests.Text;

/// <summary>Of a value that is longer than what a rule sees of a line, nothing stays.</summary>
public sealed class LongValueTests
{
    private const int Length = 40_000;

    private static readonly string Value = new Dice(3).Of(Dice.Base62, Length);

    public static readonly TheoryData<string, string> Lines = new()
    {
        { "password={0} after", " after" },
        { "secret_key: {0}, after", ", after" },
        { "password=\"{0}\" after", "\" after" },
        { "{{\"password\": \"{0}\", \"after\": 1}}", "\", \"after\": 1}" },
        { "\"{{\\\"password\\\": \\\"{0}\\\", \\\"after\\\": 1}}\"", "\\\", \\\"after\\\": 1}\"" },
        { "Authorization: Bearer {0} after", " after" },
        { "session " + Convert.ToBase64String("{\"alg\":\"HS256\"}"u8).TrimEnd('=') + ".{0}.abcdefghijk after", " after" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void It_is_replaced_whole_and_what_follows_stays(string line, string after)
    {
        var text = Encoding.UTF8.GetBytes($"before\n{string.Format(null, line, Value)}\nnext {new Dice(9).Of(Dice.Base62, 12)}\n");
        var once = Redacting.Of(text);
        var lines = Encoding.UTF8.GetString(once).Split('\n');
        lines[1].ShouldMatch($@"^[^\[]*\[REDACTED:[a-z-]+:[0-9a-f]{{16}}\]{System.Text.RegularExpressions.Regex.Escape(after)}$");
        lines[2].ShouldStartWith("next ");
        Redacting.Of(once).ShouldBe(once);
        foreach (var cuts in new[] { [1, 300, 16_500, 16_600, 20_000], Enumerable.Range(1, 50).Select(static i => i * 801), Enumerable.Range(0, 41_000) })
            Redacting.Of(text, cuts).ShouldBe(once);
    }

    /// <summary>A private key as a string of JSON has its line feeds as escapes.</summary>
    [Fact]
    public void A_private_key_on_one_line_is_replaced_whole()
    {
        var key = $"-----BEGIN RSA PRIVATE KEY-----\n{string.Join('\n', Value.Chunk(64).Select(static line => new string(line)))}\n-----END RSA PRIVATE KEY-----\n";
        foreach (var line in new[] { $"{{\"data\": {JsonSerializer.Serialize(key)}, \"after\": 1}}", JsonSerializer.Serialize($"{{\"data\": {JsonSerializer.Serialize(key)}, \"after\": 1}}").Replace("\\u0022", "\\\"", StringComparison.Ordinal) })
        {
            var output = Encoding.UTF8.GetString(Redacting.Of(Encoding.UTF8.GetBytes(line)));
            output.ShouldMatch("""^"?{\\?"data\\?": \\?"\[REDACTED:[a-z-]+:[0-9a-f]{16}\]\\?", \\?"after\\?": 1}"?$""");
        }
    }

    [Fact]
    public void A_quotation_mark_in_it_does_not_end_it()
    {
        var text = $"password=\"{Value[..20_000]}\\\"{Value[20_000..]}\\\\\" after";
        var once = Redacting.Of(Encoding.UTF8.GetBytes(text));
        Encoding.UTF8.GetString(once).ShouldMatch(@"^password=""\[REDACTED:[a-z-]+:[0-9a-f]{16}\]"" after$");
        Redacting.Of(Encoding.UTF8.GetBytes(text), Enumerable.Range(19_990, 30)).ShouldBe(once);
    }

    [Theory]
    [InlineData(RedactionForm.Remove, 0)]
    [InlineData(RedactionForm.Mask, Length)]
    public void A_form_holds_for_all_of_it(RedactionForm form, int expected)
    {
        var redactor = new TextRedactor(Redacting.Redactor.Rules, Redacting.Redactor.Options with { FormOf = _ => form });
        Encoding.UTF8.GetString(Redacting.Of(redactor, Encoding.UTF8.GetBytes($"password={Value} after")).Output).ShouldBe($"password={new string('*', expected)} after");
    }

    [Fact]
    public void What_follows_a_value_that_a_rule_saw_to_its_end_stays()
    {
        var text = $"password=\"{Value[..5000]}\" after, password={Value[..3000]} after";
        Encoding.UTF8.GetString(Redacting.Of(Encoding.UTF8.GetBytes(text))).ShouldMatch(@"^password=""\[REDACTED:[^]]+\]"" after, password=\[REDACTED:[^]]+\] after$");
    }

    [Fact]
    public void However_long_it_is_it_takes_no_more_memory()
    {
        const int Megabytes = 32;
        Redacting.Redactor.Redact(new Repeating(1), Stream.Null, each: null, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var output = new MemoryStream();
        Redacting.Redactor.Redact(new Repeating(Megabytes), output, each: null, TestContext.Current.CancellationToken);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
        output.Length.ShouldBeLessThan(100);
    }

    /// <summary><c>password=</c>, and a value of so many megabytes.</summary>
    private sealed class Repeating(int megabytes) : MemoryStream
    {
        private static readonly byte[] Block = Encoding.ASCII.GetBytes(new Dice(5).Of(Dice.Base62, 1 << 16));
        private long _at;

        public override int Read(Span<byte> buffer)
        {
            var name = "password="u8;
            if (_at == 0)
            {
                name.CopyTo(buffer);
                _at = name.Length;
                return name.Length;
            }
            var count = (int)Math.Min(Math.Min(buffer.Length, Block.Length), ((long)megabytes << 20) - _at);
            Block.AsSpan(0, Math.Max(count, 0)).CopyTo(buffer);
            _at += Math.Max(count, 0);
            return Math.Max(count, 0);
        }
    }
}
