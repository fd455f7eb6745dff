using System.Buffers.Binary;
using System.Text;

namespace Postrun.Cli.Pipeline;

/// <summary>A regular file that is staged.</summary>
/// <param name="Path">From the top of the repository on, as bytes.</param>
/// <param name="Object">The name of its content, in hexadecimal.</param>
internal sealed record StagedFile(byte[] Path, string Object);

/// <summary>Reads the index of a Git repository: what the next commit has (https://git-scm.com/docs/index-format).</summary>
internal static class GitIndex
{
    private const int Header = 12, HashLength = 20, FlagsAt = 60, NameAt = 62;
    private const int Extended = 0x4000, IntentToAdd = 0x2000, Stage = 0x3000;

    /// <exception cref="InvalidDataException">it is no index, or of a kind that is not read; the message is a clause</exception>
    public static List<StagedFile> Read(ReadOnlySpan<byte> index)
    {
        if (index.Length < Header + HashLength || !index.StartsWith("DIRC"u8))
            throw new InvalidDataException("is no index of Git");
        var version = BinaryPrimitives.ReadInt32BigEndian(index[4..]);
        if (version is < 2 or > 4)
            throw new InvalidDataException($"is an index of version {version}, and 2 to 4 are read");
        var files = new List<StagedFile>();
        try
        {
            var rest = index[Header..^HashLength];
            ReadOnlySpan<byte> name = [];
            for (var left = BinaryPrimitives.ReadUInt32BigEndian(index[8..]); left > 0; left--)
                rest = rest[Read(rest, version, ref name, files)..];
            RefuseSplit(rest);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("is an index that ends too soon");
        }
        return files;
    }

    /// <returns>how long the entry is</returns>
    private static int Read(ReadOnlySpan<byte> entry, int version, ref ReadOnlySpan<byte> name, List<StagedFile> files)
    {
        var flags = BinaryPrimitives.ReadUInt16BigEndian(entry[FlagsAt..]);
        var (at, extended) = (NameAt, 0);
        if ((flags & Extended) != 0)
            (at, extended) = (NameAt + 2, BinaryPrimitives.ReadUInt16BigEndian(entry[NameAt..]));
        if (version == 4)
        {
            var dropped = Offset(entry, ref at);
            var end = entry[at..].IndexOf((byte)0);
            name = (byte[])[.. name[..(name.Length - dropped)], .. entry.Slice(at, end)];
            at += end + 1;
        }
        else
        {
            name = entry[at..(at + entry[at..].IndexOf((byte)0))];
            // At least one NUL, and then to a multiple of eight.
            at = (at + name.Length + 8) & ~7;
        }
        var isRegular = BinaryPrimitives.ReadUInt32BigEndian(entry[24..]) >> 12 == 8;
        if (isRegular && (flags & Stage) == 0 && (extended & IntentToAdd) == 0)
            files.Add(new(name.ToArray(), Convert.ToHexStringLower(entry.Slice(40, HashLength))));
        return at;
    }

    /// <summary>A number in the form of offsets of packs: seven bits a byte, and one more for each that follows.</summary>
    private static int Offset(ReadOnlySpan<byte> entry, ref int at)
    {
        var value = entry[at] & 0x7f;
        while ((entry[at++] & 0x80) != 0)
            value = ((value + 1) << 7) | (entry[at] & 0x7f);
        return value;
    }

    private static void RefuseSplit(ReadOnlySpan<byte> extensions)
    {
        while (extensions.Length >= 8)
        {
            if (extensions.StartsWith("link"u8))
                throw new InvalidDataException("is split, which is not read: 'git update-index --no-split-index' puts it together");
            var length = BinaryPrimitives.ReadUInt32BigEndian(extensions[4..]);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, (uint)(extensions.Length - 8));
            extensions = extensions[(8 + (int)length)..];
        }
    }

    public static bool IsBeneath(this StagedFile file, string folder)
    {
        var prefix = Encoding.UTF8.GetBytes(folder);
        return prefix.Length == 0 || (file.Path.AsSpan().StartsWith(prefix) && (file.Path.Length == prefix.Length || file.Path[prefix.Length] == '/'));
    }
}
