using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>What is staged in a Git repository: what the next commit has, and the last has not.</summary>
internal sealed class GitStage : IDisposable
{
    private const byte Fifo = 1, CharacterDevice = 2, BlockDevice = 6;

    private readonly Dictionary<string, GitBlobs> repositories = new(StringComparer.Ordinal);
    private readonly HashSet<(string Repository, UnixPath Path)> seen = [];

    /// <summary>Each file once, in the order of paths within each repository.</summary>
    /// <param name="unread">Takes what has no content that could be read.</param>
    /// <exception cref="CommandException">a path is in no repository, or Git cannot read it</exception>
    public IEnumerable<ScanTarget> Beneath(string path, List<(UnixPath Path, string Reason)> unread)
    {
        var full = RealPath.Of(Encoding.UTF8.GetBytes(path)) is { } real ? Encoding.UTF8.GetString(real) : Path.GetFullPath(path);
        var folder = full;
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        var repository = Repository(folder, path);
        if (!repositories.TryGetValue(repository, out var blobs))
            repositories.Add(repository, blobs = new(folder));
        try
        {
            return Changed(folder, Path.GetRelativePath(folder, full), unread).Where(file => seen.Add((repository, file.Path)))
                .Select(file => new ScanTarget(file.Path, () => blobs.Open(file.Blob))).ToList();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw CommandException.Usage($"{path}: what is staged cannot be listed: {e.Message}");
        }
    }

    private static string Repository(string folder, string path)
    {
        string[] folders;
        try
        {
            folders = Encoding.UTF8.GetString(GitProcess.Answer(folder, OperatorFile.Patience, "rev-parse", "--absolute-git-dir", "--git-common-dir")).Split('\n');
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"{path}: is in no Git repository that can be read; --staged needs one. {e.Message}");
        }
        foreach (var directory in folders.Where(static line => line.Length > 0).Select(line => Path.GetFullPath(line, folder)).Distinct())
            RefuseDevices(directory);
        return folders[0];
    }

    /// <summary>Git would open whatever has the name of one of its files, and wait.</summary>
    private static void RefuseDevices(string repository)
    {
        using var buffer = new PinnedBuffer(DirectoryReader.BufferSize);
        if (RealPath.Of(Encoding.UTF8.GetBytes(repository)) is not { } real || DirectoryHandle.OpenAbsolute(real, out var root) != Errno.None)
            throw CommandException.Usage($"{repository}: cannot be opened");
        using (root)
        {
            var pending = new Stack<UnixPath>([UnixPath.Empty]);
            while (pending.TryPop(out var folder))
            {
                var error = folder.IsEmpty ? root!.OpenAgain(out var directory) : root!.OpenBeneath(folder.Bytes, acrossMounts: true, out directory);
                using (directory)
                    if (error == Errno.None)
                        RefuseDevices(repository, directory!, buffer, folder, pending);
            }
        }
    }

    private static void RefuseDevices(string repository, DirectoryHandle directory, PinnedBuffer buffer, UnixPath folder, Stack<UnixPath> pending)
    {
        var reader = new DirectoryReader(directory, buffer);
        while (reader.Next())
        {
            var type = reader.Type;
            if (type == 0 && reader.Stat(out var stat) == Errno.None)
                type = stat.Type;
            if (type is Fifo or CharacterDevice or BlockDevice)
                throw CommandException.Usage($"{repository}/{folder.Join(reader.Name)}: is a FIFO or a device, which no repository has; remove it");
            if (type == (byte)ItemType.Directory)
                pending.Push(folder.Join(reader.Name));
        }
    }

    private static IEnumerable<(UnixPath Path, string Blob)> Changed(string folder, string within, List<(UnixPath Path, string Reason)> unread)
    {
        var answer = GitProcess.Answer(folder, null,
            "diff-index", "--cached", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--no-relative", "--diff-filter=d", Before(folder), "--", within);
        var fields = new Queue<byte[]>(Fields(answer));
        while (fields.TryDequeue(out var line))
        {
            if (Encoding.ASCII.GetString(line).Split(' ') is not [[':', ..], var mode, _, var blob, [var status, ..]] || !fields.TryDequeue(out var name))
                throw new InvalidDataException("Git gives an answer that is none");
            var path = new UnixPath(name);
            if (status == 'U')
                unread.Add((path, "is not merged yet, so that nothing of it is staged"));
            // A commit of another repository.
            else if (mode == "160000")
                continue;
            else if (mode is "100644" or "100755" or "120000")
                yield return (path, blob);
            else
                unread.Add((path, $"is staged as {mode}, which is neither a file nor a link"));
        }
    }

    /// <summary>The last commit, or the empty tree where there is none.</summary>
    private static string Before(string folder)
    {
        try
        {
            return Line(GitProcess.Answer(folder, OperatorFile.Patience, "rev-parse", "--verify", "HEAD^{commit}"));
        }
        catch (IOException)
        {
            // Also where HEAD is damaged: then all that is in the index is read.
            return Line(GitProcess.Answer(folder, OperatorFile.Patience, "hash-object", "-t", "tree", "--stdin"));
        }
    }

    private static string Line(byte[] answer) => Encoding.ASCII.GetString(answer).TrimEnd('\n');

    private static IEnumerable<byte[]> Fields(byte[] answer)
    {
        for (var (at, end) = (0, 0); at < answer.Length; at = end + 1)
        {
            end = Array.IndexOf(answer, (byte)0, at);
            if (end < 0)
                throw new InvalidDataException("Git gives an answer that is cut");
            yield return answer[at..end];
        }
    }

    public void Dispose()
    {
        foreach (var blobs in repositories.Values)
            blobs.Dispose();
    }
}
