using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Ids of access keys of AWS name their account: 40 bits of the Base32 that follows the prefix of four characters.</summary>
internal static class AwsAccount
{
    private const int Prefix = 4;
    private const long Accounts = 1_000_000_000_000;

    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        var bits = 0L;
        for (var i = Prefix; i < value.Length; i++)
        {
            var digit = Digit(value[i]);
            if (digit < 0)
                return Verdict.Plausible;
            // Ten digits are 50 bits: the first is no part of the account.
            if (i < Prefix + 10)
                bits = (bits << 5) | (long)digit;
        }
        return ((bits >> 9) & 0xFF_FFFF_FFFF) < Accounts ? Verdict.Verified : Verdict.Plausible;
    }

    private static int Digit(byte value) => value switch
    {
        >= (byte)'A' and <= (byte)'Z' => value - 'A',
        >= (byte)'2' and <= (byte)'7' => value - '2' + 26,
        _ => -1,
    };
}
