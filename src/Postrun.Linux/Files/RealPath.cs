using System.Runtime.InteropServices;

namespace Postrun.Linux;

internal static unsafe partial class Libc
{
    [LibraryImport(libc, SetLastError = true)]
    public static partial byte* realpath(byte* path, byte* resolved);
}

/// <summary>realpath(3), for what an operator names; never for what a workspace holds.</summary>
public static unsafe class RealPath
{
    /// <summary>The path without symbolic links; <see langword="null"/> where it does not exist.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> path)
    {
        Span<byte> buffer = stackalloc byte[NativeName.Max];
        var resolved = stackalloc byte[NativeName.Max];
        var native = new NativeName(path, buffer);
        fixed (byte* pointer = native)
            return Libc.realpath(pointer, resolved) is null ? null : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(resolved).ToArray();
    }
}
