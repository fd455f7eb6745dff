using System.IO.Compression;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>What is staged in a Git repository, read from its files: no other program is started.</summary>
/// <remarks>
/// Content that somebody stages lies in a file of its own until Git packs it, which it mostly does with what was committed. So what lies
/// in a pack is taken to be known, and is not read; what was committed and is not packed yet is read once more. Known gap: <c>git gc</c>
/// packs what is staged, too, and a file over <c>core.bigFileThreshold</c> is packed at once.
/// </remarks>
internal sealed class GitRepository
{
    private const long LargestIndex = 1 << 30;

    private const string NoRepository = "is in no Git repository; --staged needs one";

    private readonly string _top;
    private readonly string _index;
    private readonly string _objects;

    private GitRepository(string top, string directory)
    {
        // Git says where the index of this commit is, where it is not the usual one: 'git commit FILE' has one of its own.
        _index = Environment.GetEnvironmentVariable("GIT_INDEX_FILE") is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(directory, "index");
        var common = Path.Combine(directory, "commondir");
        var shared = File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), directory) : directory;
        _objects = Path.Combine(shared, "objects");
        _top = top;
        var config = Path.Combine(shared, "config");
        if (File.Exists(config) && File.ReadAllText(config).Replace(" ", "", StringComparison.Ordinal).Contains("objectformat=sha256", StringComparison.OrdinalIgnoreCase))
            throw CommandException.Usage($"{top}: is a repository with SHA-256, which --staged does not read");
    }

    /// <summary>The files that are staged beneath the paths.</summary>
    /// <exception cref="CommandException">a path is in no repository, or its index cannot be read</exception>
    public static IEnumerable<ScanTarget> Staged(IEnumerable<string> paths) =>
        paths.SelectMany(StagedBeneath).DistinctBy(static file => file.Path).OrderBy(static file => file.Path);

    private static IEnumerable<ScanTarget> StagedBeneath(string path)
    {
        var full = RealPath.Of(Encoding.UTF8.GetBytes(path)) is { } real ? Encoding.UTF8.GetString(real) : Path.GetFullPath(path);
        var repository = Around(full) ?? throw CommandException.Usage($"{path}: {NoRepository}");
        return repository.Read(full == repository._top ? "" : Path.GetRelativePath(repository._top, full));
    }

    private static GitRepository? Around(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git))
                return new(folder, git);
            // A worktree, or a submodule.
            if (File.Exists(git) && File.ReadAllText(git) is var text && text.StartsWith("gitdir: ", StringComparison.Ordinal))
                return new(folder, Path.GetFullPath(text["gitdir: ".Length..].Trim(), folder));
        }
        return null;
    }

    private List<ScanTarget> Read(string folder)
    {
        // Nothing was ever staged.
        if (!File.Exists(_index))
            return [];
        try
        {
            return [.. GitIndex.Read(NamedFile.ReadAll(Encoding.UTF8.GetBytes(_index), LargestIndex, OperatorFile.Patience))
                .Where(file => file.IsBeneath(folder) && File.Exists(ObjectFile(file))).Select(file => new ScanTarget(new UnixPath(file.Path), () => Open(ObjectFile(file))))];
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw CommandException.Usage($"{_index}: {e.Message}");
        }
    }

    private string ObjectFile(StagedFile file) => Path.Combine(_objects, file.Object[..2], file.Object[2..]);

    /// <summary>A loose object: <c>blob</c>, its length, NUL and the content, compressed together.</summary>
    private static ZLibStream Open(string file)
    {
        var stream = new ZLibStream(File.OpenRead(file), CompressionMode.Decompress);
        for (var read = stream.ReadByte(); read != 0; read = stream.ReadByte())
            if (read < 0)
                throw new InvalidDataException("is no object of Git");
        return stream;
    }
}
