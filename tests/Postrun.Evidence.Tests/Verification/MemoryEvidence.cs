using Postrun.Model;

namespace Postrun.Evidence.Tests;

/// <summary>An evidence directory that is none.</summary>
internal sealed class MemoryEvidence(Dictionary<string, byte[]> files) : IEvidenceSource
{
    /// <summary><see langword="null"/>: there is no <c>history/</c>.</summary>
    public Dictionary<UnixPath, Dictionary<string, byte[]>>? Folders { get; init; }

    /// <summary>A file that cannot be opened.</summary>
    public string? Failing { get; init; }

    public bool FailsToList { get; init; }

    /// <summary>How often something in <c>history/</c> was opened.</summary>
    public int Opened { get; private set; }

    public Stream? Open(string name) => name == Failing ? throw new IOException("gone\nbad") : Of(files, name);

    public IReadOnlyCollection<UnixPath>? History(int max) => FailsToList ? throw new IOException("EACCES") : Folders is null ? null : [.. Folders.Keys.Take(max)];

    public Stream? OpenHistory(UnixPath folder, string name)
    {
        Opened++;
        return Of(Folders![folder], name);
    }

    private static MemoryStream? Of(Dictionary<string, byte[]> directory, string name) => directory.TryGetValue(name, out var content) ? new(content) : null;
}
