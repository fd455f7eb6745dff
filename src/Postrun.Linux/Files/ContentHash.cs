using System.Buffers;
using System.Security.Cryptography;

namespace Postrun.Linux;

/// <summary>SHA-256 of a file's content, by directory handle and name.</summary>
public static class ContentHash
{
    public const int Length = SHA256.HashSizeInBytes;

    /// <param name="expected">What was there when it was looked at; nothing else is read, and no more than it held.</param>
    /// <param name="hash">At least <see cref="Length"/> bytes; written where the answer is <see cref="Errno.None"/>.</param>
    /// <returns><see cref="Errno.ESTALE"/> where it is another file by now, or has grown, <see cref="Errno.EINTR"/> where it was cut short</returns>
    public static Errno TryCompute(DirectoryHandle directory, ReadOnlySpan<byte> name, in FileStat expected, Span<byte> hash, CancellationToken cut)
    {
        var error = directory.OpenFile(name, out var file);
        if (error != Errno.None)
            return error;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        var used = 0;
        try
        {
            using (file)
            using (var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                error = DirectoryHandle.StatOpen(file!, out var opened);
                if (error == Errno.None && (!opened.IsRegularFile || opened.Inode != expected.Inode || opened.Device != expected.Device))
                    error = Errno.ESTALE;
                if (error != Errno.None)
                    return error;
                long offset = 0;
                for (int read; (read = RandomAccess.Read(file!, buffer, offset)) > 0; offset += read)
                {
                    used = Math.Max(used, read);
                    // Whoever goes on writing must not keep us reading for ever.
                    if (offset + read > expected.Size)
                        return Errno.ESTALE;
                    if (cut.IsCancellationRequested)
                        return Errno.EINTR;
                    digest.AppendData(buffer, 0, read);
                }
                digest.GetHashAndReset(hash);
                return Errno.None;
            }
        }
        catch (IOException)
        {
            return Errno.EIO;
        }
        finally
        {
            // The content may be a secret, and whoever rents next may leave it there.
            buffer.AsSpan(0, used).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
