using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Writes <c>removed.ndjson.zst</c> from the journal, and adds up what it writes.</summary>
/// <remarks>Lines are made on this thread, a block at a time hashed and compressed on others; memory is a few blocks.</remarks>
public static class RemovedListWriter
{
    /// <param name="journal">The file that <paramref name="replay"/> was read from.</param>
    /// <param name="output">Receives the compressed list.</param>
    /// <exception cref="InvalidDataException">the journal was changed after it was read</exception>
    /// <exception cref="IOException">the list cannot be written</exception>
    public static RemovedList Write(JournalReplay replay, SafeFileHandle journal, Stream output, CancellationToken cancellation)
    {
        var sums = new RemovalSums(replay);
        using var list = new BlockWriter(output);
        var block = list.Next();
        new RemovedEntries(replay, journal).ForEach(
            (in entry, chunk) =>
            {
                block.Add(Line(sums, replay, entry, chunk));
                if (!block.IsFull)
                    return;
                list.Add(block);
                block = list.Next();
            },
            cancellation);
        list.Add(block);
        list.Complete();
        return new()
        {
            Records = list.Lines,
            MerkleRoot = list.MerkleRoot,
            FileSha256 = list.FileSha256,
            Steps = sums.Steps,
            Kinds = sums.Kinds,
        };
    }

    private static RemovedEntry Line(RemovalSums sums, JournalReplay replay, in RemovalEntry entry, EntriesChunk chunk) => new()
    {
        Path = sums.Absolute(replay.Plans[chunk.Round].Roots[chunk.Root].Path, chunk.Directory),
        Name = entry.Name,
        Type = entry.Type,
        Size = entry.Size,
        Freed = sums.Add(entry, chunk),
        Round = chunk.Round,
        Step = entry.Step,
        Held = entry.Held,
        Sha256 = entry.Sha256,
    };

    /// <summary>Finishes blocks on other threads and writes them in their order.</summary>
    private sealed class BlockWriter(Stream output) : IDisposable
    {
        private readonly int maxPending = 2 * Environment.ProcessorCount;
        private readonly Queue<(LineBlock Block, Task Finishing)> pending = new();
        private readonly Stack<LineBlock> free = new();
        private readonly MerkleTree tree = new();
        private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Lines => tree.Count;

        public string MerkleRoot => Convert.ToHexStringLower(tree.Root());

        public string FileSha256 => Convert.ToHexStringLower(digest.GetCurrentHash());

        /// <summary>An empty block.</summary>
        public LineBlock Next() => free.TryPop(out var block) ? block : new();

        public void Add(LineBlock block)
        {
            // An empty list is one empty frame, so that every reader finds something to read.
            if (block.IsEmpty && (tree.Count > 0 || pending.Count > 0))
                return;
            pending.Enqueue((block, Task.Run(block.Finish)));
            if (pending.Count >= maxPending)
                WriteNext();
        }

        public void Complete()
        {
            while (pending.Count > 0)
                WriteNext();
        }

        private void WriteNext()
        {
            var (block, finishing) = pending.Dequeue();
            finishing.GetAwaiter().GetResult();
            for (var at = 0; at < block.Hashes.Length; at += ManyHashes.HashSize)
                tree.AddSubtree(block.Hashes.Span.Slice(at, ManyHashes.HashSize), block.Height);
            digest.AppendData(block.Frame.Span);
            output.Write(block.Frame.Span);
            block.Clear();
            free.Push(block);
        }

        public void Dispose()
        {
            tree.Dispose();
            digest.Dispose();
        }
    }
}
