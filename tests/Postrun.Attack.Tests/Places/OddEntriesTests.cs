using System.Text;

namespace Postrun.Attack.Tests;

public sealed class OddEntriesTests
{
    [Fact]
    public void Entries_of_every_kind_and_name_go_and_nothing_is_opened_that_waits()
    {
        using var arena = new Arena();
        arena.Evidence("reports/a.json");
        Directory.CreateDirectory(arena.At("d"));
        foreach (var arguments in new string[][] { ["d/pipe", "p"], ["d/zero", "c", "1", "5"], ["d/block", "b", "7", "99"] })
            Tool.Must("mknod", [arena.At(arguments[0]), .. arguments[1..]]);
        Tool.Must("perl", "-MSocket", "-e", "socket(S,AF_UNIX,SOCK_STREAM,0);bind(S,sockaddr_un($ARGV[0])) or die", arena.At("d/socket"));
        Tool.Must("perl", "-e", "for my $n (\"a\\nb\", \"\\e[2J\\e]0;x\\a\", \"\\xff\\xfe\", \"\\\\x41\", \"-rf\", \"x\" x 255) { open F, '>', \"$ARGV[0]/$n\" or die $!; mkdir \"$ARGV[0]/dir-\".substr($n,0,200) or die $! }", arena.At("d"));
        File.CreateSymbolicLink(arena.At("d/link"), Path.Combine(arena.Sentinels.Root, "f0"));
        Directory.CreateSymbolicLink(arena.At("d/dirlink"), arena.Sentinels.Attackers);
        foreach (var confirmation in new[] { "listed", "hashed" })
        {
            arena.Describe(confirmation: confirmation);
            arena.Postrun("plan", "--quiet").ExitCode.ShouldBe(0);
        }
        var shown = Tool.Run(PostrunBinary.Path, "plan", "--config", arena.Config);
        shown.OutBytes.Concat(Encoding.UTF8.GetBytes(shown.Error)).ShouldNotContain((byte)0x1b, "a name reaches the terminal as it is");
        arena.Clean().ShouldNotBeNull();
        Directory.Exists(arena.At("d")).ShouldBeFalse();
    }

    [Fact]
    public void A_hard_link_into_the_workspace_costs_the_file_outside_nothing_but_that_name()
    {
        using var arena = new Arena();
        Directory.CreateDirectory(arena.At("d"));
        var outside = Path.Combine(arena.Away, "kept");
        File.WriteAllText(outside, "kept");
        Tool.Must("ln", outside, arena.At("d/link"));
        arena.Clean();
        File.ReadAllText(outside).ShouldBe("kept");
        File.Exists(arena.At("d/link")).ShouldBeFalse();
    }

    [Fact]
    public void What_stood_beside_the_evidence_is_removed_where_most_is_evidence()
    {
        using var arena = new Arena();
        for (var i = 0; i < 5; i++)
            arena.Evidence($"evidence{i}.json");
        arena.Residue("d", 1);
        File.WriteAllText(arena.At("x.bin"), "x");
        arena.GiveToAttacker();
        arena.Clean()!["left"]!.AsArray().ShouldBeEmpty();
        Path.Exists(arena.At("x.bin")).ShouldBeFalse();
    }
}
