using System.Buffers;
using Microsoft.Win32.SafeHandles;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Reads the entries of one frame of the journal, a window at a time: many frames can be open at once.</summary>
internal sealed class EntriesCursor : IDisposable
{
    private const int WindowSize = 8 * 1024;

    private readonly SafeFileHandle journal;
    private readonly EntriesChunk chunk;
    private readonly byte[] window;
    private long next;
    private int used;
    private int filled;
    private int remaining;

    public EntriesCursor(SafeFileHandle journal, EntriesChunk chunk)
    {
        this.journal = journal;
        this.chunk = chunk;
        next = chunk.Offset;
        // A path may be longer than the window is by habit; the header and one entry must fit.
        window = ArrayPool<byte>.Shared.Rent(Math.Min(chunk.Length, WindowSize + EntriesFrame.MaxHeaderLength(chunk.Directory.Bytes.Length)));
        Fill();
        var payload = (ReadOnlySpan<byte>)window.AsSpan(0, filled);
        remaining = EntriesFrame.ReadHeader(ref payload).Count;
        used = filled - payload.Length;
    }

    public EntriesChunk Chunk => chunk;

    /// <summary>The entry at hand; valid until <see cref="MoveNext"/>.</summary>
    public RemovalEntry Current
    {
        get
        {
            var payload = (ReadOnlySpan<byte>)window.AsSpan(used, filled - used);
            return EntriesFrame.ReadEntry(ref payload);
        }
    }

    public bool IsAtEnd => remaining == 0;

    /// <exception cref="InvalidDataException">the journal was changed after its hashes were checked</exception>
    public void MoveNext()
    {
        var payload = (ReadOnlySpan<byte>)window.AsSpan(used, filled - used);
        EntriesFrame.ReadEntry(ref payload);
        used = filled - payload.Length;
        remaining--;
        if (filled - used < EntriesFrame.MaxEntryLength(255) && next < chunk.Offset + chunk.Length)
            Fill();
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(window);

    private void Fill()
    {
        window.AsSpan(used, filled - used).CopyTo(window);
        filled -= used;
        used = 0;
        var wanted = (int)Math.Min(window.Length - filled, chunk.Offset + chunk.Length - next);
        for (int read; wanted > 0 && (read = RandomAccess.Read(journal, window.AsSpan(filled, wanted), next)) > 0; wanted -= read)
        {
            filled += read;
            next += read;
        }
        if (wanted > 0)
            throw new InvalidDataException("the journal became shorter while it was read");
    }
}
