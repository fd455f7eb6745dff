using System.Text;
using Postrun.Linux;

namespace Postrun.Cli.Pipeline;

/// <summary>Opens an evidence directory that somebody names on the command line.</summary>
internal static class EvidencePath
{
    /// <exception cref="CommandException">there is no such directory</exception>
    public static EvidenceDirectory Open(string directory) => RealPath.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(directory))) is { } path
        ? EvidenceDirectory.Open(new(path), create: false)
        : throw CommandException.Usage($"{directory}: does not exist; name the evidence directory");
}
