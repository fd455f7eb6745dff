using Microsoft.Win32.SafeHandles;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>
/// The removed entries of a journal in their one canonical order: by root, directory, name and round. The order of the
/// journal itself is that of threads; equal clean-ups must have equal lists.
/// </summary>
internal sealed class RemovedEntries(JournalReplay replay, SafeFileHandle journal)
{
    /// <summary>Takes one entry and the place in the journal that speaks of it.</summary>
    public delegate void Visitor(in RemovalEntry entry, EntriesChunk chunk);

    public void ForEach(Visitor visit, CancellationToken cancellation)
    {
        var chunks = replay.Chunks;
        chunks.Sort(static (a, b) => Compare(a, b) is var order and not 0 ? order : a.Offset.CompareTo(b.Offset));
        for (int start = 0, end; start < chunks.Count; start = end)
        {
            cancellation.ThrowIfCancellationRequested();
            for (end = start + 1; end < chunks.Count && Compare(chunks[start], chunks[end]) == 0;)
                end++;
            if (end == start + 1)
                Single(chunks[start], visit);
            else
                Merge(chunks.GetRange(start, end - start), visit);
        }
    }

    private static int Compare(EntriesChunk a, EntriesChunk b) =>
        a.Root.CompareTo(b.Root) is var order and not 0 ? order : a.Directory.CompareTo(b.Directory);

    private void Single(EntriesChunk chunk, Visitor visit)
    {
        var cursor = new EntriesCursor(journal, chunk, open: 1);
        for (; !cursor.IsAtEnd; cursor.MoveNext())
            Visit(cursor.Current, chunk, visit);
    }

    /// <summary>Several frames of one directory, each in order: it was large, or a clean-up was resumed.</summary>
    private void Merge(List<EntriesChunk> chunks, Visitor visit)
    {
        var cursors = new PriorityQueue<EntriesCursor, EntriesCursor>(Comparer<EntriesCursor>.Create(static (a, b) =>
            a.Current.Name.SequenceCompareTo(b.Current.Name) is var order and not 0 ? order
            : a.Chunk.Round.CompareTo(b.Chunk.Round) is var rounds and not 0 ? rounds
            : b.Chunk.Offset.CompareTo(a.Chunk.Offset)));
        foreach (var opened in chunks.Select(chunk => new EntriesCursor(journal, chunk, chunks.Count)))
            if (!opened.IsAtEnd)
                cursors.Enqueue(opened, opened);
        byte[] last = [];
        (int Length, int Round) seen = (-1, -1);
        while (cursors.TryDequeue(out var cursor, out _))
        {
            var entry = cursor.Current;
            // A resumed execution says once more what it found still there; the later word counts.
            if (seen.Round != cursor.Chunk.Round || seen.Length != entry.Name.Length || !entry.Name.SequenceEqual(last.AsSpan(0, seen.Length)))
            {
                if (last.Length < entry.Name.Length)
                    last = new byte[UnixPath.MaxName];
                entry.Name.CopyTo(last);
                seen = (entry.Name.Length, cursor.Chunk.Round);
                Visit(entry, cursor.Chunk, visit);
            }
            cursor.MoveNext();
            if (!cursor.IsAtEnd)
                cursors.Enqueue(cursor, cursor);
        }
    }

    private void Visit(in RemovalEntry entry, EntriesChunk chunk, Visitor visit)
    {
        if (!replay.HasRetractions || !replay.IsRetracted(chunk.Round, chunk.Root, chunk.Directory, new(entry.Name), chunk.Offset))
            visit(entry, chunk);
    }
}
