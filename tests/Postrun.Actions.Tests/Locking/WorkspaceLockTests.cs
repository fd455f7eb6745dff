using System.Collections.Immutable;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class WorkspaceLockTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void A_root_and_an_evidence_directory_are_locked_until_they_are_let_go()
    {
        var roots = Roots("");
        using (var evidence = Open(sample.Home))
        using (WorkspaceLock.TryTake(evidence, roots, out _).ShouldNotBeNull())
        {
            Take(out var busy, roots).ShouldBeNull();
            busy.ShouldNotBeNull().ShouldStartWith(roots[0].Path.ToString());
            using var again = Open(sample.Home);
            WorkspaceLock.TryTake(again, [], out busy).ShouldBeNull();
            busy.ShouldBe("the evidence directory");
        }
        Take(roots).ShouldNotBeNull().Dispose();
    }

    [Theory]
    [InlineData("a", "a/b")]
    [InlineData("a", "a/b/c/d")]
    [InlineData("a/b", "a")]
    [InlineData("a/b/c/d", "a")]
    public void A_root_in_another_root_is_refused_whichever_comes_first(string first, string second)
    {
        using (Take(Roots(first)).ShouldNotBeNull())
        {
            Take(out var busy, Roots(second)).ShouldBeNull();
            busy.ShouldNotBeNull().ShouldStartWith(sample.At("a"));
        }
        Take(Roots(second)).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void Siblings_do_not_exclude_each_other()
    {
        using var first = Take(Roots("a/b")).ShouldNotBeNull();
        using var second = Take(Roots("a/c")).ShouldNotBeNull();
        using var third = Take(Roots("d")).ShouldNotBeNull();
    }

    [Fact]
    public void Roots_of_one_plan_may_lie_in_one_another_and_exclude_what_lies_in_any_of_them()
    {
        using var taken = Take(Roots("a/b", "a", "a/b/c")).ShouldNotBeNull();
        foreach (var other in new[] { "a", "a/b", "a/b/c", "a/b/c/d", "a/x", "" })
            Take(Roots(other)).ShouldBeNull(other);
        Take(Roots("x")).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void Nothing_remains_of_a_lock_once_the_last_one_has_let_go()
    {
        var first = Take(Roots("a/b")).ShouldNotBeNull();
        var second = Take(Roots("a/c")).ShouldNotBeNull();
        var (own, above) = (Name("a/b"), Name("a"));
        Exists(own).ShouldBeTrue();
        first.Dispose();
        Exists(own).ShouldBeFalse();
        Exists(above).ShouldBeTrue("the other clean-up shares it");
        second.Dispose();
        Exists(above).ShouldBeFalse();
    }

    [Fact]
    public void A_lock_directory_that_a_killed_process_left_is_no_lock()
    {
        string left;
        using (Take(Roots("a")).ShouldNotBeNull())
            left = Places().Select(place => Path.Combine(place, Name("a"))).Single(Directory.Exists);
        using (var place = Open(Path.GetDirectoryName(left)!))
            place.MakePrivateDirectory(Encoding.ASCII.GetBytes(Path.GetFileName(left))).ShouldBe(Errno.None);
        Take(Roots("a/b")).ShouldNotBeNull().Dispose();
        Directory.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public void While_many_come_and_go_a_root_is_never_had_twice_and_siblings_are_never_refused()
    {
        var (inside, taken) = (0, 0);
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, worker =>
        {
            var (contested, own) = (Roots("a/contested"), Roots($"a/own{worker}"));
            for (var i = 0; i < 30; i++)
            {
                Take(own).ShouldNotBeNull("a sibling was refused").Dispose();
                using var one = Take(contested);
                if (one is null)
                    continue;
                Interlocked.Increment(ref inside).ShouldBe(1);
                Interlocked.Increment(ref taken);
                Interlocked.Decrement(ref inside);
            }
        });
        taken.ShouldBeGreaterThan(0);
        Exists(Name("a/contested")).ShouldBeFalse();
    }

    private WorkspaceLock? Take(ImmutableArray<PlanRoot> roots) => Take(out _, roots);

    /// <summary>As a clean-up that has an evidence directory of its own.</summary>
    private WorkspaceLock? Take(out string? busy, ImmutableArray<PlanRoot> roots)
    {
        using var evidence = Open(Directory.CreateDirectory(Path.Combine(sample.Home, "evidence", Guid.NewGuid().ToString("n"))).FullName);
        return WorkspaceLock.TryTake(evidence, roots, out busy);
    }

    private ImmutableArray<PlanRoot> Roots(params string[] paths) => [.. paths.Select(path =>
    {
        var full = Path.TrimEndingDirectorySeparator(Directory.CreateDirectory(sample.At(path)).FullName);
        using var handle = Open(full);
        handle.StatSelf(out var stat).ShouldBe(Errno.None);
        return new PlanRoot { Path = UnixPath.Of(full), Origin = RootOrigin.Workspace, Device = stat.Device, Inode = stat.Inode, FileSystem = "ext4" };
    })];

    private string Name(string path)
    {
        var root = Roots(path)[0];
        return $"{root.Device:x}-{root.Inode:x}";
    }

    private static bool Exists(string name) => Places().Any(place => Directory.Exists(Path.Combine(place, name)));

    private static string[] Places() => ["/run/postrun", $"/tmp/postrun-{Kernel.EffectiveUser}"];

    private static DirectoryHandle Open(string path)
    {
        DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(path), out var handle).ShouldBe(Errno.None);
        return handle!;
    }

    public void Dispose() => sample.Dispose();
}
