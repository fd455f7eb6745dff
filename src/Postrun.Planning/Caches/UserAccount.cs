using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Somebody who may own caches.</summary>
/// <param name="Home">Absolute.</param>
public sealed record UserAccount(string Name, uint Uid, UnixPath Home)
{
    /// <summary>Runs Postrun: the environment is theirs, and nobody else's.</summary>
    public bool IsCurrent { get; init; }
}
