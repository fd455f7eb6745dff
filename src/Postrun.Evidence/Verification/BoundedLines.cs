namespace Postrun.Evidence;

/// <summary>Lines that end with a line feed, none longer than a bound; the memory is that of one line and one chunk.</summary>
internal sealed class BoundedLines(Stream stream, int maxLength)
{
    // Whatever a report claims: some hundred million entries.
    private const long MaxTotal = 32L << 30;

    private readonly byte[] buffer = new byte[maxLength + 128 * 1024];
    private int start;
    private int end;
    private long total;

    /// <param name="line">Without its line feed; valid until the next call.</param>
    /// <exception cref="InvalidDataException">a line or the whole is too long, or the last line is cut</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var length = searched + feed;
                if (length > maxLength)
                    throw new InvalidDataException("a line is too long");
                line = buffer.AsSpan(start, length);
                start += length + 1;
                return true;
            }
            searched = end - start;
            if (searched > maxLength)
                throw new InvalidDataException("a line is too long");
            buffer.AsSpan(start, searched).CopyTo(buffer);
            (start, end) = (0, searched);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                line = default;
                return searched == 0 ? false : throw new InvalidDataException("the last line is cut");
            }
            end += read;
            total += read;
            if (total > MaxTotal)
                throw new InvalidDataException("it is longer than any list of ours");
        }
    }
}
