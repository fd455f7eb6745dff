using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What could not be looked at stays, and is reported.</summary>
internal static class Unseen
{
    public static LeftItem Item(UnixPath path, Errno error) => new()
    {
        Path = path,
        Reason = error switch
        {
            Errno.EXDEV => LeftReason.MountPoint,
            Errno.EACCES or Errno.EPERM => LeftReason.Unreadable,
            Errno.ELOOP or Errno.ENOTDIR or Errno.ESTALE => LeftReason.ChangedSincePlan,
            Errno.EIO => LeftReason.InputOutputError,
            _ => LeftReason.Other,
        },
        Detail = error switch
        {
            Errno.EXDEV => "is a mount point; name it under workspace.mounts to have it entered",
            Errno.EACCES or Errno.EPERM => "cannot be read; run as root or as its owner",
            Errno.ELOOP or Errno.ENOTDIR or Errno.ESTALE => "was replaced while it was looked at; run again when the training has ended",
            Errno.EIO => "cannot be read: input/output error; check the medium",
            _ => $"cannot be read: {error}",
        },
    };

    public static Decision Decision(LeftItem item) => new()
    {
        Class = DataClass.Undecided,
        Retention = null,
        DeleteAfter = null,
        Treatment = Treatment.Keep,
        Reasons = [new("inventory.unseen", item.Detail)],
    };
}
