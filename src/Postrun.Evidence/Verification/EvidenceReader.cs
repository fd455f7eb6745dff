using System.Security.Cryptography;

namespace Postrun.Evidence;

/// <summary>The evidence directory behind its port, with bounds.</summary>
internal sealed class EvidenceReader(Func<string, Stream?> open, FindingList findings, CancellationToken cancellation)
{
    // A plan with a million exceptional files is some 300 MiB; an array ends at 2 GiB.
    private const long MaxDocument = 1L << 30;

    private readonly Dictionary<string, byte[]?> documents = [];

    /// <summary>A name of a file right in the directory.</summary>
    public static bool IsPlain(string name) =>
        name is not ("" or "." or "..") && name.Length <= 255 && !name.Contains('/') && !name.Contains('\0');

    /// <summary>The whole file; <see langword="null"/> after a finding.</summary>
    public byte[]? ReadAll(string name, Check what)
    {
        if (documents.TryGetValue(name, out var known))
            return known;
        var content = With(name, what, stream =>
        {
            using var copy = new MemoryStream();
            Pump(stream, chunk =>
            {
                if (copy.Length + chunk.Length > MaxDocument)
                    throw new IOException("it is longer than any document of ours");
                copy.Write(chunk);
            });
            return copy.ToArray();
        });
        return documents[name] = content;
    }

    /// <summary>Lower-case hexadecimal; <see langword="null"/> after a finding.</summary>
    /// <param name="max">Bytes beyond which it is not read on.</param>
    public string? Sha256(string name, Check what, long max = long.MaxValue) => With(name, what, stream =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        Pump(stream, chunk =>
        {
            if ((length += chunk.Length) > max)
                throw new IOException("it is longer than any of ours");
            hash.AppendData(chunk);
        });
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    });

    /// <summary>Runs <paramref name="read"/> over the open file; <see langword="null"/> after a finding.</summary>
    public T? With<T>(string name, Check what, Func<Stream, T?> read) where T : class
    {
        try
        {
            using var stream = open(name);
            if (stream is not null)
                return read(stream);
            findings.Add(what, name, "is missing");
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            findings.Add(what, name, $"cannot be read: {Malformed.Line(e)}");
        }
        return null;
    }

    private delegate void Sink(ReadOnlySpan<byte> chunk);

    private void Pump(Stream stream, Sink sink)
    {
        var buffer = new byte[128 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            sink(buffer.AsSpan(0, read));
        }
    }
}
