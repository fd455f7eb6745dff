using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What the search for caches may ask of the file system. It only reads and follows no symbolic link.</summary>
public interface ICacheProbe
{
    /// <summary>What stands at an absolute path itself (<c>lstat</c>).</summary>
    /// <returns>
    /// <see langword="null"/> where there is nothing; <see cref="ItemType.Unknown"/> where it cannot be looked at.
    /// </returns>
    CacheEntry? Look(UnixPath path);

    /// <summary>The names in a directory, without <c>.</c> and <c>..</c>; <see langword="null"/> where it cannot be read.</summary>
    IReadOnlyList<UnixPath>? Names(UnixPath directory);

    /// <summary>The text of a symbolic link; <see langword="null"/> where it cannot be read.</summary>
    UnixPath? Target(UnixPath link) => null;
}

/// <summary>What <c>lstat</c> says.</summary>
public readonly record struct CacheEntry(ItemType Type, uint Owner, ulong Device, ulong Inode);
