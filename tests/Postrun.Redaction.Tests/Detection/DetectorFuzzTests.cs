using CsCheck;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Tests.Detection;

public sealed class DetectorFuzzTests
{
    private static readonly string[] s_parts =
    [
        "\"", "'", "\\\"", " = ", ": ", "=", "=>", "(", ")", ",", "[", "]", "{", "}", "<", ">", "@", "://", ":", ".", "-", "value=", "%3D", "$", "${", "-----END ",
        "PRIVATE KEY-----", "login ", " password ", "Basic ", "eyJhbGciOiJIUzI1NiJ9.", "Server=", ";", "AbCdEf0123456789GhIjKl", "user", "\"d\":\"", "\\",
    ];

    private static readonly Gen<byte[]> s_noise = Gen.OneOf(
        Gen.Byte.Where(static each => each is not ((byte)'\n' or (byte)'\r')).Array[0, 60],
        Gen.Int[0, s_parts.Length - 1].Select(static i => s_parts[i]).Array[0, 12].Select(static parts => System.Text.Encoding.ASCII.GetBytes(string.Concat(parts))));

    /// <summary>What a shape leads to relies on it, and is not asked where there is none.</summary>
    public static TheoryData<string> Ids() => [.. BuiltInRules.All.Where(static rule => rule.Detector.Shape == Shape.None).Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_bytes_around_a_literal_are_survived_and_hits_lie_within_the_text(string id)
    {
        var rule = BuiltInRules.All.Single(rule => rule.Id == id);
        string[] leads = [.. rule.Detector.Literals];
        Gen.Select(s_noise, Gen.Int[0, leads.Length - 1].Select(i => leads[i]), s_noise).Sample((before, literal, after) =>
        {
            byte[] text = [.. before, .. System.Text.Encoding.ASCII.GetBytes(literal), .. after];
            if (rule.Detector.TryFind(new Candidate(text, before.Length, literal.Length), out var hit))
                (hit.Start >= 0 && hit.Length > 0 && hit.Start + hit.Length <= text.Length).ShouldBeTrue();
            rule.TryFind(new Candidate(text, before.Length, literal.Length), out _);
        }, iter: 300, threads: 1);
    }
}
