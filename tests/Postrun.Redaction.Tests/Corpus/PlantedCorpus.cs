using System.Text;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>A text of which it is known what is to be found: by turns a value that is planted, and something that is nearly one.</summary>
internal sealed class PlantedCorpus
{
    private const char Open = '⟦';
    private const char Close = '⟧';

    private static readonly (string Rule, Func<Dice, string> Line)[] Misses =
        [.. AllSamples.List.SelectMany(static sample => sample.Misses.Select(line => (sample.Rule, line)))];

    private readonly List<byte> _text = [];
    private readonly List<CorpusEntry> _entries = [];

    private PlantedCorpus(int count, int seed)
    {
        var dice = new Dice(seed);
        for (var i = 0; i < count; i++)
        {
            if (i % 2 == 0)
                AddPlanted(dice, i / 2);
            else
                AddNearMiss(dice, i / 2);
        }
    }

    internal byte[] Text => [.. _text];

    internal IReadOnlyList<CorpusEntry> Entries => _entries;

    /// <summary>So many entries; the same ones of the same seed.</summary>
    internal static PlantedCorpus Of(int count, int seed) => new(count, seed);

    private void AddPlanted(Dice dice, int turn)
    {
        var rules = AllSamples.List;
        var (place, round) = (turn % (rules.Count + 1), turn / (rules.Count + 1));
        if (place == rules.Count)
        {
            Add(KeyBlock.Rule.Id, PrivateKey(dice), nearRule: null);
            return;
        }
        var matches = rules[place].Matches;
        // Every sample of a rule comes to stand in every context: one goes on by one, the other by the rest.
        Add(rules[place].Rule, LineContexts.Around(dice, matches[round % matches.Length](dice), round + (round / matches.Length) + place), nearRule: null);
    }

    private void AddNearMiss(Dice dice, int turn)
    {
        var round = turn / 4;
        switch (turn % 4)
        {
            case 0 or 1:
                var (rule, line) = Misses[(turn / 4 * 2 + turn % 4) % Misses.Length];
                Add("nearly a value", line(dice), rule);
                break;
            case 2:
                var (kind, make) = NearMisses.All[round % NearMisses.All.Length];
                Add(kind, make(dice), nearRule: null);
                break;
            default:
                Add("ordinary", OrdinaryLogs.Line(dice, round), nearRule: null);
                break;
        }
    }

    private void Add(string kind, string marked, string? nearRule)
    {
        var start = _text.Count;
        var (open, close) = (marked.IndexOf(Open, StringComparison.Ordinal), marked.IndexOf(Close, StringComparison.Ordinal));
        var value = default(Range?);
        if (open >= 0)
        {
            Write(marked[..open]);
            var from = _text.Count;
            Write(marked[(open + 1)..close]);
            value = from.._text.Count;
        }
        Write(marked[(close + 1)..]);
        _entries.Add(new(kind, start.._text.Count, value, nearRule));
        Write("\n");
    }

    private void Write(string text) => _text.AddRange(Encoding.UTF8.GetBytes(text));

    /// <summary>Of a body the first line is told of as a finding, though every line is redacted.</summary>
    private static string PrivateKey(Dice dice)
    {
        var prefix = dice.Pick("", "    ", "INFO | ");
        var kind = dice.Pick("RSA ", "EC ", "OPENSSH ", "");
        string[] body = [$"{Open}{dice.Of(Dice.Base64, 64)}{Close}", dice.Of(Dice.Base64, 64), dice.Of(Dice.Base64, 50) + "=="];
        return string.Join('\n', [$"{prefix}-----BEGIN {kind}PRIVATE KEY-----", .. body.Select(line => prefix + line), $"{prefix}-----END {kind}PRIVATE KEY-----"]);
    }
}
