using Microsoft.Win32.SafeHandles;

namespace Postrun.Linux;

/// <summary>Reads what may have to be waited for, and neither waits nor reads without end.</summary>
internal sealed unsafe class PatientStream(SafeFileHandle file, long limit, TimeSpan patience) : Stream
{
    private long total;

    /// <inheritdoc cref="Stream.Read(Span{byte})"/>
    /// <exception cref="IOException">nothing came in time, more came than may, or the medium failed</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var held = false;
        try
        {
            file.DangerousAddRef(ref held);
            var read = Read((int)file.DangerousGetHandle(), buffer);
            // What is read beyond the limit says that there is more; no caller sees it.
            return (total += read) <= limit ? read : throw new IOException($"is larger than {Size(limit)}; is it the right file?");
        }
        finally
        {
            if (held)
                file.DangerousRelease();
        }
    }

    private int Read(int fd, Span<byte> buffer)
    {
        while (true)
        {
            // First of all: a FIFO that nobody has opened for writing yet says end of file to read(2), but not to poll(2).
            Await(fd);
            nint read;
            fixed (byte* pointer = buffer)
                read = Libc.read(fd, pointer, (nuint)buffer.Length);
            if (read >= 0)
                return (int)read;
            if (Libc.LastError is var error and not (Errno.EINTR or Errno.EAGAIN))
                throw new IOException($"cannot be read: {error}");
        }
    }

    private void Await(int fd)
    {
        var poll = new Libc.pollfd_t { fd = fd, events = Libc.POLLIN };
        int ready;
        while ((ready = Libc.poll(&poll, 1, patience == Timeout.InfiniteTimeSpan ? -1 : (int)patience.TotalMilliseconds)) < 0)
            if (Libc.LastError is var error and not Errno.EINTR)
                throw new IOException($"cannot be read: {error}");
        if (ready == 0)
            throw new IOException($"gave nothing for {patience.TotalSeconds:0} s; does anybody write to it?");
    }

    private static string Size(long bytes) => bytes >= 1 << 30 ? $"{bytes >> 30} GiB" : bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes >> 10} KiB";

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
