using System.Text;
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

    internal static List<string> Found(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        return [.. Redacting.Of(Redacting.Redactor, bytes).Findings.Select(finding => Encoding.Latin1.GetString(bytes, (int)finding.Offset, finding.Length))];
    }
}
