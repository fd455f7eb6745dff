using System.Buffers;
using System.Collections.Concurrent;

namespace Postrun.Evidence;

/// <summary>Hands blocks of lines from the thread that makes them to one that hashes and one that compresses.</summary>
internal sealed class LineBlocks : IDisposable
{
    private const int BlockSize = 256 * 1024;
    private const int MaxWaiting = 4;

    private readonly BlockingCollection<Block> toHash = new(MaxWaiting);
    private readonly BlockingCollection<Block> toCompress = new(MaxWaiting);
    private Block current = new();

    public delegate void Consumer(ReadOnlySpan<byte> bytes);

    public void Add(in RemovedEntry entry)
    {
        current.Ends.Add(current.Lines.WrittenCount + RemovedLine.Write(current.Lines, entry));
        if (current.Lines.WrittenCount >= BlockSize)
            Pass();
    }

    public void Complete()
    {
        Pass();
        toHash.CompleteAdding();
        toCompress.CompleteAdding();
    }

    /// <summary>Every line, without its line feed.</summary>
    public void ForEachHashed(Consumer consume)
    {
        foreach (var block in toHash.GetConsumingEnumerable())
        {
            var start = 0;
            foreach (var end in block.Ends)
            {
                consume(block.Lines.WrittenSpan[start..end]);
                start = end + 1;
            }
        }
    }

    /// <summary>Every block. After a failure the rest is still taken, so that nobody waits for ever.</summary>
    public void ForEachCompressed(Consumer consume)
    {
        var blocks = toCompress.GetConsumingEnumerable().GetEnumerator();
        try
        {
            while (blocks.MoveNext())
                consume(blocks.Current.Lines.WrittenSpan);
        }
        catch
        {
            while (blocks.MoveNext())
            {
            }
            throw;
        }
    }

    private void Pass()
    {
        if (current.Ends.Count == 0)
            return;
        toHash.Add(current);
        toCompress.Add(current);
        current = new();
    }

    public void Dispose()
    {
        toHash.Dispose();
        toCompress.Dispose();
    }

    private sealed class Block
    {
        public ArrayBufferWriter<byte> Lines { get; } = new(BlockSize + 64 * 1024);

        public List<int> Ends { get; } = new(2048);
    }
}
