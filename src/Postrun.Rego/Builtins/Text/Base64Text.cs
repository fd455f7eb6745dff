namespace Postrun.Rego;

/// <summary>Base 64 as Go reads it: line ends are skipped, padding is required, spare bits may be set.</summary>
internal static class Base64Text
{
    private const string Standard = "+/";
    private const string UrlSafe = "-_";

    /// <param name="wrong">Where the first wrong byte stands.</param>
    public static bool TryDecode(string text, bool url, out byte[] bytes, out int wrong)
    {
        var result = new byte[text.Length / 4 * 3 + 3];
        int length = 0, held = 0, bits = 0, padding = 0;
        bytes = [];
        for (wrong = 0; wrong < text.Length; wrong++)
        {
            var c = text[wrong];
            if (c is '\r' or '\n')
                continue;
            if (c == '=')
            {
                padding++;
                if (held + padding > 4 || held < 2)
                    return false;
                continue;
            }
            var digit = Digit(c, url ? UrlSafe : Standard);
            if (digit < 0 || padding > 0)
                return false;
            bits = (bits << 6) | digit;
            held++;
            if (held == 4)
            {
                (result[length], result[length + 1], result[length + 2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                (length, held, bits) = (length + 3, 0, 0);
            }
        }
        if (held > 0 && held + padding != 4)
        {
            wrong -= held;
            return false;
        }
        if (held > 0)
        {
            bits <<= 6 * (4 - held);
            result[length++] = (byte)(bits >> 16);
            if (held == 3)
                result[length++] = (byte)(bits >> 8);
        }
        bytes = result[..length];
        return true;
    }

    private static int Digit(char c, string extra) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        _ => extra.IndexOf(c) is >= 0 and var index ? 62 + index : -1,
    };
}
