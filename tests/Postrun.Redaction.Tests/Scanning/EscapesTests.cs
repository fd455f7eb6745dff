using System.Text;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Scanning;

/// <summary>What is written so that a reader sees it and a plain search does not.</summary>
public sealed class EscapesTests
{
    [Theory]
    [InlineData("{0}[32mpassword{0}[0m={0}[33mhunter22x{0}[0m")]
    [InlineData("{0}[1;36m\"password\"{0}[0m{0}[90m:{0}[0m {0}[38;5;208m\"hunter22x\"{0}[0m")]
    [InlineData("{0}[38:5:208mpassword{0}[m={0}(B{0}[mhunter22x{0}[K")]
    [InlineData("{0}]8;;https://wiki.test/password{0}\\password{0}]8;;{0}\\={0}[?25lhunter22x{0}[0m")]
    [InlineData("{0}[1mpass{0}[0mword: {0}[1mhunter22x{0}[0m ok")]
    public void What_is_coloured_is_found_as_without_colours(string line)
    {
        foreach (var escape in new[] { "\u001b", @"\u001b", @"\x1b", @"\033", @"\\u001b" })
            Found(string.Format(null, line, escape)).ShouldBe(["hunter22x"], escape);
    }

    [Fact]
    public void A_value_coloured_within_is_found_from_its_first_to_its_last_byte() =>
        Found("password=\u001b[33mhunter\u001b[1m22x\u001b[0m").ShouldBe(["hunter\u001b[1m22x"]);

    [Fact]
    public void Colours_alone_make_nothing_of_an_ordinary_line() =>
        Found("\u001b[32mINFO\u001b[0m step=\u001b[33m1200\u001b[0m loss=\u001b[36m0.2513\u001b[0m password \u001b[2mis not set\u001b[0m").ShouldBeEmpty();

    [Theory]
    [InlineData("\u001b]8;")]
    [InlineData("\u001b[0;")]
    [InlineData("\\x1b]\\")]
    public void Sequences_without_end_are_read_once(string piece)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, 100_000)));
        Redacting.Of(text, 1000, 70_000).ShouldBe(text);
    }

    [Theory]
    [InlineData("<td>{{&quot;password&quot;:&quot;{0}&quot;}}</td>")]
    [InlineData("<a href=\"/login?user=bot&amp;password={0}&amp;next=1\">")]
    [InlineData("<pre>password=&#39;{0}&#39;</pre>")]
    [InlineData("GET /login?next=%252Fhome%253Fpassword%253D{0} HTTP/1.1")]
    [InlineData("{{\"log\":\"{{\\\\\\\"msg\\\\\\\":\\\\\\\"{{\\\\\\\\\\\\\\\"password\\\\\\\\\\\\\\\":\\\\\\\\\\\\\\\"{0}\\\\\\\\\\\\\\\"}}\\\\\\\"}}\"}}")]
    public void What_is_escaped_once_more_is_found(string line) => Found(string.Format(null, line, "hunter22x")).ShouldBe(["hunter22x"]);

    [Fact]
    public void A_slash_that_is_escaped_is_part_of_the_value()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var dice = new Dice(seed);
            var secret = $"{dice.Of(Dice.Base62, 12)}\\/{dice.Of(Dice.Base62, 14)}\\/{dice.Of(Dice.Base62, 11)}7Z";
            Found($"{{\"client_secret\":\"{secret}\",\"step\":1}}").ShouldBe([secret]);
            Found($"{{\"aws_secret_access_key\":\"{secret}\",\"step\":1}}").ShouldBe([secret]);
        }
    }

    [Theory]
    [InlineData(76, @"\r\n")]
    [InlineData(76, @"\n")]
    [InlineData(64, @"\n")]
    public void Base64_that_is_wrapped_within_a_string_is_decoded_as_one(int width, string lineFeed)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var dice = new Dice(seed);
            var text = $"{dice.Of(Dice.Lower, 30, 60)} the token of the run is ghp_{dice.Of(Dice.Base62, 36)} and {dice.Of(Dice.Lower, 30, 60)}";
            var signs = Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
            var wrapped = string.Join(lineFeed, signs.Chunk(width).Select(static line => new string(line)));
            Found($"{{\"body\":\"{wrapped}\",\"step\":1}}").ShouldBe([wrapped]);
        }
    }

    internal static List<string> Found(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        return [.. Redacting.Of(Redacting.Redactor, bytes).Findings.Select(finding => Encoding.Latin1.GetString(bytes, (int)finding.Offset, finding.Length))];
    }
}
