using System.Buffers;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Entries of one directory that are removed together: built while the directory is listed, written to the journal as
/// one frame, then unlinked name by name from that same frame.
/// </summary>
internal sealed class RemovalBatch : IDisposable
{
    /// <summary>More than this goes into a further batch: memory must not grow with the size of a directory.</summary>
    public const int MaxEntries = 1024;

    private const int MaxBytes = 96 * 1024;

    private byte[] entries = ArrayPool<byte>.Shared.Rent(8 * 1024);
    private readonly List<Place> index = [];
    private int used;
    private byte[]? frame;

    public int Count => index.Count;

    public bool IsFull => index.Count >= MaxEntries || used >= MaxBytes;

    public void Add(in RemovalEntry entry)
    {
        var needed = used + EntriesFrame.MaxEntryLength(entry.Name.Length);
        if (needed > entries.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * entries.Length));
            entries.AsSpan(0, used).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(entries);
            entries = larger;
        }
        var length = EntriesFrame.WriteEntry(entries.AsSpan(used), entry);
        // A mark byte and a length of one or two bytes stand before the name.
        index.Add(new(used, length, used + (entry.Name.Length < 128 ? 2 : 3), entry.Name.Length));
        used += length;
    }

    /// <summary>Sorts by name and writes the frame; nothing is added afterwards.</summary>
    public ReadOnlyMemory<byte> ToFrame(int root, ReadOnlySpan<byte> directory, ulong inode)
    {
        var source = entries;
        index.Sort((a, b) => source.AsSpan(a.Name, a.NameLength).SequenceCompareTo(source.AsSpan(b.Name, b.NameLength)));
        var whole = ArrayPool<byte>.Shared.Rent(JournalFrame.Length(EntriesFrame.MaxHeaderLength(directory.Length) + used));
        var payload = whole.AsSpan(JournalFormat.HeaderLength);
        var length = EntriesFrame.WriteHeader(payload, root, directory, inode, index.Count);
        for (var i = 0; i < index.Count; i++)
        {
            var place = index[i];
            source.AsSpan(place.Start, place.Length).CopyTo(payload[length..]);
            index[i] = place with { Start = JournalFormat.HeaderLength + length };
            length += place.Length;
        }
        JournalFrame.Seal(whole, JournalFrameKind.Entries, length);
        ArrayPool<byte>.Shared.Return(entries);
        entries = [];
        frame = whole;
        return whole.AsMemory(0, JournalFrame.Length(length));
    }

    /// <summary>Entry <paramref name="position"/> of the finished frame.</summary>
    public RemovalEntry this[int position]
    {
        get
        {
            var bytes = (ReadOnlySpan<byte>)frame.AsSpan(index[position].Start, index[position].Length);
            return EntriesFrame.ReadEntry(ref bytes);
        }
    }

    public void Dispose()
    {
        if (frame is not null)
            ArrayPool<byte>.Shared.Return(frame);
        if (entries.Length > 0)
            ArrayPool<byte>.Shared.Return(entries);
        frame = null;
        entries = [];
    }

    /// <summary>Where an entry and its name stand.</summary>
    private readonly record struct Place(int Start, int Length, int Name, int NameLength);
}
