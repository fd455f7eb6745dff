using System.Text;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Scanning;

/// <summary>Private keys over several lines, as logs and programs write them.</summary>
public sealed class KeyLinesTests
{
    private const int FullLines = 12;

    private static readonly Func<Dice, int, string, string>[] s_forms =
    [
        static (_, _, line) => line,
        static (_, _, line) => $"      {line}",
        static (_, _, line) => $"> {line}",
        static (_, _, line) => $"{{\"log\":\"{line}\\n\",\"stream\":\"stdout\",\"time\":\"2026-01-02T03:04:05.678901234Z\"}}",
        static (_, _, line) => $"{{\"level\":\"info\",\"msg\":\"{line.Replace("/", "\\/", StringComparison.Ordinal)}\",\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}}",
        static (dice, at, line) => $"2026-01-02T03:04:{at + 10}.{dice.Of(Dice.Digits, 3, 9)}Z {line}",
        static (dice, at, line) => $"2026-01-02T03:04:{at + 10}.{dice.Of(Dice.Digits, 3, 9)}Z stdout F {line}",
        static (_, at, line) => $"[rank{at % 4}]: INFO 03:04:{at + 10},678 loader.py:88 {line}",
        static (_, _, line) => $"\u001b[32m{line}\u001b[0m",
        static (_, at, line) => $"\u001b[2m03:04:{at + 10}\u001b[0m \u001b[33m{line}\u001b[0m",
        static (_, _, line) => $"    \"{line}\\n\" +",
        static (_, _, line) => $"    b'{line}\\n'",
        static (_, _, line) => $"    '{line}',",
        static (_, _, line) => $"web-1  | {line}",
    ];

    [Fact]
    public void Of_a_key_no_line_stays_however_it_is_wrapped()
    {
        for (var form = 0; form < s_forms.Length; form++)
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var body = Body(new(seed));
                var log = Log(form, seed, body);
                var text = Redacted(log);
                body.Where(line => text.Contains(line, StringComparison.Ordinal) || text.Contains(line.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal)).ShouldBeEmpty($"{form} {seed}: {text}");
                Findings(log).ShouldBe(1, $"{form} {seed}");
            }
        }
    }

    [Theory]
    [InlineData(" \"", "\", \"", "\",")]
    [InlineData("", " ", "")]
    [InlineData("| ", " | ", " |")]
    public void Of_a_line_with_two_parts_of_a_key_neither_stays(string before, string between, string behind)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var body = Body(new(seed)).Where(static line => line.Length == 64).ToArray();
            var text = new StringBuilder("-----BEGIN RSA PRIVATE KEY-----\n");
            for (var at = 0; at + 1 < body.Length; at += 2)
                text.Append(before).Append(body[at]).Append(between).Append(body[at + 1]).Append(behind).Append('\n');
            var log = text.Append("-----END RSA PRIVATE KEY-----\n").ToString();
            var redacted = Redacted(log);
            body[..(body.Length / 2 * 2)].Where(line => redacted.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty(redacted);
            Redacted(redacted).ShouldBe(redacted);
        }
    }

    [Fact]
    public void A_key_goes_on_behind_lines_of_others_and_those_stay()
    {
        string[] others =
        [
            "step=120 loss=2.3021 tokens/s=104233", "INFO Downloading shards: done", "", "Traceback (most recent call last):",
            "  File \"/usr/lib/python3/dist-packages/torch/nn/modules/module.py\", line 1518, in _call_impl", "sha256 4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736",
            "{\"log\":\"loading checkpoint\\n\",\"stream\":\"stderr\",\"time\":\"2026-01-02T03:04:05.678901234Z\"}",
        ];
        for (var form = 0; form < s_forms.Length; form++)
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var dice = new Dice(seed);
                var body = Body(dice);
                var lines = Log(form, seed, body).Split('\n').ToList();
                string[] between = [.. Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => dice.Pick<string>(others))];
                lines.InsertRange(1 + dice.Next(FullLines + 1), between);
                lines.Insert(1 + dice.Next(lines.Count - 1), dice.Pick<string>(others));
                var text = Redacted(string.Join('\n', lines));
                body.Where(line => text.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty($"{form} {seed}: {text}");
                between.Where(line => !text.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty($"{form} {seed}: {text}");
            }
        }
    }

    [Fact]
    public void What_follows_a_title_without_a_key_stays()
    {
        var text = "if text.startswith(\"-----BEGIN RSA PRIVATE KEY-----\"):\n    return load(text)\nstep=1 loss=2.1\n"
            + string.Concat(Enumerable.Range(0, 12).Select(static step => $"INFO step {step} done\n")) + $"INFO {new Dice(1).Of(Dice.Base62, 64)}\n";
        Redacted(text).ShouldBe(text);
    }

    /// <summary>Full lines, and a shorter one.</summary>
    private static string[] Body(Dice dice) =>
        [.. Enumerable.Range(0, FullLines).Select(_ => dice.Of(Dice.Base64, 64)), dice.Of(Dice.Base64, 4 * (1 + dice.Next(8))) + dice.Of(Dice.Base64, 2) + "=="];

    private static string Log(int form, int seed, string[] body)
    {
        var dice = new Dice(seed);
        return string.Join('\n', body.Prepend("-----BEGIN RSA PRIVATE KEY-----").Append("-----END RSA PRIVATE KEY-----").Select((line, at) => s_forms[form](dice, at, line)));
    }

    private static string Redacted(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var once = Redacting.Of(bytes);
        Redacting.Of(bytes, 70, 300, 700, 900).ShouldBe(once);
        return Encoding.ASCII.GetString(once);
    }

    private static int Findings(string text) => Redacting.Of(Redacting.Redactor, Encoding.ASCII.GetBytes(text)).Findings.Count;
}
