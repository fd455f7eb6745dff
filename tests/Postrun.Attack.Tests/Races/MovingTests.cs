namespace Postrun.Attack.Tests;

public sealed class MovingTests
{
    [Fact]
    public void Directories_that_leave_the_root_and_come_back_take_nobody_along()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "away",
            [arena.At("d1"), Path.Combine(arena.Away, "x"), arena.At("d1/d2"), Path.Combine(arena.Away, "y"), arena.At("d1/d2/d3"), arena.At("z")]);
    }

    [Fact]
    public void The_evidence_that_leaves_the_root_and_comes_back_is_there()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "away", [arena.At("reports"), arena.At("d1/hidden")]);
    }

    [Fact]
    public void Residue_that_keeps_appearing_is_removed_or_reported()
    {
        using var arena = new Arena();
        Race.Run(arena, () => Fill(arena), "churn", [arena.Root, arena.At("d1"), arena.At("d1/d2"), arena.At("reports")]);
    }

    private static void Fill(Arena arena)
    {
        arena.Evidence("reports/a.json");
        arena.Evidence("evidence.json");
        arena.Residue("d1");
        arena.Residue("d1/d2");
        arena.Residue("d1/d2/d3", 100);
    }
}
