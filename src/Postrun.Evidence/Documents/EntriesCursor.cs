using Microsoft.Win32.SafeHandles;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Reads the entries of one frame of the journal, a window at a time: many frames can be open at once.</summary>
internal sealed class EntriesCursor
{
    private const int WindowSize = 8 * 1024;

    /// <summary>What the windows of one directory may take together: a million entries are a thousand frames.</summary>
    private const int WindowsTogether = 1024 * 1024;

    private readonly SafeFileHandle journal;
    private readonly EntriesChunk chunk;
    private byte[] window;
    private long next;
    private int used;
    private int filled;
    private int remaining;

    /// <param name="open">How many cursors are open at once.</param>
    public EntriesCursor(SafeFileHandle journal, EntriesChunk chunk, int open)
    {
        this.journal = journal;
        this.chunk = chunk;
        next = chunk.Offset;
        // A path may be longer than the window is by habit; the header and one entry must fit.
        window = new byte[Math.Min(chunk.Length, EntriesFrame.MaxHeaderLength(chunk.Directory.Bytes.Length) + Math.Clamp(WindowsTogether / open, 512, WindowSize))];
        Fill();
        var payload = (ReadOnlySpan<byte>)window.AsSpan(0, filled);
        remaining = EntriesFrame.ReadHeader(ref payload).Count;
        used = filled - payload.Length;
        Ensure();
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
        Ensure();
    }

    /// <summary>Reads on until the next entry is whole; one with a long name makes the window larger.</summary>
    private void Ensure()
    {
        while (remaining > 0 && next < chunk.Offset + chunk.Length
            && EntriesFrame.MaxNextLength(window.AsSpan(used, filled - used)) is var needed && filled - used < needed)
        {
            if (needed > window.Length)
                Array.Resize(ref window, needed);
            Fill();
        }
    }

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
