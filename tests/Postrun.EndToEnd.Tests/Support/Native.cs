using System.Runtime.InteropServices;
using System.Text;

namespace Postrun.EndToEnd.Tests;

/// <summary>What .NET's file API cannot name: paths as bytes, and links.</summary>
internal static partial class Native
{
    public static void HardLink(string existing, string link) => Check(link_(Bytes(existing), Bytes(link)), link);

    /// <summary>Renames to a last name of any bytes.</summary>
    public static void Rename(string existing, string directory, ReadOnlySpan<byte> name) =>
        Check(rename_(Bytes(existing), [.. Encoding.UTF8.GetBytes(directory), (byte)'/', .. name, 0]), directory);

    public static void Fifo(string path) => Check(mkfifo_(Bytes(path), 0b110_100_100), path);

    public static void Signal(int process, int signal) => Check(kill_(process, signal), $"process {process}");

    private static byte[] Bytes(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    private static void Check(int result, string path)
    {
        if (result != 0)
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true)]
    private static partial int link_(byte[] existing, byte[] link);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static partial int rename_(byte[] existing, byte[] target);

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static partial int mkfifo_(byte[] path, uint mode);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int kill_(int process, int signal);
}
