using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class ChecksumTests
{
    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    [Fact]
    public void The_vectors_of_Bech32_hold_and_their_neighbours_do_not()
    {
        Bech32.Judge("A12UEL5L"u8).ShouldBe(Verdict.Verified);
        Bech32.Judge("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"u8).ShouldBe(Verdict.Verified);
        Bech32.Judge("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxq"u8).ShouldBe(Verdict.Plausible);
        Bech32.Judge("nodigits"u8).ShouldBe(Verdict.Plausible);
    }

    [Fact]
    public void A_fine_grained_token_ends_with_its_checksum()
    {
        var body = Bytes($"github_pat_{new Dice(1).Of(Dice.Base62, 22)}_{new Dice(2).Of(Dice.Base62, 51)}");
        var checksum = new byte[GitHubFineGrainedToken.Checksum];
        GitHubFineGrainedToken.Write(body, checksum);
        GitHubFineGrainedToken.Judge([.. body, .. checksum]).ShouldBe(Verdict.Verified);
        body[^1] ^= 1;
        GitHubFineGrainedToken.Judge([.. body, .. checksum]).ShouldBe(Verdict.Plausible);
    }

    [Fact]
    public void An_access_key_of_AWS_names_an_account_of_twelve_digits()
    {
        AwsAccount.Judge(Bytes("AKIA" + "QAAAAAAAAAAAAAAA")).ShouldBe(Verdict.Verified);
        AwsAccount.Judge(Bytes("AKIA" + "77777777777777AA")).ShouldBe(Verdict.Plausible);
        AwsAccount.Judge(Bytes("AKIA" + "QAAAAAAAAAAAAA01")).ShouldBe(Verdict.Plausible);
    }

    [Fact]
    public void A_pair_in_Base64_has_a_colon_between()
    {
        Base64Text.HoldsPair(Bytes(Convert.ToBase64String(Bytes("user:word")))).ShouldBeTrue();
        Base64Text.HoldsPair(Bytes(Convert.ToBase64String(Bytes("user:")))).ShouldBeFalse();
        Base64Text.HoldsPair(Bytes(Convert.ToBase64String([1, 2, (byte)':', 4, 5, 6]))).ShouldBeFalse();
        Base64Text.HoldsPair("no"u8).ShouldBeFalse();
    }

    [Fact]
    public void Entropy_is_the_logarithm_of_the_count_where_all_bytes_differ()
    {
        Entropy.Of("abcdefgh"u8).ShouldBe(3, 1e-9);
        Entropy.Of("aaaaaaaa"u8).ShouldBe(0, 1e-9);
    }
}
