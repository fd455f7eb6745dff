using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>One file to scan.</summary>
/// <param name="Path">As reports have it: as it was named, or beneath what was named.</param>
/// <param name="Open">Opens it for reading once.</param>
internal sealed record ScanTarget(UnixPath Path, Func<Stream> Open);

/// <summary>The files beneath the paths that somebody names, always in one order.</summary>
/// <remarks>Directories are walked by handle. Symbolic links are followed where they are named, and nowhere beneath.</remarks>
internal sealed class ScanTargets : IDisposable
{
    private readonly List<IDisposable> _held = [];
    private readonly List<ScanTarget> _files = [];
    private readonly List<(UnixPath Path, string Reason)> _unread = [];

    public IReadOnlyList<ScanTarget> Files => _files;

    /// <summary>What could not be looked into.</summary>
    public IReadOnlyList<(UnixPath Path, string Reason)> Unread => _unread;

    public static ScanTargets Find(IEnumerable<string> paths)
    {
        var targets = new ScanTargets();
        foreach (var path in paths)
            targets.Add(path);
        return targets;
    }

    /// <summary>What is staged for the next commit beneath the paths.</summary>
    public static ScanTargets Staged(IEnumerable<string> paths)
    {
        var targets = new ScanTargets();
        var stage = new GitStage();
        targets._held.Add(stage);
        foreach (var path in paths)
            targets._files.AddRange(stage.Beneath(path, targets._unread));
        return targets;
    }

    private void Add(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (RealPath.Of(bytes) is { } real && DirectoryHandle.OpenAbsolute(real, out var root) == Errno.None)
        {
            _held.Add(root!);
            var name = new UnixPath(bytes.AsSpan().TrimEnd((byte)'/') is { IsEmpty: false } trimmed ? trimmed : "/"u8);
            // What is beneath the current directory has names that need no dot.
            Walk(root!, name.Bytes.SequenceEqual("."u8) ? UnixPath.Empty : name.Bytes.StartsWith("./"u8) ? new(name.Bytes[2..]) : name);
        }
        else
        {
            var named = new UnixPath(path.StartsWith("./", StringComparison.Ordinal) ? bytes[2..] : bytes);
            _files.Add(new(named, () => NamedFile.Open(bytes, long.MaxValue, OperatorFile.Patience)));
        }
    }

    private void Walk(DirectoryHandle root, UnixPath name)
    {
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        var pending = new Stack<UnixPath>([UnixPath.Empty]);
        while (pending.TryPop(out var folder))
        {
            var shown = name.Join(folder.Bytes);
            var error = folder.IsEmpty ? root.OpenAgain(out var directory) : root.OpenBeneath(folder.Bytes, acrossMounts: true, out directory);
            using (directory)
            {
                if (error == Errno.None)
                    error = List(root, directory!, buffer, folder, name, pending);
                // What a link or another kind of file has replaced meanwhile is not followed; what is gone holds nothing.
                if (error is not (Errno.None or Errno.ENOENT))
                    _unread.Add((shown.IsEmpty ? UnixPath.Of(".") : shown, $"cannot be listed: {error}"));
            }
        }
    }

    /// <summary>Files first, then directories, each by their bytes.</summary>
    private Errno List(DirectoryHandle root, DirectoryHandle directory, PinnedBuffer buffer, UnixPath folder, UnixPath name, Stack<UnixPath> pending)
    {
        var (files, folders) = (new List<UnixPath>(), new List<UnixPath>());
        var reader = new DirectoryReader(directory, buffer);
        while (reader.Next())
        {
            if (reader.Stat(out var stat) != Errno.None)
                continue;
            if (stat.IsRegularFile)
                files.Add(folder.Join(reader.Name));
            else if (stat.IsDirectory && !reader.Name.SequenceEqual(".git"u8))
                folders.Add(folder.Join(reader.Name));
        }
        files.Sort();
        folders.Sort();
        folders.Reverse();
        folders.ForEach(pending.Push);
        foreach (var file in files)
            _files.Add(new(name.Join(file.Bytes), () => Open(root, file)));
        return reader.Error;
    }

    private static FileStream Open(DirectoryHandle root, UnixPath file)
    {
        var parent = file.Parent;
        DirectoryHandle? folder = null;
        var error = parent.IsEmpty ? Errno.None : root.OpenBeneath(parent.Bytes, acrossMounts: true, out folder);
        using (folder)
            return error == Errno.None && EvidenceDirectory.OpenRead(folder ?? root, file.Name) is { } stream
                ? stream
                : throw new IOException("cannot be opened, or is no regular file any more");
    }

    public void Dispose() => _held.ForEach(static held => held.Dispose());
}
