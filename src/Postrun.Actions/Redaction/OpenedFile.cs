using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Postrun.Actions;

/// <summary>Reads, or writes, an open file from its beginning on, without a buffer of its own that would hold what it read.</summary>
/// <param name="file">Stays open.</param>
/// <param name="digest">Takes every byte that is read or written; <see langword="null"/>: nothing does.</param>
/// <param name="limit">A file that goes on after so many bytes is being written, and ends there.</param>
internal sealed class OpenedFile(SafeFileHandle file, IncrementalHash? digest, long limit = long.MaxValue) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes so far.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (position + buffer.Length > limit)
            buffer = buffer[..(int)(limit - position)];
        if (buffer.IsEmpty)
            return 0;
        var read = RandomAccess.Read(file, buffer, position);
        digest?.AppendData(buffer[..read]);
        position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        RandomAccess.Write(file, buffer, position);
        digest?.AppendData(buffer);
        position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
