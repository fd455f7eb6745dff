using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Samples;

/// <summary>Samples of values that stand where values of their kind stand, and of what is nearly one.</summary>
internal static class Sampled
{
    /// <summary>A value that its own bytes give away. Half of it, or one that a longer word ends with, is none.</summary>
    internal static RuleSample Token(string rule, Func<Dice, string> value) => new(rule,
        [
            dice => $"export CREDENTIAL=⟦{value(dice)}⟧",
            dice => $$"""{"step": {{dice.Next(9000)}}, "value": "⟦{{value(dice)}}⟧", "loss": 0.25}""",
            dice => $"  value: ⟦{value(dice)}⟧ # of the run",
            dice => $"WARNING retrying with '⟦{value(dice)}⟧', attempt {dice.Next(9)}",
        ],
        [
            dice => value(dice) is var whole ? $"export CREDENTIAL={whole[..(whole.Length / 2)]}" : "",
            dice => $"digest=x{value(dice)}",
        ]);

    /// <summary>A value that only the name beside it gives away.</summary>
    internal static RuleSample Assigned(string rule, string name, Func<Dice, string> value) => new(rule,
        [
            dice => $"export {name}=⟦{value(dice)}⟧",
            dice => $"\"{name}\": \"⟦{value(dice)}⟧\", \"step\": {dice.Next(9000)}",
            dice => $"  {name.ToLowerInvariant()}: ⟦{value(dice)}⟧",
        ],
        [
            dice => value(dice) is var whole ? $"export {name}={whole[..(whole.Length / 2)]}" : "",
            dice => $"the digest of step {dice.Next(9000)} is {value(dice)}",
            dice => $"{name} was read before {value(dice)}",
        ]);

    internal static string Uuid(Dice dice) => new Guid(dice.Bytes(16)).ToString("D", CultureInfo.InvariantCulture);

    internal static string GitHub(Dice dice, string prefix, int length)
    {
        var body = dice.Of(Dice.Base62, length);
        var checksum = new byte[6];
        Base62.Write(Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body)), checksum);
        return prefix + body + Encoding.ASCII.GetString(checksum);
    }

    internal static string Bech32Text(Dice dice, string word)
    {
        var body = $"{word}1{dice.Of(Encoding.ASCII.GetString(Bech32.Digits), 52)}";
        var remainder = Bech32.Remainder(Encoding.ASCII.GetBytes(body + "qqqqqq")) ^ 1;
        return body + string.Concat(Enumerable.Range(0, Bech32.Checksum).Select(i => (char)Bech32.Digits[(int)(remainder >> (5 * (5 - i))) & 31]));
    }
}
