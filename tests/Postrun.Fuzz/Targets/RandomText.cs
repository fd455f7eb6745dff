using System.Text;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Fuzz;

/// <summary>Texts of sample lines, whole, encoded and damaged, and of what scanners stumble over.</summary>
internal static class RandomText
{
    private const string Around = " \t\r\n\"'=:,;/\\<>()[]{}";

    private static readonly string[] Marks =
    [
        "\n", "\r\n", "\r", " ", "\"", "'", "\\", "=", ": ", "://", "@", "%", "%3D", "%3a%2f%2f", "\\u0041", "\\u00", ":\\/\\/", "\0", "é", "█", "--", "-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----\n", "\n-----END RSA PRIVATE KEY-----",
        "[REDACTED:", "[REDACTED:generic-password:0123456789abcdef]", "[REDACTED:generic-password:0123456789abcdef:", "password=", "token: ", "Authorization: Bearer ", "AKIA", "ghp_", "eyJ", "000201", "cpf ", "+55 11 ", "1111 ", "2804:14c:", "||", "_", "\u0085",
    ];

    public static byte[] Make(Random random)
    {
        var text = new List<byte>();
        for (var pieces = random.Next(1, 10); pieces > 0; pieces--)
            text.AddRange(Piece(random));
        for (var damages = random.Next(8); damages > 0; damages--)
            Damage(text, random);
        // More than is read at a time, now and then.
        if (random.Next(60) == 0 && text.Count is > 0 and < 20_000)
            return [.. Enumerable.Repeat(text, 1 + (600_000 / text.Count)).SelectMany(static copy => copy)];
        return random.Next(40) == 0 ? Encoding.Unicode.GetBytes("\ufeff" + Encoding.Latin1.GetString([.. text])) : [.. text];
    }

    private static byte[] Piece(Random random) => random.Next(12) switch
    {
        0 => [.. Enumerable.Range(0, random.Next(60)).Select(_ => (byte)random.Next(256))],
        1 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Marks[random.Next(Marks.Length)], random.Next(1, random.Next(20) == 0 ? 8_000 : 20)))),
        2 => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Line(random))) + "\n"),
        3 => Encoding.ASCII.GetBytes(Uri.EscapeDataString(Line(random)) + "&"),
        4 => Encoding.ASCII.GetBytes(string.Concat(Line(random).Select(static letter => char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : $"\\u{(int)letter:x4}"))),
        5 => Encoding.ASCII.GetBytes(new Dice(random.Next()).Of(random.Next(2) == 0 ? Dice.Base64 : Dice.Digits, 1, random.Next(30) == 0 ? 70_000 : 400)),
        _ => Encoding.UTF8.GetBytes(Line(random) + (random.Next(4) == 0 ? $"{Around[random.Next(Around.Length)]}" : "\n")),
    };

    private static string Line(Random random)
    {
        var sample = AllSamples.List[random.Next(AllSamples.List.Count)];
        var lines = random.Next(4) == 0 ? sample.Misses : sample.Matches;
        return lines[random.Next(lines.Length)](new(random.Next())).Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
    }

    private static void Damage(List<byte> text, Random random)
    {
        var at = random.Next(text.Count + 1);
        var length = Math.Min(random.Next(1, 40), text.Count - at);
        switch (random.Next(6))
        {
            case 0:
                text.RemoveRange(at, length);
                break;
            case 1:
                text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                break;
            case 2 when at < text.Count:
                text[at] = (byte)random.Next(256);
                break;
            case 3 when at < text.Count:
                text[at] = (byte)Around[random.Next(Around.Length)];
                break;
            case 4 when text.IndexOf((byte)'\n') is >= 0 and var end:
                text.RemoveAt(end);
                break;
            default:
                text.InsertRange(at, Encoding.UTF8.GetBytes(Marks[random.Next(Marks.Length)]));
                break;
        }
    }
}
