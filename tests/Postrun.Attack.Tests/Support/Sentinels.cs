namespace Postrun.Attack.Tests;

/// <summary>What lies outside the workspace and must be exactly the same afterwards.</summary>
internal sealed class Sentinels
{
    private readonly string directory;
    private readonly string before;

    public Sentinels(string directory)
    {
        this.directory = directory;
        foreach (var owner in new[] { "root", "attacker" })
        {
            for (var depth = 0; depth <= 5; depth++)
            {
                var place = Path.Combine([directory, owner, .. Enumerable.Range(1, depth).Select(static n => $"d{n}")]);
                Directory.CreateDirectory(place);
                foreach (var name in new[] { "f0", "f1", "f2", "a.bin", "state.pt" })
                    File.WriteAllText(Path.Combine(place, name), $"sentinel {owner} {depth} {name}");
            }
            File.CreateSymbolicLink(Path.Combine(directory, owner, "link"), "f0");
            Tool.Must("ln", Path.Combine(directory, owner, "f1"), Path.Combine(directory, owner, "hard"));
        }
        Tool.Must("chown", "-R", "-h", $"{Attacker.User}:{Attacker.User}", Path.Combine(directory, "attacker"));
        // Old, as what a clean-up would dare to remove.
        Tool.Must("find", directory, "-exec", "touch", "-h", "-d", "2026-01-01", "{}", "+");
        before = Look();
    }

    public string Root => Path.Combine(directory, "root");

    public string Attackers => Path.Combine(directory, "attacker");

    public void ShouldBeUntouched() => Look().ShouldBe(before);

    private string Look() => string.Join('\n', Tool.Must("find", directory, "-printf", "%P|%y|%i|%m|%U|%G|%n|%s|%T@|%l\\n").Out.Split('\n').Order(StringComparer.Ordinal))
        + Tool.Must("sh", "-c", "find \"$1\" -type f -print0 | sort -z | xargs -0 sha256sum", "sh", directory).Out;
}
