namespace Postrun.EndToEnd.Tests;

/// <summary>What is shipped: one small file that starts anywhere.</summary>
public sealed class NativeExecutableTests
{
    [Fact]
    public void Is_at_most_25_MiB() => new FileInfo(PostrunBinary.Path).Length.ShouldBeLessThanOrEqualTo(25 << 20);

    [Fact]
    public void Starts() => Tool.Run(PostrunBinary.Path, ["--version"]).ShouldExit(0).Out.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");

    [Fact]
    public void Has_no_run_path()
    {
        Tool.Require("readelf", "binutils");
        var dynamic = Tool.Must("readelf", "-d", PostrunBinary.Path).Out;
        dynamic.ShouldNotContain("RPATH");
        dynamic.ShouldNotContain("RUNPATH");
    }

    [Fact]
    public void Needs_libc_and_its_friends_only()
    {
        var needed = Tool.Must("ldd", PostrunBinary.Path).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => Path.GetFileName(line.Trim().Split(' ')[0]));
        needed.ShouldBeSubsetOf(["linux-vdso.so.1", "libm.so.6", "libc.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"]);
    }

    [Theory]
    [InlineData("completion", "bash")]
    [InlineData("completion", "zsh")]
    [InlineData("completion", "fish")]
    [InlineData("man")]
    [InlineData("--help")]
    public void Explains_itself(params string[] arguments) => Tool.Run(PostrunBinary.Path, arguments).ShouldExit(0).Out.ShouldContain("postrun");
}
