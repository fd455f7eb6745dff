namespace Postrun.Attack.Tests;

/// <summary>What is changed at leisure between the plan and its execution.</summary>
public sealed class PlanToApplyTests
{
    [Fact]
    public void A_root_that_turns_into_a_link_is_not_entered()
    {
        using var arena = new Arena();
        arena.Residue("d1");
        var plan = Plan(arena);
        Directory.Move(arena.Root, arena.Root + ".old");
        Directory.CreateSymbolicLink(arena.Root, arena.Sentinels.Attackers);
        Refused(arena, plan);
        File.Delete(arena.Root);
        Tool.Must("cp", "-a", arena.Root + ".old", arena.Root);
        arena.Describe();
        Refused(arena, Plan(arena), () => { Directory.Move(arena.Root, arena.Root + ".2"); Directory.Move(arena.Root + ".old", arena.Root); });
        File.Exists(arena.At("d1/f0")).ShouldBeTrue();
    }

    [Fact]
    public void A_root_that_is_reached_through_a_link_is_refused()
    {
        using var arena = new Arena();
        arena.Residue("d1");
        Directory.CreateSymbolicLink(Path.Combine(arena.Home, "link"), arena.Home);
        arena.Describe(root: Path.Combine(arena.Home, "link", "work"));
        arena.Postrun("cleanup").ExitCode.ShouldBe(2);
        File.Exists(arena.At("d1/f0")).ShouldBeTrue();
        arena.Sentinels.ShouldBeUntouched();
    }

    [Fact]
    public void Evidence_that_is_moved_onto_a_mixed_directory_is_not_taken_for_what_was_condemned_there()
    {
        using var arena = new Arena();
        arena.Evidence("reports/E/f0");
        for (var i = 0; i < 3; i++)
            arena.Evidence($"reports/{i}.json");
        arena.Evidence("reports/K/e.json");
        File.WriteAllText(arena.At("reports/K/f0"), "residue");
        File.WriteAllText(arena.Config, File.ReadAllText(arena.Config).Replace("\"/reports/**\"", "\"/reports/E/**\", \"/reports/**/*.json\"", StringComparison.Ordinal));
        var plan = Plan(arena);
        Directory.Move(arena.At("reports/E"), arena.At("reports/x"));
        Directory.Move(arena.At("reports/K"), arena.At("reports/E"));
        Directory.Move(arena.At("reports/x"), arena.At("reports/K"));
        arena.Clean("apply", plan);
    }

    [Fact]
    public void A_directory_that_takes_the_place_of_the_protection_protects_nothing_and_hides_nothing()
    {
        using var arena = new Arena();
        arena.Evidence("reports/a.json");
        arena.Residue("d1");
        var plan = Plan(arena);
        var id = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(plan))!["plan"]!["id"]!.GetValue<Guid>();
        Directory.CreateDirectory(arena.At($".postrun-{id:n}"));
        File.WriteAllText(arena.At($".postrun-{id:n}/residue"), "x");
        arena.GiveToAttacker();
        Refused(arena, plan);
    }

    private static string Plan(Arena arena)
    {
        var file = Path.Combine(arena.Home, "plan.json");
        var result = Tool.Run(PostrunBinary.Path, "plan", "--config", arena.Config, "--output", "json");
        result.ExitCode.ShouldBe(0, result.Error);
        File.WriteAllBytes(file, result.OutBytes);
        return file;
    }

    private static void Refused(Arena arena, string plan, Action? before = null)
    {
        before?.Invoke();
        var result = arena.Postrun("apply", plan);
        result.ExitCode.ShouldBeOneOf(1, 2);
        arena.Sentinels.ShouldBeUntouched();
    }
}
