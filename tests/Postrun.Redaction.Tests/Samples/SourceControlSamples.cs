using System.IO.Hashing;
using System.Text;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Samples;

internal static class SourceControlSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new("github-personal-access-token",
            [
                static dice => $"remote: https://github.com GITHUB_TOKEN=⟦{GitHub(dice, "ghp_", 30)}⟧",
                static dice => $$"""{"token": "⟦{{GitHub(dice, "ghp_", 30)}}⟧", "step": 3}""",
            ],
            [
                static dice => $"token ghp_{dice.Of(Dice.Base62, 35)} is too short",
                static _ => "use ghp_YOUR_TOKEN_HERE",
            ]),
    ];

    private static string GitHub(Dice dice, string prefix, int length)
    {
        var body = dice.Of(Dice.Base62, length);
        var checksum = new byte[6];
        Base62.Write(Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body)), checksum);
        return prefix + body + Encoding.ASCII.GetString(checksum);
    }
}
