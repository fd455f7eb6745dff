using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Postrun.Redaction.Forms;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Scanning;

namespace Postrun.Redaction.Tests.Text;

/// <summary>Redacts line by line, slowly and in the plainest way, texts whose lines are shorter than what a candidate may see.</summary>
internal static partial class ReferenceRedactor
{
    private const int Deepest = 3;

    internal static string Redact(string text, IReadOnlyList<Rule> rules, byte[] key)
    {
        var output = new StringBuilder();
        var (inKey, lines) = (false, default(KeyLines));
        foreach (Match match in Lines().Matches(text))
        {
            var line = match.Groups["line"].Value;
            var hits = Scan(line, rules, depth: 0);
            if (inKey)
            {
                var kind = lines.Read(Bytes(Hidden(line)), out var body);
                if (kind == KeyLineKind.Body)
                    hits.Add((KeyBlock.Rule, body.Start.Value, body.End.Value, Confidence.Shape));
                inKey = kind != KeyLineKind.End && match.Groups["end"].Length > 0;
            }
            if (KeyBegins().Match(Hidden(line)) is { Success: true } begins && match.Groups["end"].Length > 0)
                (inKey, lines) = (true, KeyLines.OpenedBetween(Bytes(Hidden(line)[..begins.Index]), Bytes(begins.Groups["behind"].Value)));
            while (Replaced(line, hits, rules, key) is var replaced && replaced != line)
            {
                line = replaced;
                hits = Scan(line, rules, depth: 0);
            }
            output.Append(line).Append(match.Groups["end"].Value);
        }
        return output.ToString();
    }

    private static string Replaced(string line, List<(Rule Rule, int Start, int End, Confidence Confidence)> hits, IReadOnlyList<Rule> rules, byte[] key)
    {
        var (output, copied) = (new StringBuilder(), 0);
        foreach (var (rule, start, end) in Merge(hits, [.. Label().Matches(line).Select(static label => (label.Index, label.Index + label.Length))], rules))
        {
            output.Append(line[copied..start]).Append("[REDACTED:").Append(rule.Id).Append(':')
                .Append(Convert.ToHexStringLower(HMACSHA256.HashData(key, Bytes(line[start..end])))[..16]).Append(']');
            copied = end;
        }
        return output.Append(line[copied..]).ToString();
    }

    private static List<(Rule Rule, int Start, int End, Confidence Confidence)> Scan(string line, IReadOnlyList<Rule> rules, int depth)
    {
        var hidden = Hidden(line);
        var hits = ReferenceScanner.Scan(Bytes(hidden), rules).Select(static hit => (hit.Rule, hit.Start, hit.Start + hit.Length, hit.Confidence)).ToList();
        if (depth >= Deepest)
            return hits;
        foreach (Match run in Base64Runs().Matches(hidden))
            if (ShapeForms.IsBase64Run(Bytes(hidden), run.Index) && Decoded(run.Groups["run"].Value) is { } text && Scan(text, rules, depth + 1) is { Count: > 0 } within)
            {
                var best = Best(within, rules);
                hits.Add((best.Rule, run.Index, run.Index + run.Length, best.Confidence));
            }
        if (!Escapes.Literals.Any(escape => hidden.Contains(escape, StringComparison.OrdinalIgnoreCase)))
            return hits;
        var (decoded, places) = (new byte[hidden.Length], new int[hidden.Length]);
        var count = Escapes.Decode(Bytes(hidden), decoded, places);
        foreach (var (rule, start, end, confidence) in Scan(Encoding.Latin1.GetString(decoded, 0, count), rules, depth + 1))
        {
            var behind = places[end - 1] + Escapes.LengthAt(Bytes(hidden).AsSpan(places[end - 1]));
            if (behind - places[start] > end - start || places[start] > start)
                hits.Add((rule, places[start], behind, confidence));
        }
        return hits;
    }

    private static IEnumerable<(Rule Rule, int Start, int End)> Merge(List<(Rule Rule, int Start, int End, Confidence Confidence)> hits, List<(int Start, int End)> labels, IReadOnlyList<Rule> rules)
    {
        while (hits.Count > 0)
        {
            var start = hits.Min(static hit => hit.Start);
            var end = hits.Where(hit => hit.Start == start).Max(static hit => hit.End);
            List<(Rule Rule, int Start, int End, Confidence Confidence)> group;
            while ((group = hits.FindAll(hit => hit.Start < end)).Max(static hit => hit.End) > end)
                end = group.Max(static hit => hit.End);
            var from = start;
            foreach (var label in labels.Where(label => label.End > start && label.Start < end))
            {
                if (from < label.Start)
                    yield return (Best(group, rules).Rule, from, label.Start);
                from = label.End;
            }
            if (from < end)
                yield return (Best(group, rules).Rule, from, end);
            hits.RemoveAll(hit => hit.Start < end);
        }
    }

    private static (Rule Rule, int Start, int End, Confidence Confidence) Best(List<(Rule Rule, int Start, int End, Confidence Confidence)> hits, IReadOnlyList<Rule> rules)
    {
        var order = rules.Select(static (rule, index) => (rule, index)).ToDictionary(static pair => pair.rule, static pair => pair.index);
        return hits.OrderByDescending(static hit => RuleSet.Specificity(hit.Rule)).ThenByDescending(static hit => hit.Confidence)
            .ThenByDescending(static hit => hit.End - hit.Start).ThenBy(hit => order[hit.Rule]).First();
    }

    private static string Hidden(string line) => Label().Replace(line, static label => new((char)Labels.Neutral, label.Length));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string? Decoded(string run)
    {
        var whole = (run.Length % 4 == 1 ? run[..^1] : run).Replace('-', '+').Replace('_', '/');
        var text = Encoding.Latin1.GetString(Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '=')));
        return NotText().IsMatch(text[..Math.Min(text.Length, 24)]) ? null : text;
    }

    [GeneratedRegex(@"(?<line>[^\r\n]*)(?<end>[\r\n]|\z)")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\[REDACTED:[a-z0-9-]{1,96}:[0-9a-f]{16}(:[0-9A-Za-z._-]*)?\]")]
    private static partial Regex Label();

    [GeneratedRegex(@"-----BEGIN [^\r\n-]{0,43}?PRIVATE KEY( BLOCK)?-----(?<behind>([ \t""',\\>|#]*|(?![^\r\n]*-----END )[""'`\\<\x1b][^\r\n]*))\z", RegexOptions.RightToLeft)]
    private static partial Regex KeyBegins();

    [GeneratedRegex(@"(?<![0-9A-Za-z+/_-])(?<run>[0-9A-Za-z+/_-]{24,})(=|%3[dD]|\\u003[dD])*")]
    private static partial Regex Base64Runs();

    [GeneratedRegex(@"[^\t\n\r\x20-\x7E]")]
    private static partial Regex NotText();
}
