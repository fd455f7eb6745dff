namespace Postrun.Attack.Tests;

public sealed class ScaleTests
{
    [Fact]
    public void Four_thousand_levels_are_removed()
    {
        using var arena = new Arena();
        arena.Evidence("reports/a.json");
        Directory.CreateDirectory(arena.At("deep"));
        Tool.Must("perl", "-e", "chdir $ARGV[0] or die; for (1..4000) { mkdir 'd' or die; open F, '>', 'f' or die; chdir 'd' or die }", arena.At("deep"));
        arena.Clean()!["left"]!.AsArray().ShouldBeEmpty();
        Directory.Exists(arena.At("deep")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Size", "Large")]
    public void A_million_entries_in_one_directory_are_removed()
    {
        var home = Directory.CreateTempSubdirectory("postrun-attack-").FullName;
        Tool.Must("mount", "-t", "tmpfs", "none", home);
        try
        {
            using var arena = new Arena(home: home);
            arena.Evidence("reports/a.json");
            Directory.CreateDirectory(arena.At("wide"));
            Tool.Must("perl", "-e", "chdir $ARGV[0] or die; for (1..1_000_000) { open F, '>', \"entry-$_\" or die }", arena.At("wide"));
            arena.Clean()!["left"]!.AsArray().ShouldBeEmpty();
            Directory.Exists(arena.At("wide")).ShouldBeFalse();
        }
        finally
        {
            Tool.Run("umount", "-l", home);
        }
    }
}
