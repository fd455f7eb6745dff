namespace Postrun.Linux;

/// <summary>A NUL-terminated copy of a name or a path, on the stack where it fits.</summary>
internal ref struct NativeName
{
    /// <summary>PATH_MAX of Linux, with the NUL.</summary>
    public const int Max = 4096;

    private readonly Span<byte> bytes;

    /// <exception cref="ArgumentException">a NUL within, or longer than PATH_MAX</exception>
    public NativeName(ReadOnlySpan<byte> name, Span<byte> buffer)
    {
        if (name.Length >= buffer.Length)
            throw new ArgumentException("the path is longer than PATH_MAX", nameof(name));
        if (name.Contains((byte)0))
            throw new ArgumentException("the path has a NUL", nameof(name));
        name.CopyTo(buffer);
        buffer[name.Length] = 0;
        bytes = buffer;
    }

    public readonly ref readonly byte GetPinnableReference() => ref bytes[0];
}
