using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Opens what may be changed, and refuses what may not.</summary>
internal static class RootOpener
{
    /// <summary>Opens a root by its path, no component of which may be a symbolic link.</summary>
    /// <returns>the reason why not; <see langword="null"/> where it is open</returns>
    public static LeftItem? TryOpen(PlanRootRequest request, int number, MountTable mounts, out InventoryRoot? root)
    {
        root = null;
        var error = DirectoryHandle.OpenAbsolute(request.Path.Bytes, out var handle);
        if (error != Errno.None)
            return new()
            {
                Path = request.Path,
                Reason = error switch
                {
                    Errno.ELOOP => LeftReason.SymbolicLink,
                    Errno.EACCES => LeftReason.Unreadable,
                    _ => LeftReason.Other,
                },
                Detail = error switch
                {
                    Errno.ELOOP => "is, or is reached through, a symbolic link; name the directory itself (realpath tells it)",
                    Errno.ENOENT => "does not exist; correct the path in the descriptor",
                    Errno.ENOTDIR => "is not a directory; correct the path in the descriptor",
                    Errno.EACCES => "cannot be opened; run as root or as its owner",
                    _ => $"cannot be opened: {error}",
                },
            };
        handle!.StatSelf(out var stat);
        root = new(
            number,
            new()
            {
                Path = request.Path,
                Origin = request.Origin,
                Cache = request.Cache,
                User = request.User,
                Prefix = request.Prefix,
                Device = stat.Device,
                Inode = stat.Inode,
                FileSystem = mounts.Of(stat)?.FileSystem ?? "unknown",
            },
            handle,
            request.Package);
        return null;
    }
}

/// <summary>A directory that the descriptor or the cache finder names.</summary>
public sealed record PlanRootRequest
{
    public required UnixPath Path { get; init; }

    public required RootOrigin Origin { get; init; }

    public string? Cache { get; init; }

    public string? User { get; init; }

    /// <summary>The package, relative to the workspace root; <see langword="null"/> where it is not beneath it.</summary>
    public UnixPath? Package { get; init; }

    /// <inheritdoc cref="PlanRoot.Prefix"/>
    public UnixPath Prefix { get; init; } = UnixPath.Empty;
}
