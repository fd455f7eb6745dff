using System.Formats.Tar;
using System.IO.Compression;

namespace Postrun.Rego;

/// <summary>The files of a bundle, from a directory, an archive, or a single file.</summary>
public static class BundleSource
{
    public const int MaxFiles = 10_000;

    /// <summary>Of all files together, unpacked.</summary>
    public const long MaxBytes = 64 << 20;

    private static readonly string[] Singles = [".rego", ".json", ".yaml", ".yml"];

    /// <summary>How many directories a file may lie in.</summary>
    public const int MaxDepth = 100;

    /// <param name="path">A directory, a <c>.tar.gz</c>, or one <c>.rego</c>, <c>.json</c> or <c>.yaml</c> file.</param>
    /// <param name="open">Opens a file for reading; by default as any program would.</param>
    /// <exception cref="BundleException">it is none of these, cannot be read, or is larger than the limits</exception>
    public static IReadOnlyList<BundleFile> Read(string path, Func<string, Stream>? open = null)
    {
        open ??= static file => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            if (Directory.Exists(path))
                return InDirectory(path, open);
            var packed = path.EndsWith(".tar.gz", StringComparison.Ordinal) || path.EndsWith(".tgz", StringComparison.Ordinal);
            if (!packed && Path.Exists(path) && !Singles.Contains(Path.GetExtension(path)))
                throw new BundleException($"{path}: is no policy by its name; name a directory, a .tar.gz, or a .rego, .json or .yaml file");
            using var file = open(path);
            if (!packed)
                return [new(Path.GetFileName(path), ReadAll(file, path, MaxBytes))];
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            // To its end, where the checksum stands; and headers count like files.
            return InArchive(ReadAll(unpacked, path, MaxBytes), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new BundleException($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <summary>Links to files count as files: that is how Kubernetes mounts a ConfigMap, in directories whose names begin with two dots.</summary>
    private static List<BundleFile> InDirectory(string root, Func<string, Stream> open)
    {
        var files = new List<BundleFile>();
        var left = MaxBytes;
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out var relative))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, relative)).EnumerateFileSystemInfos())
            {
                var path = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
                if (entry is DirectoryInfo)
                {
                    if (entry.Name.StartsWith("..", StringComparison.Ordinal) || entry.Name == ".git")
                        continue;
                    if (entry.LinkTarget is not null || IsPolicy(path))
                        throw new BundleException($"{entry.FullName}: is a {(entry.LinkTarget is null ? "directory with the name of a policy" : "link to a directory, which is not followed")}; what is meant to decide must not be left out");
                    waiting.Push(path);
                    continue;
                }
                if (!IsPolicy(path))
                    continue;
                using var file = open(entry.FullName);
                Add(files, path, ReadAll(file, entry.FullName, left));
                left -= files[^1].Content.Length;
            }
        }
        return files;
    }

    private static List<BundleFile> InArchive(byte[] unpacked, string archive)
    {
        var files = new List<BundleFile>();
        if (!TarSizes.Fit(unpacked))
            throw new BundleException($"{archive}: is damaged: a header goes on behind the end of the archive");
        using var content = new MemoryStream(unpacked, writable: false);
        using var reader = new TarReader(content, leaveOpen: true);
        while (Next(reader, archive) is { } entry)
        {
            var path = entry.Name.TrimStart('/');
            while (path.StartsWith("./", StringComparison.Ordinal))
                path = path[2..];
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
            {
                if (IsPolicy(path.TrimEnd('/')))
                    throw new BundleException($"{archive}: holds '{path.TrimEnd('/')}' as a link or a directory; a policy is a file of its own there");
                continue;
            }
            if (path.Split('/').Any(static step => step is "" or "." or ".."))
                throw new BundleException($"{archive}: holds the path '{entry.Name}', which is not one within the bundle");
            if (!IsPolicy(path))
                continue;
            if (files.Exists(file => file.Path == path))
                throw new BundleException($"{archive}: holds '{path}' twice");
            Add(files, path, entry.DataStream is null ? [] : ReadAll(entry.DataStream, archive, MaxBytes));
        }
        if (unpacked.AsSpan((int)content.Position).ContainsAnyExcept((byte)0))
            throw new BundleException($"{archive}: goes on behind the end of its archive; pack it again");
        return files;
    }

    /// <summary>The reader has more kinds of exceptions for damaged headers than it says.</summary>
    private static TarEntry? Next(TarReader reader, string archive)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception e) when (e is ArithmeticException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new BundleException($"{archive}: is damaged: {e.Message}");
        }
    }

    private static void Add(List<BundleFile> files, string path, byte[] content)
    {
        if (files.Count == MaxFiles)
            throw new BundleException($"{path}: is one more than the {MaxFiles} files that a bundle may have");
        if (path.Count(static c => c == '/') > MaxDepth)
            throw new BundleException($"{(path.Length > 80 ? path[..80] + "..." : path)}: lies in more than {MaxDepth} directories");
        if (path.Any(static c => char.IsControl(c) || c == '\ufffd'))
            throw new BundleException("a bundle holds a path that is not text, or has control characters; the digest names paths line by line");
        files.Add(new(path, content));
    }

    private static bool IsPolicy(string path) =>
        path.EndsWith(".rego", StringComparison.Ordinal) || Path.GetFileName(path) is ".manifest" or "data.json" or "data.yaml" or "data.yml";

    private static byte[] ReadAll(Stream stream, string path, long limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > limit)
                throw TooLarge(path);
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    private static BundleException TooLarge(string path) => new($"{path}: is larger than the {MaxBytes >> 20} MiB that a bundle may have");
}
