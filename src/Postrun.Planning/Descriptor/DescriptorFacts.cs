using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>What was found where <c>postrun init</c> was called.</summary>
public sealed record DescriptorFacts
{
    /// <summary>The id to propose; <see langword="null"/> writes a reference to the variable <c>RUN_ID</c>.</summary>
    public string? RunId { get; init; }

    /// <summary>The directory to clean, as the file shall name it.</summary>
    public string Root { get; init; } = "./work";

    /// <summary>Directories beneath the root whose names tell what they hold.</summary>
    public ImmutableArray<FoundDirectory> Directories { get; init; } = [];

    /// <summary>Names of the catalogue of caches that were found for this user.</summary>
    public ImmutableArray<string> Caches { get; init; } = [];
}

/// <summary>A directory and what its name says that it holds.</summary>
/// <param name="Path">Relative to the root, without leading slash.</param>
public sealed record FoundDirectory(string Path, DirectoryGuess Guess)
{
    private static readonly ImmutableSortedDictionary<string, DirectoryGuess> Names = new Dictionary<string, DirectoryGuess>
    {
        ["artifacts"] = DirectoryGuess.Reports,
        ["augmented"] = DirectoryGuess.Samples,
        ["cache"] = DirectoryGuess.Temporary,
        ["checkpoints"] = DirectoryGuess.Checkpoints,
        ["ckpt"] = DirectoryGuess.Checkpoints,
        ["debug"] = DirectoryGuess.Samples,
        ["eval"] = DirectoryGuess.Reports,
        ["logs"] = DirectoryGuess.Logs,
        ["metrics"] = DirectoryGuess.Reports,
        ["package"] = DirectoryGuess.Package,
        ["previews"] = DirectoryGuess.Temporary,
        ["reports"] = DirectoryGuess.Reports,
        ["samples"] = DirectoryGuess.Samples,
        ["sbom"] = DirectoryGuess.Reports,
        ["scratch"] = DirectoryGuess.Temporary,
        ["temp"] = DirectoryGuess.Temporary,
        ["tensorboard"] = DirectoryGuess.Logs,
        ["tmp"] = DirectoryGuess.Temporary,
        ["wandb"] = DirectoryGuess.Logs,
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A guess for a directory of this name; <see langword="null"/> where the name says nothing.</summary>
    public static DirectoryGuess? GuessFor(string name) => Names.TryGetValue(name, out var guess) ? guess : null;
}

/// <summary>What a directory probably holds.</summary>
public enum DirectoryGuess
{
    /// <summary>The signed package of the model.</summary>
    Package,

    /// <summary>Checkpoints that were not packaged.</summary>
    Checkpoints,

    /// <summary>Results of the gates, metrics, bills of materials.</summary>
    Reports,

    /// <summary>Scratch, previews, caches.</summary>
    Temporary,

    /// <summary>Logs and event files.</summary>
    Logs,

    /// <summary>Samples, debug and augmented sets.</summary>
    Samples,
}
