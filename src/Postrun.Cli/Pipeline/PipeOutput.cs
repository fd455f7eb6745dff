using Microsoft.Win32.SafeHandles;
using Postrun.Linux;

namespace Postrun.Cli.Pipeline;

/// <summary>Standard output as bytes, which says when nobody reads it any more.</summary>
internal static class PipeOutput
{
    /// <summary>errno(3)</summary>
    private const int EPIPE = 32;

    private const byte Fifo = 1, Socket = 12;

    /// <remarks>
    /// The stream of the console keeps silent about a broken pipe; that of a file writes at offsets of its own, which is wrong where
    /// standard output is a file that others write to as well.
    /// </remarks>
    public static Stream Open() => IsPipe(1)
        ? new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0)
        : Console.OpenStandardOutput();

    public static bool IsPipe(int descriptor)
    {
        using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        return DirectoryHandle.StatOpen(handle, out var stat) == Errno.None && stat.Type is Fifo or Socket;
    }

    public static bool IsBroken(IOException exception) => exception.HResult == EPIPE;
}
