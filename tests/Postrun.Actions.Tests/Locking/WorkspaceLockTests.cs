using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class WorkspaceLockTests
{
    [Fact]
    public void A_root_and_an_evidence_directory_are_locked_until_they_are_let_go()
    {
        using var sample = new Sample();
        using var other = new Sample();
        var roots = sample.Plan(("", ItemType.Directory, true)).Roots;
        using (WorkspaceLock.TryTake(sample.Root, roots, out _).ShouldNotBeNull())
        {
            WorkspaceLock.TryTake(other.Root, roots, out var busy).ShouldBeNull();
            busy.ShouldBe(roots[0].Path.ToString());
            sample.Root.OpenAgain(out var again).ShouldBe(Errno.None);
            using (again)
                WorkspaceLock.TryTake(again!, [], out _).ShouldBeNull();
        }
        WorkspaceLock.TryTake(other.Root, roots, out _).ShouldNotBeNull().Dispose();
    }
}
