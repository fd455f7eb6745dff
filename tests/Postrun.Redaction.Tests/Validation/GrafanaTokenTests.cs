using System.IO.Hashing;
using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class GrafanaTokenTests
{
    [Fact]
    public void A_checksum_that_holds_verifies_the_token() => Judge(Body(), static checksum => checksum).ShouldBe(Verdict.Verified);

    [Fact]
    public void One_that_does_not_leaves_it_plausible() => Judge(Body(), static checksum => checksum ^ 1).ShouldBe(Verdict.Plausible);

    private static string Body() => $"glsa_{new Dice(1).Of(Dice.Base62, 32)}";

    private static Verdict Judge(string body, Func<uint, uint> change)
    {
        var checksum = change(Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body)));
        return GrafanaToken.Judge(Encoding.ASCII.GetBytes($"{body}_{Convert.ToHexStringLower(BitConverter.GetBytes(checksum))}"));
    }
}
