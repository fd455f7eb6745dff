using CsCheck;

namespace Postrun.Planning.Tests;

/// <summary>Whatever the bytes: a descriptor, or an error with a line; never an exception, never both.</summary>
public sealed class DescriptorFuzzTests
{
    private static readonly byte[] Full = File.ReadAllBytes(Path.Combine(DescriptorSamples.Folder("valid"), "full.yaml"));

    private static readonly Gen<string> Token = Gen.OneOf(
        "\n", "\n  ", " ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "&a", "*a", "!", "!!str", "%", "@", "`", "#", "---", "...",
        "\t", "\r", "\\", "\\ud800", "\\x00", "${", "}", "$$", "${RUN_ID}", "${EMPTY}", "..", "/", "~", "run", "workspace", "roots", "apiVersion: postrun.dev/v1\n", "evidence", "\u2028", "\ufffd", "0", "RET-", "a");

    private static void Check(byte[] yaml)
    {
        var result = DescriptorSamples.Read(yaml);
        result.Errors.IsEmpty.ShouldBe(result.Descriptor is not null);
        foreach (var error in result.Errors)
        {
            error.Line.ShouldBeGreaterThan(0);
            error.Column.ShouldBeGreaterThan(0);
            error.Message.ShouldNotBeNullOrWhiteSpace();
            error.Message.Any(char.IsControl).ShouldBeFalse();
        }
    }

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 200].Sample(Check, iter: 5000);

    [Fact]
    public void Random_tokens() => Token.Array[0, 40].Sample(tokens => Check(System.Text.Encoding.UTF8.GetBytes(string.Concat(tokens))), iter: 10_000);

    [Fact]
    public void Mutated_bytes() =>
        Gen.Select(Gen.Int[0, Full.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            var yaml = (byte[])Full.Clone();
            foreach (var (position, value) in changes)
                yaml[position] = value;
            Check(yaml);
        }, iter: 3000);

    [Fact]
    public void Inserted_tokens() =>
        Gen.Select(Gen.Int[0, Full.Length], Token).Sample((position, token) =>
            Check([.. Full[..position], .. System.Text.Encoding.UTF8.GetBytes(token), .. Full[position..]]), iter: 3000);

    [Fact]
    public void Cut_anywhere()
    {
        for (var length = 0; length < Full.Length; length++)
            Check(Full[..length]);
    }

    [Fact]
    public void Each_line_removed_or_doubled()
    {
        var lines = System.Text.Encoding.UTF8.GetString(Full).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            Check(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, j) => j != i))));
            Check(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.SelectMany((line, j) => j == i ? [line, line] : new[] { line }))));
        }
    }
}
