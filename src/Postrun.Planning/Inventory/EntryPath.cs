using System.Buffers;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>The path of a directory, with room for one name behind it: one buffer for all its entries.</summary>
internal ref struct EntryPath : IDisposable
{
    private readonly byte[] buffer;
    private readonly int length;

    /// <param name="prefix">What patterns see before the path; may be empty.</param>
    public EntryPath(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> directory)
    {
        buffer = ArrayPool<byte>.Shared.Rent(prefix.Length + directory.Length + 2 + UnixPath.MaxName);
        prefix.CopyTo(buffer);
        length = prefix.Length;
        if (length > 0 && !directory.IsEmpty)
            buffer[length++] = (byte)'/';
        directory.CopyTo(buffer.AsSpan(length));
        length += directory.Length;
    }

    public readonly ReadOnlySpan<byte> Directory => buffer.AsSpan(0, length);

    /// <summary>The path of an entry; valid until the next call.</summary>
    public readonly ReadOnlySpan<byte> Of(ReadOnlySpan<byte> name)
    {
        if (length == 0)
            return name;
        buffer[length] = (byte)'/';
        name.CopyTo(buffer.AsSpan(length + 1));
        return buffer.AsSpan(0, length + 1 + name.Length);
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
