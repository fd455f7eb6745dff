using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Postrun.Cli.Pipeline;

/// <summary>Gives the contents of a Git repository by name, wherever they lie: loose, packed, or in another repository. Many threads may use one.</summary>
internal sealed class GitBlobs(string directory) : IDisposable
{
    /// <summary>Longer than any answer's first line.</summary>
    private const int LongestHead = 128;

    private readonly ConcurrentBag<GitProcess> idle = [];

    /// <exception cref="IOException">it is not there, or damaged</exception>
    public Stream Open(string name)
    {
        var git = idle.TryTake(out var known) ? known : GitProcess.Start(directory, patience: null, "cat-file", "--batch");
        var answered = false;
        try
        {
            git.Questions.Write(Encoding.ASCII.GetBytes($"{name}\n"));
            git.Questions.Flush();
            var head = Head(git).Split(' ');
            answered = head is [_, "blob", _] && long.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out _);
            return answered
                ? new Blob(this, git, long.Parse(head[2], CultureInfo.InvariantCulture))
                : throw new IOException($"is staged, and its content cannot be read: {name} is {string.Join(' ', head.Skip(1))}");
        }
        finally
        {
            if (!answered)
                git.Dispose();
        }
    }

    private static string Head(GitProcess git)
    {
        Span<byte> line = stackalloc byte[LongestHead];
        for (var length = 0; length < line.Length; length++)
        {
            if (git.Read(line.Slice(length, 1)) == 0)
                throw git.Failure();
            if (line[length] == '\n')
                return Encoding.ASCII.GetString(line[..length]);
        }
        throw new IOException("Git gives an answer that is none");
    }

    public void Dispose()
    {
        while (idle.TryTake(out var git))
            git.Dispose();
    }

    /// <summary>One content; the process answers further questions once all of it was read.</summary>
    private sealed class Blob(GitBlobs blobs, GitProcess git, long length) : Stream
    {
        private long left = length;
        private bool isOver;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, left)];
            if (buffer.IsEmpty)
                return 0;
            var read = git.Read(buffer);
            if (read == 0)
                throw git.Failure();
            left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !isOver)
            {
                isOver = true;
                Span<byte> newline = stackalloc byte[1];
                if (left == 0 && git.Read(newline) == 1)
                    blobs.idle.Add(git);
                else
                    git.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
