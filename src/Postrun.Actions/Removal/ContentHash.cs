using System.Buffers;
using System.Security.Cryptography;
using Postrun.Linux;

namespace Postrun.Actions;

/// <summary>SHA-256 of a file's content, read just before the file goes.</summary>
internal static class ContentHash
{
    public const int Length = SHA256.HashSizeInBytes;

    public static Errno TryCompute(DirectoryHandle directory, ReadOnlySpan<byte> name, Span<byte> hash)
    {
        var error = directory.OpenFile(name, out var file);
        if (error != Errno.None)
            return error;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            using (file)
            using (var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                long offset = 0;
                for (int read; (read = RandomAccess.Read(file!, buffer, offset)) > 0; offset += read)
                    digest.AppendData(buffer, 0, read);
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
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
