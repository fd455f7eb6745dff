using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Tests;

/// <summary>A path is shown without what a text would be redacted of.</summary>
public sealed class PathRedactorTests
{
    private static readonly RuleSet Rules = RuleSet.Of(BuiltInRules.All);

    private readonly PathRedactor _paths = new(new byte[32]);

    [Theory]
    [InlineData("clients/cpf-529.982.247-25.txt", @"^clients/cpf-\[REDACTED:br-cpf:[0-9a-f]{16}\]\.txt$")]
    [InlineData("529.982.247-25", @"^\[REDACTED:br-cpf:[0-9a-f]{16}\]$")]
    [InlineData("529.982.247-25/111.444.777-35.csv", @"^\[REDACTED:br-cpf:[0-9a-f]{16}\]/\[REDACTED:br-cpf:[0-9a-f]{16}\]\.csv$")]
    [InlineData("a\n529.982.247-25\nb", @"^a\n\[REDACTED:br-cpf:[0-9a-f]{16}\]\nb$")]
    [InlineData("logs/train-2024-05-01.log", "^logs/train-2024-05-01.log$")]
    public void A_value_in_it_becomes_a_label(string path, string shown) => Shown(Encoding.UTF8.GetBytes(path)).ShouldMatch(shown);

    [Fact]
    public void A_token_in_a_name_becomes_a_label()
    {
        var token = "AKIA" + "Q3EG5RMN7TWXKVZ2";
        var shown = Shown(Encoding.UTF8.GetBytes($"keys/{token}.log"));
        shown.ShouldNotContain(token);
        shown.ShouldStartWith("keys/[REDACTED:aws-");
    }

    /// <summary>Nothing is read into how a path begins: neither compression nor an encoding.</summary>
    [Theory]
    [InlineData(0x1F, 0x8B, 0x08)]
    [InlineData(0x28, 0xB5, 0x2F, 0xFD)]
    [InlineData(0xFF, 0xFE)]
    [InlineData(1, 2, 3, 4, 5, 6)]
    public void Other_bytes_stay(params int[] bytes)
    {
        byte[] path = [.. bytes.Select(static value => (byte)value), .. " 529.982.247-25"u8];
        var shown = _paths.Redact(Rules, path);
        shown.AsSpan(0, bytes.Length).SequenceEqual(path.AsSpan(0, bytes.Length)).ShouldBeTrue();
        Encoding.Latin1.GetString(shown).ShouldNotContain("529.982");
    }

    private string Shown(byte[] path) => Encoding.UTF8.GetString(_paths.Redact(Rules, path));
}
