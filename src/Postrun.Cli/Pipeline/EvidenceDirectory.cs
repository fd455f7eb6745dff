using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Evidence;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>The directory that evidence is written to. Files appear in it whole or not at all.</summary>
internal sealed class EvidenceDirectory : IDisposable
{
    /// <summary>Where the evidence of earlier clean-ups is.</summary>
    public static readonly byte[] History = "history"u8.ToArray();

    /// <summary>For files with the names of evidence that no bundle vouches for, such as a plan that somebody keeps here.</summary>
    private static readonly byte[] Unsigned = "unsigned"u8.ToArray();


    private static readonly byte[] Applied = "applied"u8.ToArray();

    /// <summary>Whoever may enter the directory may read the evidence; the umask applies.</summary>
    private const int EvidencePermissions = 0b110_100_100;

    private readonly DirectoryHandle handle;

    private EvidenceDirectory(UnixPath path, DirectoryHandle handle) => (Path, this.handle) = (path, handle);

    public UnixPath Path { get; }

    public DirectoryHandle Handle => handle;

    /// <param name="create">Whether to make it, where its parent exists.</param>
    /// <exception cref="CommandException">it cannot be opened</exception>
    public static EvidenceDirectory Open(UnixPath path, bool create)
    {
        if (create && DirectoryHandle.OpenAbsolute(path.Parent.Bytes, out var parent) == Errno.None)
            using (parent)
                parent!.MakeDirectory(path.Name, 0b111_101_101);
        return DirectoryHandle.OpenAbsolute(path.Bytes, out var handle) switch
        {
            Errno.None => new(path, handle!),
            Errno.ELOOP => throw CommandException.Usage($"evidence directory {path}: is reached through a symbolic link; name the directory itself"),
            Errno.ENOENT => throw CommandException.Usage($"evidence directory {path}: does not exist; create it"),
            var error => throw CommandException.Usage($"evidence directory {path}: cannot be opened: {error}"),
        };
    }

    /// <summary>Refuses roots that hold this directory, whatever their paths say (bind mounts).</summary>
    /// <exception cref="CommandException">a root is this directory or one above it</exception>
    public void RequireOutside(IEnumerable<PlanRoot> roots)
    {
        var above = new HashSet<(ulong, ulong)>();
        for (var path = Path; !path.IsEmpty; path = path.Parent)
        {
            if (DirectoryHandle.OpenAbsolute(path.Bytes, out var directory) == Errno.None)
                using (directory)
                    if (directory!.StatSelf(out var stat) == Errno.None)
                        above.Add((stat.Device, stat.Inode));
            if (path.Bytes.Length == 1)
                break;
        }
        foreach (var root in roots)
            if (above.Contains((root.Device, root.Inode)))
                throw CommandException.Usage($"{root.Path}: contains the evidence directory {Path}; move evidence.directory out of it");
    }

    /// <summary>A file of this directory; <see langword="null"/> where there is none.</summary>
    public FileStream? OpenRead(string name) => OpenRead(handle, Encoding.UTF8.GetBytes(name));

    /// <summary>A regular file: whoever stores evidence may have put a device there, and that may never end.</summary>
    public static FileStream? OpenRead(DirectoryHandle directory, ReadOnlySpan<byte> name)
    {
        if (directory.OpenFile(name, out var file) != Errno.None)
            return null;
        if (DirectoryHandle.StatOpen(file!, out var stat) == Errno.None && stat.IsRegularFile)
            return new(file!, FileAccess.Read);
        file!.Dispose();
        return null;
    }

    public bool Contains(string name) => handle.Stat(Encoding.UTF8.GetBytes(name), out _) == Errno.None;

    /// <exception cref="IOException">it cannot be created</exception>
    public SafeFileHandle Create(string name, int permissions = 0b110_000_000) => handle.CreateFile(Encoding.UTF8.GetBytes(name), permissions, out var file) is var error and not Errno.None
        ? throw new IOException($"{Path}/{name}: cannot be created: {error}")
        : file!;

    /// <exception cref="IOException">it cannot be opened</exception>
    public SafeFileHandle OpenForUpdate(string name) => handle.OpenFileForUpdate(Encoding.UTF8.GetBytes(name), out var file) is var error and not Errno.None
        ? throw new IOException($"{Path}/{name}: cannot be opened: {error}")
        : file!;

    /// <summary>Writes a file beside its name, makes it durable, and puts it in place.</summary>
    /// <exception cref="IOException">it cannot be written; what had the name before still has it</exception>
    public T Write<T>(string name, Func<Stream, T> write)
    {
        var temporary = $".{name}.new";
        handle.Unlink(Encoding.UTF8.GetBytes(temporary));
        T result;
        using (var stream = new FileStream(Create(temporary, EvidencePermissions), FileAccess.Write))
        {
            result = write(stream);
            stream.Flush(flushToDisk: true);
        }
        var error = handle.Rename(Encoding.UTF8.GetBytes(temporary), handle, Encoding.UTF8.GetBytes(name));
        return error == Errno.None ? result : throw new IOException($"{Path}/{name}: cannot be put in place: {error}");
    }

