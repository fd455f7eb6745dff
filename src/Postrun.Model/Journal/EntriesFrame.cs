namespace Postrun.Model;

/// <summary>
/// The payload of <see cref="JournalFrameKind.Entries"/>: which root, which directory (relative path and inode), and
/// its entries in byte order of their names. The directory itself, to be removed at last, is the entry without a name.
/// </summary>
public static class EntriesFrame
{
    [Flags]
    private enum Marks : byte
    {
        None = 0,
        Linked = 0x10,
        Hashed = 0x20,
        Held = 0x40,
    }

    private const int TypeMask = 0x0f;
    private const int HashLength = 32;

    /// <summary>An upper bound for the header of a frame.</summary>
    public static int MaxHeaderLength(int pathLength) => 4 * Varint.MaxLength + pathLength;

    /// <summary>An upper bound for one entry.</summary>
    public static int MaxEntryLength(int nameLength) => 1 + 6 * Varint.MaxLength + nameLength + 1 + HashLength;

    /// <summary>An upper bound for the entry that starts here, as far as its beginning tells.</summary>
    public static int MaxNextLength(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 1 + Varint.MaxLength)
            return MaxEntryLength(0);
        payload = payload[1..];
        var length = Varint.Read(ref payload);
        return length <= UnixPath.MaxName ? MaxEntryLength((int)length) : throw new InvalidDataException("the journal has a malformed name");
    }

    public static int WriteHeader(Span<byte> target, int root, ReadOnlySpan<byte> directory, ulong inode, int count)
    {
        var length = Varint.Write(target, (ulong)root);
        length += Varint.Write(target[length..], (ulong)directory.Length);
        directory.CopyTo(target[length..]);
        length += directory.Length;
        length += Varint.Write(target[length..], inode);
        return length + Varint.Write(target[length..], (ulong)count);
    }

    public static int WriteEntry(Span<byte> target, in RemovalEntry entry)
    {
        var linked = entry.Links > 1 && entry.Type != ItemType.Directory;
        target[0] = (byte)((int)entry.Type
            | (int)(linked ? Marks.Linked : Marks.None)
            | (int)(entry.Sha256.IsEmpty ? Marks.None : Marks.Hashed)
            | (int)(entry.Held ? Marks.Held : Marks.None));
        var length = 1;
        length += Varint.Write(target[length..], (ulong)entry.Name.Length);
        entry.Name.CopyTo(target[length..]);
        length += entry.Name.Length;
        // A NUL, so that the name can be handed to the kernel where it stands.
        target[length++] = 0;
        length += Varint.Write(target[length..], (ulong)entry.Step);
        length += Varint.Write(target[length..], (ulong)entry.Size);
        length += Varint.Write(target[length..], (ulong)entry.AllocatedBytes / 512);
        if (linked)
        {
            length += Varint.Write(target[length..], entry.Links);
            length += Varint.Write(target[length..], entry.Inode);
        }
        entry.Sha256.CopyTo(target[length..]);
        return length + entry.Sha256.Length;
    }

    /// <summary>Reads the header; <paramref name="payload"/> then starts with the first entry.</summary>
    /// <exception cref="InvalidDataException">malformed</exception>
    public static EntriesHeader ReadHeader(scoped ref ReadOnlySpan<byte> payload)
    {
        var root = Varint.Read(ref payload);
        var directory = Varint.ReadBytes(ref payload);
        var inode = Varint.Read(ref payload);
        var count = Varint.Read(ref payload);
        if (root > int.MaxValue || count > int.MaxValue)
            throw new InvalidDataException("the journal has a malformed list of entries");
        return new() { Root = (int)root, Directory = directory, Inode = inode, Count = (int)count };
    }

    /// <summary>Reads one entry and moves on.</summary>
    /// <exception cref="InvalidDataException">malformed</exception>
    public static RemovalEntry ReadEntry(scoped ref ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
            throw new InvalidDataException("the journal has a list of entries that is cut short");
        var first = payload[0];
        var marks = (Marks)(first & ~TypeMask);
        payload = payload[1..];
        var name = Varint.ReadBytes(ref payload);
        if (payload is not [0, ..])
            throw new InvalidDataException("the journal has a malformed name");
        payload = payload[1..];
        var step = Varint.Read(ref payload);
        var size = Varint.Read(ref payload);
        var blocks = Varint.Read(ref payload);
        var linked = (marks & Marks.Linked) != 0;
        var links = linked ? Varint.Read(ref payload) : 1;
        var inode = linked ? Varint.Read(ref payload) : 0;
        ReadOnlySpan<byte> hash = [];
        if ((marks & Marks.Hashed) != 0)
        {
            if (payload.Length < HashLength)
                throw new InvalidDataException("the journal has a hash that is cut short");
            hash = payload[..HashLength];
            payload = payload[HashLength..];
        }
        return new()
        {
            Type = (ItemType)(first & TypeMask),
            Name = name,
            Step = (int)step,
            Size = (long)size,
            AllocatedBytes = (long)blocks * 512,
            Links = (uint)links,
            Inode = inode,
            Held = (marks & Marks.Held) != 0,
            Sha256 = hash,
        };
    }
}

/// <summary>Which directory the entries of a frame are in.</summary>
public readonly ref struct EntriesHeader
{
    /// <summary>Position in <see cref="Plan.Roots"/>.</summary>
    public required int Root { get; init; }

    /// <summary>Relative to the root.</summary>
    public required ReadOnlySpan<byte> Directory { get; init; }

    public required ulong Inode { get; init; }

    public required int Count { get; init; }
}

/// <summary>One entry that is to be removed.</summary>
public readonly ref struct RemovalEntry
{
    public required ItemType Type { get; init; }

    /// <summary>Empty for the directory itself.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    /// <summary>Position in <see cref="Plan.Steps"/>.</summary>
    public required int Step { get; init; }

    public required long Size { get; init; }

    /// <summary>A multiple of 512.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>Names that the inode had; its bytes come free with the last one.</summary>
    public required uint Links { get; init; }

    /// <summary>Known only where there are several <see cref="Links"/>.</summary>
    public required ulong Inode { get; init; }

    /// <summary>A process had it open.</summary>
    public bool Held { get; init; }

    /// <summary>Of the content, where it was asked for; else empty.</summary>
    public ReadOnlySpan<byte> Sha256 { get; init; }
}
