using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class LabelTreeTests
{
    [Theory]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("./a")]
    [InlineData("a\0b")]
    public void A_path_that_is_not_beneath_the_root_is_refused(string path)
    {
        using var sample = new Sample();
        Should.Throw<InvalidDataException>(() => LabelTree.Of(sample.Plan(("", ItemType.Directory, false), (path, ItemType.Directory, true)), 0));
    }

    [Fact]
    public void A_name_longer_than_any_is_refused()
    {
        using var sample = new Sample();
        Should.Throw<InvalidDataException>(() => LabelTree.Of(sample.Plan((new string('n', 5000), ItemType.RegularFile, true)), 0));
    }

    [Fact]
    public void Two_steps_for_one_path_are_refused()
    {
        using var sample = new Sample();
        Should.Throw<InvalidDataException>(() => LabelTree.Of(sample.Plan(("a", ItemType.Directory, false), ("a", ItemType.Directory, true)), 0));
    }

    [Fact]
    public void The_deepest_step_speaks_and_who_removes_is_known_above()
    {
        using var sample = new Sample();
        var tree = LabelTree.Of(sample.Plan(("", ItemType.Directory, false), ("a/b/c", ItemType.RegularFile, true), ("k", ItemType.Directory, false)), 0);
        tree.Removes.ShouldBeTrue();
        tree.Find("a"u8)!.Step.ShouldBe(-1);
        tree.Find("a"u8)!.Removes.ShouldBeTrue();
        tree.Find("a"u8)!.Find("b"u8)!.Find("c"u8)!.Step.ShouldBe(1);
        tree.Find("k"u8)!.Removes.ShouldBeFalse();
        tree.Find("x"u8).ShouldBeNull();
    }
}
