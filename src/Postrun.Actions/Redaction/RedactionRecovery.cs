using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Brings what an interrupted redaction left to an end: one of the two files stands, and nothing has the temporary name.</summary>
internal static class RedactionRecovery
{
    /// <param name="root">Of the intent.</param>
    /// <returns>whether the copy stands in the place of the original; <see langword="null"/> where it could not be settled</returns>
    public static bool? Settle(DirectoryHandle root, OpenRedaction redaction)
    {
        var intent = redaction.Intent;
        if (!RedactionNames.AreValid(intent))
            return null;
        DirectoryHandle? parent = null;
        if (!intent.Directory.IsEmpty && root.OpenBeneath(intent.Directory.Bytes, acrossMounts: false, out parent) is var unopened and not Errno.None)
            // With its directory everything in it is gone, or moved to where nothing is planned.
            return unopened is Errno.ENOENT or Errno.ENOTDIR or Errno.ELOOP ? false : null;
        using (parent)
        {
            var directory = parent ?? root;
            if (directory.StatSelf(out var self) != Errno.None || self.Inode != intent.DirectoryInode)
                return null;
            var standing = directory.Stat(intent.Name.Bytes, out var named) == Errno.None && redaction.Replacement is { } replacement && named.Inode == replacement.Inode;
            var error = directory.Stat(intent.Temporary.Bytes, out var temporary);
            if (error == Errno.ENOENT)
                return standing;
            if (error != Errno.None || !MayGo(redaction, temporary, standing) || directory.Unlink(intent.Temporary.Bytes) != Errno.None)
                return null;
            return directory.Sync() == Errno.None ? standing : null;
        }
    }

    /// <summary>
    /// The copy may go where it does not stand, the original where the copy does. Anything else was put there by somebody; of a copy
    /// that was not complete only its marks are known.
    /// </summary>
    private static bool MayGo(OpenRedaction redaction, in FileStat temporary, bool standing)
    {
        if (!temporary.IsRegularFile)
            return false;
        if (redaction.Replacement is { } replacement)
            return standing ? temporary.Inode == redaction.Intent.Inode : temporary.Inode == replacement.Inode;
        return temporary is { Links: 1, Permissions: 0b110_000_000 } && temporary.Owner == Kernel.EffectiveUser && temporary.Inode != redaction.Intent.Inode;
    }
}
