using System.Text;
using CsCheck;
using Postrun.Redaction.Literals;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Tests.Literals;

public sealed class LiteralSearchTests
{
    private static readonly SearchPath[] Paths = [.. Enum.GetValues<SearchPath>().Where(static path => path <= LiteralSearch.Best)];

    private static readonly Gen<Literal> Literals = Gen.Select(Gen.Char["abAB_-1"].Array[3, 8], Gen.Bool, static (text, ignoreCase) => new Literal(new(text), ignoreCase));

    private static readonly Gen<byte[]> Texts = Gen.Frequency(
        (3, Gen.Char["abAB_-1 \n"].Select(static letter => (byte)letter).Array[0, 200]),
        (1, Gen.Byte.Array[0, 200]));

    [Fact]
    public void Every_path_finds_what_a_plain_search_finds() => Gen.Select(Literals.Array[1, 40], Texts).Sample((literals, text) =>
    {
        var search = new LiteralSearch(literals);
        var expected = Plain(literals, text);
        foreach (var path in Paths)
            Found(search, text, [0, text.Length], path).ShouldBe(expected, $"{path}");
    });

    [Fact]
    public void Searching_part_by_part_finds_the_same() => Gen.Select(Literals.Array[1, 40], Texts, Gen.Int[0, 200].Array[0, 4]).Sample((literals, text, cuts) =>
    {
        var search = new LiteralSearch(literals);
        int[] borders = [0, .. cuts.Select(cut => Math.Min(cut, text.Length)).Order(), text.Length];
        foreach (var path in Paths)
            Found(search, text, borders, path).ShouldBe(Plain(literals, text), $"{path}");
    });

    [Fact]
    public void The_literals_of_all_rules_are_found_wherever_they_stand()
    {
        Literal[] literals = [.. BuiltInRules.All.SelectMany(static rule => rule.Detector.Literals.Select(text => new Literal(text, rule.Detector.IgnoreCase)))];
        var search = new LiteralSearch(literals);
        for (var index = 0; index < literals.Length; index++)
            for (var before = 0; before < 70; before++)
            {
                var text = Encoding.ASCII.GetBytes(new string(' ', before) + literals[index].Text);
                foreach (var path in Paths)
                    Found(search, text, [0, text.Length], path).ShouldContain((before, index), $"{literals[index]} {path}");
            }
    }

    private static List<(int, int)> Found(LiteralSearch search, byte[] text, int[] borders, SearchPath path)
    {
        var hits = new List<LiteralHit>();
        for (var i = 1; i < borders.Length; i++)
            search.Find(text, borders[i - 1], borders[i], path, hits);
        return [.. hits.Select(static hit => (hit.At, hit.Index)).Order()];
    }

    private static List<(int, int)> Plain(Literal[] literals, byte[] text)
    {
        var hits = new List<(int, int)>();
        var characters = Encoding.Latin1.GetString(text);
        for (var index = 0; index < literals.Length; index++)
            for (var at = 0; at + literals[index].Text.Length <= characters.Length; at++)
                if (string.Compare(characters, at, literals[index].Text, 0, literals[index].Text.Length, literals[index].IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0)
                    hits.Add((at, index));
        hits.Sort();
        return hits;
    }
}
