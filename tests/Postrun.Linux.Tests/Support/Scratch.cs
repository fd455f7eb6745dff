using System.Diagnostics;
using System.Text;

namespace Postrun.Linux.Tests;

/// <summary>A directory of a test's own.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch(string? within = null)
    {
        Path = within is null ? Directory.CreateTempSubdirectory("postrun-linux-").FullName : Directory.CreateDirectory(System.IO.Path.Combine(within, $"postrun-linux-{Guid.NewGuid():n}")).FullName;
        Handle = Open(Path);
    }

    public string Path { get; }

    public DirectoryHandle Handle { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public static DirectoryHandle Open(string path)
    {
        DirectoryHandle.OpenAbsolute(Encoding.UTF8.GetBytes(path), out var handle).ShouldBe(Errno.None);
        return handle!;
    }

    public static void Run(string file, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
    }

    public void Dispose()
    {
        Handle.Dispose();
        Run("rm", "-rf", "--one-file-system", Path);
    }
}
