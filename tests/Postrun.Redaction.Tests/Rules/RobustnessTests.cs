using System.Text;
using CsCheck;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Rules;

/// <summary>What holds of every detector, whatever the bytes.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Literals = [.. BuiltInRules.All.SelectMany(static rule => rule.Detector.Literals).Distinct()];

    /// <summary>What leads a detector far: its literals, pieces of its samples, the marks that it looks for, and bytes of any kind.</summary>
    private static readonly Gen<byte[]> Pieces = Gen.OneOf(
        Any(Literals),
        Gen.Select(Gen.Int[0, AllSamples.List.Count - 1], Gen.Int[0, 1000], Gen.Int[0, 20], Gen.Int[0, 200], Piece),
        Any(["=", ": \"", "' => '", "\\\"", "--", "%3D", "\u001b[31m", "eyJ", "://", "@", ".", "-", "\n", "\r\n"]),
        Gen.Byte.Array[0, 40]);

    private static readonly Gen<byte[]> Texts = Pieces.Array[1, 8].Select(static pieces => pieces.SelectMany(static piece => piece).ToArray());

    [Fact]
    public void No_detector_throws_and_what_it_finds_lies_within_the_line() => Texts.Sample(static text =>
    {
        foreach (var hit in ReferenceScanner.Scan(text, BuiltInRules.All))
        {
            hit.Start.ShouldBeGreaterThanOrEqualTo(0, hit.Rule.Id);
            hit.Length.ShouldBeGreaterThan(0, hit.Rule.Id);
            (hit.Start + hit.Length).ShouldBeLessThanOrEqualTo(text.Length, hit.Rule.Id);
            text.AsSpan(hit.Start, hit.Length).IndexOfAny((byte)'\n', (byte)'\r').ShouldBe(-1, hit.Rule.Id);
        }
    }, iter: 300);

    /// <summary>So that the property above is not held by finding nothing.</summary>
    [Fact]
    public void Such_texts_do_hold_what_rules_find()
    {
        var found = 0;
        Texts.Sample(text => Interlocked.Add(ref found, ReferenceScanner.Scan(text, BuiltInRules.All).Count), iter: 100, seed: "0000000000001");
        found.ShouldBeGreaterThan(0);
    }

    private static Gen<byte[]> Any(string[] choices) => Gen.Int[0, choices.Length - 1].Select(choice => Encoding.UTF8.GetBytes(choices[choice]));

    private static byte[] Piece(int sample, int seed, int from, int length)
    {
        var matches = AllSamples.List[sample].Matches;
        var line = matches[seed % matches.Length](new(seed)).Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(line).Skip(from).Take(length)];
    }
}
