using System.Text;
using CsCheck;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Text;

/// <summary>Texts of sample lines, in all the ways in which lines are put together, and of what is no text.</summary>
internal static class RandomText
{
    private static readonly Gen<string> Sample = Gen.Select(Gen.Int[0, AllSamples.List.Count - 1], Gen.Int[0, 10_000], static (index, seed) =>
    {
        var sample = AllSamples.List[index];
        var dice = new Dice(seed);
        return dice.Pick([.. sample.Matches, .. sample.Misses])(dice).Replace("⟦", "").Replace("⟧", "");
    });

    private static readonly Gen<string> KeyBlock = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 4], OneOf(("", ""), ("INFO ", ""), ("    ", ""), ("{\"log\":\"", "\\n\",\"stream\":\"stdout\"}"), ("\u001b[32m", "\u001b[0m")), static (seed, lines, around) =>
    {
        var dice = new Dice(seed);
        var body = Enumerable.Range(0, lines).Select(_ => dice.Next(6) == 0 ? "a line of others" : dice.Of(Dice.Base64, dice.Pick(64, 64, 76, 40, 3)));
        return string.Join('\n', body.Prepend("-----BEGIN RSA PRIVATE KEY-----").Append("-----END RSA PRIVATE KEY-----").Select(line => around.Item1 + line + around.Item2));
    });

    private static readonly Gen<byte[]> Piece = Gen.Frequency(
        (6, Sample.Select(Encoding.UTF8.GetBytes)),
        (1, KeyBlock.Select(Encoding.UTF8.GetBytes)),
        (1, OneOf("[REDACTED:github-personal-access-token:0123456789abcdef]", "[REDACTED:", "\\u0041", "%3D", "password=", " ").Select(Encoding.UTF8.GetBytes)),
        (1, Sample.Select(static text => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))))),
        (1, Gen.Byte.Array[0, 40]),
        (1, Gen.Char.AlphaNumeric.Array[0, 60].Select(static text => Encoding.ASCII.GetBytes(text))));

    private static readonly Gen<byte[]> Separator = OneOf("\n"u8.ToArray(), "\r\n"u8.ToArray(), "\r"u8.ToArray(), " "u8.ToArray(), ""u8.ToArray(), "\n"u8.ToArray());

    internal static readonly Gen<byte[]> Any = Gen.Select(Piece, Separator, static (piece, separator) => (byte[])[.. piece, .. separator]).Array[0, 12]
        .Select(static pieces => pieces.SelectMany(static piece => piece).ToArray());

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
