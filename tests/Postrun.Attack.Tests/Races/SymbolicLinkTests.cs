namespace Postrun.Attack.Tests;

public sealed class SymbolicLinkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_component_that_turns_into_a_link_leads_nowhere(int depth)
    {
        using var arena = new Arena();
        var above = arena.At(string.Join('/', Enumerable.Range(1, depth - 1).Select(static n => $"d{n}")));
        Race.Run(arena, () => Fill(arena, above, depth), "exchange", [Path.Combine(above, $"d{depth}"), Path.Combine(above, "swap")]);
    }

    [Fact]
    public void All_components_at_once_lead_nowhere()
    {
        using var arena = new Arena();
        var pairs = new List<string>();
        for (var (depth, above) = (1, arena.Root); depth <= 5; above = Path.Combine(above, $"d{depth}"), depth++)
            pairs.AddRange([Path.Combine(above, $"d{depth}"), Path.Combine(above, "swap")]);
        Race.Run(arena, () =>
        {
            for (var (depth, above) = (1, arena.Root); depth <= 5; above = Path.Combine(above, $"d{depth}"), depth++)
                Fill(arena, above, depth);
        }, "exchange", pairs);
    }

    [Fact]
    public void A_file_that_turns_into_a_link_is_not_followed()
    {
        using var arena = new Arena();
        Race.Run(arena, () =>
        {
            arena.Evidence("reports/a.json");
            arena.Residue("d1", 200);
            File.CreateSymbolicLink(arena.At("swap"), Path.Combine(arena.Sentinels.Root, "f1"));
        }, "exchange", [arena.At("d1/f100"), arena.At("swap")]);
    }

    [Fact]
    public void Content_that_is_hashed_is_not_read_through_a_link()
    {
        using var arena = new Arena();
        arena.Describe(confirmation: "hashed");
        Race.Run(arena, () =>
        {
            arena.Evidence("reports/a.json");
            arena.Residue("d1", 200);
            Tool.Must("mkfifo", arena.At("swap"));
        }, "exchange", [arena.At("d1/f100"), arena.At("swap")]);
    }

    private static void Fill(Arena arena, string above, int depth)
    {
        arena.Evidence("reports/a.json");
        arena.Residue("d1/d2/d3/d4/d5");
        for (var level = 1; level < 5; level++)
            arena.Residue(string.Join('/', Enumerable.Range(1, level).Select(static n => $"d{n}")), 20);
        var target = Path.Combine([depth % 2 == 0 ? arena.Sentinels.Root : arena.Sentinels.Attackers, .. Enumerable.Range(1, depth).Select(static n => $"d{n}")]);
        if (!Path.Exists(Path.Combine(above, "swap")))
            File.CreateSymbolicLink(Path.Combine(above, "swap"), target);
    }
}
