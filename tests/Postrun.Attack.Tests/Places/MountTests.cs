namespace Postrun.Attack.Tests;

public sealed class MountTests
{
    [Fact]
    public void What_is_mounted_inside_is_not_entered_and_is_reported()
    {
        using var arena = new Arena();
        arena.Evidence("reports/a.json");
        arena.Residue("d1/bound");
        arena.Residue("d1/memory", 0);
        File.WriteAllText(arena.At("d1/file"), "under");
        arena.Mount("--bind", arena.Sentinels.Attackers, arena.At("d1/bound"));
        arena.Mount("--bind", Path.Combine(arena.Sentinels.Root, "f0"), arena.At("d1/file"));
        arena.Mount("-t", "tmpfs", "none", arena.At("d1/memory"));
        File.WriteAllText(arena.At("d1/memory/x"), "x");
        var left = arena.Clean()!["left"]!.AsArray().Select(static item => (item!["path"]!.GetValue<string>(), item["reason"]!.GetValue<string>())).ToList();
        foreach (var mount in new[] { "d1/bound", "d1/file", "d1/memory" })
            left.ShouldContain((arena.At(mount), "mountPoint"));
        File.Exists(arena.At("d1/memory/x")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_mount_that_appears_during_the_run_is_not_entered()
    {
        using var arena = new Arena();
        for (var run = 0; run < 5; run++)
        {
            arena.Reset();
            arena.Evidence("reports/a.json");
            arena.Residue("d1", 2_000);
            arena.Residue("d1/bound");
            using var stop = new CancellationTokenSource();
            var mounting = Task.Run(() =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n++)
                {
                    Tool.Run("mount", "--bind", n % 2 == 0 ? arena.Sentinels.Attackers : arena.Sentinels.Root, arena.At("d1/bound"));
                    Tool.Run("umount", arena.At("d1/bound"));
                }
            }, TestContext.Current.CancellationToken);
            var result = arena.Postrun("cleanup");
            await stop.CancelAsync();
            await mounting;
            arena.Check(result);
        }
    }

    [Fact]
    public void An_overlay_is_cleaned_and_its_lower_layer_is_untouched()
    {
        var home = Directory.CreateTempSubdirectory("postrun-attack-").FullName;
        var memory = Path.Combine(home, "memory");
        Directory.CreateDirectory(memory);
        Tool.Must("mount", "-t", "tmpfs", "none", memory);
        try
        {
            foreach (var name in new[] { "lower/reports", "lower/d1/d2", "upper", "scratch" })
                Directory.CreateDirectory(Path.Combine(memory, name));
            File.WriteAllText(Path.Combine(memory, "lower/reports/low.json"), "evidence");
            File.WriteAllText(Path.Combine(memory, "lower/d1/d2/low"), "residue");
            using var arena = new Arena(Directory.CreateDirectory(Path.Combine(home, "work")).FullName, home);
            arena.Mount("-t", "overlay", "overlay", "-o", $"lowerdir={memory}/lower,upperdir={memory}/upper,workdir={memory}/scratch", arena.Root);
            arena.Evidence("reports/a.json");
            arena.Residue("d1");
            arena.Clean()!["left"]!.AsArray().ShouldBeEmpty();
            Path.Exists(arena.At("d1")).ShouldBeFalse();
            File.ReadAllText(arena.At("reports/low.json")).ShouldBe("evidence");
            File.ReadAllText(Path.Combine(memory, "lower/d1/d2/low")).ShouldBe("residue");
        }
        finally
        {
            Tool.Run("umount", "-l", memory);
            Tool.Run("rm", "-rf", "--one-file-system", home);
        }
    }
}
