using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What an error number means for somebody who wants the thing gone.</summary>
internal static class Failure
{
    public static LeftReason Reason(Errno error) => error switch
    {
        Errno.EPERM => LeftReason.Immutable,
        Errno.EACCES => LeftReason.PermissionDenied,
        Errno.EXDEV or Errno.EBUSY => LeftReason.MountPoint,
        Errno.EROFS => LeftReason.ReadOnlyFileSystem,
        Errno.EIO => LeftReason.InputOutputError,
        Errno.ELOOP or Errno.ENOTDIR or Errno.EISDIR or Errno.ESTALE or Errno.ENOENT => LeftReason.ChangedSincePlan,
        Errno.ENOTEMPTY => LeftReason.NotEmpty,
        _ => LeftReason.Other,
    };

    public static string Detail(Errno error) => error switch
    {
        Errno.EPERM => "may not be removed: immutable or append-only (lsattr shows it, chattr -ia clears it), or another user's in a sticky directory",
        Errno.EACCES => "may not be removed: permission denied; run as root or as its owner",
        Errno.EXDEV => "is a mount point; name it under workspace.mounts to have it entered",
        Errno.EBUSY => "is in use as a mount point, perhaps in another namespace; unmount it",
        Errno.EROFS => "lies on a read-only file system",
        Errno.EIO => "input/output error; check the medium, then resume",
        Errno.ELOOP or Errno.ENOTDIR or Errno.EISDIR or Errno.ESTALE or Errno.ENOENT => "was replaced since it was planned",
        _ => $"cannot be removed: {error}",
    };
}
