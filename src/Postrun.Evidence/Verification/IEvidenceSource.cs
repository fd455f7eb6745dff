using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>Where evidence is kept. Whoever has it verified says how it is reached; this room opens nothing by itself.</summary>
/// <remarks>An <see cref="IOException"/> of any member becomes a finding.</remarks>
public interface IEvidenceSource
{
    /// <summary>Opens a file of the evidence directory; <see langword="null"/> where there is none.</summary>
    /// <param name="name">Without a slash.</param>
    Stream? Open(string name);

    /// <summary>Names in <c>history/</c>, whatever they stand for and in any order; <see langword="null"/> where there is no such directory.</summary>
    /// <param name="max">How many are wanted at most; whoever made them may have made any number.</param>
    IReadOnlyCollection<UnixPath>? History(int max);

    /// <summary>Opens a file of one folder in <c>history/</c>; <see langword="null"/> where there is none.</summary>
    /// <param name="folder">As <see cref="History"/> named it.</param>
    /// <param name="name">Without a slash.</param>
    Stream? OpenHistory(UnixPath folder, string name);
}
