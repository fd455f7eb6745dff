using System.Security.Cryptography;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>SHA-256 of single files that are kept, where the descriptor asks for content to be confirmed.</summary>
internal static class KeptHashes
{
    /// <returns><see langword="null"/> where it is not asked for; a file that cannot be read is not in it</returns>
    public static IReadOnlyDictionary<UnixPath, string>? Of(Execution execution)
    {
        var plan = execution.Rounds[^1].Plan;
        if (plan.Confirmation != Confirmation.Hashed)
            return null;
        var hashes = new Dictionary<UnixPath, string>();
        foreach (var step in plan.Steps)
            if (step.Type == ItemType.RegularFile && plan.Decisions[step.Decision].Treatment == Treatment.Keep
                && plan.Roots[step.Root].Path.Join(step.Path.Bytes) is var path && TryHash(path) is { } hash)
                hashes[path] = hash;
        return hashes;
    }

    private static string? TryHash(UnixPath path)
    {
        if (DirectoryHandle.OpenAbsolute(path.Parent.Bytes, out var directory) != Errno.None)
            return null;
        using (directory)
        {
            if (directory!.OpenFile(path.Name, out var file) != Errno.None)
                return null;
            try
            {
                using var stream = new FileStream(file!, FileAccess.Read);
                return Convert.ToHexStringLower(SHA256.HashData(stream));
            }
            catch (IOException)
            {
                return null;
            }
        }
    }
}
