using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class RoundContextTests
{
    [Fact]
    public void A_step_is_done_until_something_of_it_is_left_and_cut_outweighs()
    {
        using var sample = new Sample();
        var plan = sample.Plan(("", ItemType.Directory, false), ("a", ItemType.Directory, true), ("b", ItemType.Directory, true));
        var round = new RoundContext(plan, sample.Journal, RoundHistory.None, OpenFiles.None, CancellationToken.None);
        round.Leave(0, "a"u8, "x"u8, 1, Errno.EBUSY);
        round.Cut(2);
        round.Leave(0, "b"u8, "x"u8, 2, Errno.EBUSY);
        round.Statuses.ShouldBe([StepStatus.Done, StepStatus.Partial, StepStatus.Cut]);
        (round.Removes(0), round.Removes(1), round.Removes(-1)).ShouldBe((false, true, false));
        round.IsRoot(0, ""u8).ShouldBeTrue();
        round.IsRoot(0, "a"u8).ShouldBeFalse();
    }
}
