namespace Postrun.Redaction.Tests.Samples;

/// <summary>Where the random parts of samples come from: no token that looks alive stands in the repository.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    internal const string Digits = "0123456789";
    internal const string Lower = "abcdefghijklmnopqrstuvwxyz";
    internal const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    internal const string Hexadecimal = "0123456789abcdef";
    internal const string Base62 = Digits + Upper + Lower;
    internal const string Base64 = Upper + Lower + Digits + "+/";
    internal const string Base64Url = Upper + Lower + Digits + "-_";
    internal const string Base32 = Upper + "234567";

    internal int Next(int below) => _random.Next(below);

    internal T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    internal string Of(string alphabet, int length) => string.Create(length, (alphabet, _random), static (text, source) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = source.alphabet[source._random.Next(source.alphabet.Length)];
    });

    internal string Of(string alphabet, int least, int most) => Of(alphabet, _random.Next(least, most + 1));

    internal byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
