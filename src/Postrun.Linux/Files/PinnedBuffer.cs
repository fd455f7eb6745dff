using System.Runtime.InteropServices;

namespace Postrun.Linux;

/// <summary>Memory that system calls write into.</summary>
public sealed unsafe class PinnedBuffer : IDisposable
{
    internal byte* Pointer { get; private set; }

    public int Length { get; }

    public PinnedBuffer(int length)
    {
        Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)length, 64);
        Length = length;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