    public void Write(EvidenceFile file) => Write(file.Name, stream =>
    {
        stream.Write(file.Content);
        return true;
    });

    public void Sync() => handle.Sync();

    public void Remove(string name) => handle.Unlink(Encoding.UTF8.GetBytes(name));

    /// <summary>Marks a plan as executed, for ever.</summary>
    /// <returns>whether this is the first time</returns>
    /// <exception cref="IOException">the mark cannot be made</exception>
    public bool TryClaim(Guid plan)
    {
        handle.MakeDirectory(Applied, 0b111_101_101);
        var error = handle.OpenBeneath(Applied, acrossMounts: false, out var applied);
        using (applied)
        {
            if (error == Errno.None)
            {
                error = applied!.CreateFile(Encoding.ASCII.GetBytes($"{plan:d}"), EvidencePermissions, out var mark);
                mark?.Dispose();
                if (error == Errno.None)
                    error = applied.Sync();
            }
            return error == Errno.None || (error == Errno.EEXIST ? false : throw new IOException($"{Path}/applied: cannot be written: {error}"));
        }
    }

    /// <summary><c>sha256:</c> and the digest of the bundle here; <see langword="null"/> where there is none.</summary>
    public string? BundleDigest()
    {
        using var bundle = OpenRead(EvidenceFiles.Bundle);
        if (bundle is null)
            return null;
        using var content = new MemoryStream();
        bundle.CopyTo(content);
        return CanonicalJson.Digest(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Moves the evidence of an earlier clean-up aside: it is evidence, too.</summary>
    /// <remarks>The bundle goes last. While it is here the move is not done, and whoever died in it is followed into the same folder.</remarks>
    /// <exception cref="IOException">it cannot be moved</exception>
    public void Archive(DateTimeOffset now)
    {
        var names = Names(handle).Where(IsEvidence).OrderBy(static name => name == EvidenceFiles.Bundle).Select(Encoding.UTF8.GetBytes).ToList();
        if (names.Count == 0)
            return;
        // What nobody signed is no link of the chain.
        var place = Contains(EvidenceFiles.Bundle) ? History : Unsigned;
        handle.MakeDirectory(place, 0b111_101_101);
        var error = handle.OpenBeneath(place, acrossMounts: false, out var history);
        using (history)
        {
            if (error == Errno.None)
                error = OpenFolder(history!, names, now, out var folder) is var failed and not Errno.None ? failed : Move(names, folder!);
        }
        if (error != Errno.None)
            throw new IOException($"{Path}/{Encoding.ASCII.GetString(place)}: the earlier evidence cannot be moved there: {error}");
    }

    private static Errno OpenFolder(DirectoryHandle history, List<byte[]> names, DateTimeOffset now, out DirectoryHandle? folder)
    {
        if (Names(history).Max(StringComparer.Ordinal) is { } last && history.OpenBeneath(Encoding.UTF8.GetBytes(last), acrossMounts: false, out var begun) == Errno.None)
        {
            folder = begun;
            if (!Holds(begun!, Encoding.UTF8.GetBytes(EvidenceFiles.Bundle)) && !names.Exists(name => Holds(begun!, name)))
                return Errno.None;
            begun!.Dispose();
        }
        folder = null;
        var stamp = Encoding.UTF8.GetBytes(now.ToString("yyyyMMdd'T'HHmmss'.'fffffff'Z'", CultureInfo.InvariantCulture));
        var error = history.MakeDirectory(stamp, 0b111_101_101);
        return error == Errno.None ? history.OpenBeneath(stamp, acrossMounts: false, out folder) : error;
    }

    private static bool Holds(DirectoryHandle directory, byte[] name) => directory.Stat(name, out _) != Errno.ENOENT;

    private Errno Move(List<byte[]> names, DirectoryHandle folder)
    {
        using (folder)
            foreach (var name in names)
                if (handle.Rename(name, folder, name) is var error and not Errno.None)
                    return error;
        return Errno.None;
    }

    private static bool IsEvidence(string name) =>
        name is EvidenceFiles.Report or EvidenceFiles.Manifest or EvidenceFiles.Removed or EvidenceFiles.Bundle or EvidenceFiles.Html
        || (name.StartsWith("plan", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal));

    private static List<string> Names(DirectoryHandle directory)
    {
        var names = new List<string>();
        directory.OpenAgain(out var listed);
        using (listed)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(listed!, buffer);
            while (reader.Next())
                names.Add(Encoding.UTF8.GetString(reader.Name));
        }
        return names;
    }

    public void Dispose() => handle.Dispose();
}
