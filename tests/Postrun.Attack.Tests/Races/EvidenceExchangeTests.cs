namespace Postrun.Attack.Tests;

public sealed class EvidenceExchangeTests
{
    [Fact]
    public void A_condemned_file_that_turns_into_evidence_costs_a_name_at_most()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "exchange", [arena.At("d1/f100"), arena.At("reports/a.json")]);
    }

    [Fact]
    public void Many_condemned_files_that_turn_into_evidence_cost_names_at_most()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "exchange", Enumerable.Range(0, 10).SelectMany(n => new[] { arena.At($"d1/f{n * 20}"), arena.At($"reports/{n}.json") }));
    }

    [Fact]
    public void A_condemned_directory_that_turns_into_the_evidence_keeps_its_content()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "exchange", [arena.At("d1"), arena.At("reports")]);
    }

    [Fact]
    public void A_directory_beneath_the_evidence_keeps_its_content_when_it_turns_into_a_condemned_one()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "exchange", [arena.At("d1"), arena.At("reports/deep")]);
    }

    [Fact]
    public void Evidence_that_takes_the_place_of_a_condemned_file_just_before_it_goes_costs_a_name_at_most()
    {
        using var arena = new Arena();
        Race.Run(arena, () =>
        {
            for (var i = 0; i < 200; i++)
                arena.Evidence($"reports/{i}.json");
            arena.Residue("d1", 800);
        }, "late", [arena.Root, .. Enumerable.Range(0, 200).SelectMany(n => new[] { arena.At($"d1/f{n * 4}"), arena.At($"reports/{n}.json") })]);
    }

    [Fact]
    public void Evidence_survives_who_removes_or_renames_its_protection()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "pins", [arena.Root, arena.At("d1/f100"), arena.At("reports/a.json")]);
    }

    [Fact]
    public void Evidence_with_a_further_name_among_residue_stays()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "link", [arena.At("reports/a.json"), arena.At("d1"), arena.Root]);
    }

    private static void Fill(Arena arena)
    {
        arena.Evidence("reports/a.json");
        arena.Evidence("reports/deep/a.json");
        arena.Evidence("evidence.json");
        for (var i = 0; i < 10; i++)
            arena.Evidence($"reports/{i}.json");
        arena.Residue("d1", 200);
        arena.Residue("d1/d2", 50);
    }
}
