namespace Postrun.Linux.Tests;

public sealed class MountTableTests
{
    [Fact]
    public void A_line_is_read_by_its_fields()
    {
        var mount = MountTable.Parse(["36 35 98:0 /mnt1 /mnt\\0402 rw,noatime master:1 shared:2 - ext3 /dev/root rw,errors=continue"]).All.ShouldHaveSingleItem();
        (mount.Id, mount.Path, mount.FileSystem, mount.Source).ShouldBe((36ul, "/mnt\\0402", "ext3", "/dev/root"));
        mount.Options.ShouldBe(["rw", "noatime", "errors=continue"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("36 35 98:0 / /x rw")]
    [InlineData("36 35 98:0 / /x rw - ext3")]
    [InlineData("x 35 98:0 / /x rw - ext3 a b")]
    [InlineData(" - ")]
    [InlineData("-1 35 98:0 / /x rw - ext3 a b")]
    public void A_line_that_is_none_is_passed_over(string line) => MountTable.Parse([line]).All.ShouldBeEmpty();

    [Fact]
    public void Optional_fields_may_be_missing() =>
        MountTable.Parse(["1 0 0:1 / /proc rw - proc proc rw"]).All.ShouldHaveSingleItem().FileSystem.ShouldBe("proc");

    [Fact]
    public void The_mount_of_a_directory_is_found()
    {
        using var shm = Scratch.Open("/dev/shm");
        shm.StatSelf(out var stat);
        MountTable.Read().Of(stat).ShouldNotBeNull().Path.ShouldBe("/dev/shm");
    }
}
