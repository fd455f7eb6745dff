namespace Postrun.Linux.Tests;

public sealed class ProcessPrivacyTests
{
    [Fact]
    public void The_kernel_dumps_no_core_of_the_process_any_more()
    {
        ProcessPrivacy.Enable().ShouldBeTrue();
        ProcessPrivacy.IsDumpable.ShouldBeFalse();
        File.ReadLines("/proc/self/limits").Single(static line => line.StartsWith("Max core file size", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[4..6].ShouldBe(["0", "0"]);
    }
}
