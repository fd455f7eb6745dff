namespace Postrun.Model.Tests;

public sealed class RootRulesTests
{
    private static readonly UnixPath[] Homes = [UnixPath.Of("/root"), UnixPath.Of("/home/ada"), UnixPath.Of("/srv/users/bob")];

    [Theory]
    [InlineData("/")]
    [InlineData("/tmp")]
    [InlineData("/var/tmp")]
    [InlineData("/dev/shm")]
    [InlineData("/home")]
    [InlineData("/home/ada")]
    [InlineData("/home/not-in-passwd")]
    [InlineData("/run/user")]
    [InlineData("/dev/disk/by-id/x")]
    [InlineData("//etc//x")]
    [InlineData("/srv/users")]
    [InlineData("/etc/postrun")]
    [InlineData("/usr/local/work")]
    [InlineData("/proc/1/root/work")]
    [InlineData("/sys/x")]
    [InlineData("/work/evidence")]
    [InlineData("/work")]
    [InlineData("/work/evidence/history")]
    [InlineData("work")]
    [InlineData("")]
    public void What_may_not_be_a_root_is_refused(string path) => Refusal(path).ShouldNotBeNullOrWhiteSpace();

    [Theory]
    [InlineData("/tmp/run")]
    [InlineData("/home/ada/run")]
    [InlineData("/work/evidence2")]
    [InlineData("/work/run")]
    [InlineData("/etcetera")]
    [InlineData("/home/adam/run")]
    [InlineData("/dev/shm/run")]
    public void A_directory_of_the_run_may_be_one(string path) => Refusal(path).ShouldBeNull();

    private static string? Refusal(string path) => RootRules.Refusal(UnixPath.Of(path), Homes, UnixPath.Of("/work/evidence"));
}
