using System.Globalization;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Why a file was not redacted.</summary>
internal sealed record Obstacle(LeftReason Reason, string Detail)
{
    public static readonly Obstacle Changed = new(LeftReason.ChangedSincePlan, "holds what is to be redacted, and has changed since it was planned");

    public static readonly Obstacle Written = new(LeftReason.OpenForWriting, "holds what is to be redacted, and a process has it open for writing; end the process, and run again");

    public static readonly Obstacle Linked = new(LeftReason.HardLinked, "holds what is to be redacted, and has further names, which would keep it as it is; remove these, and run again");

    public static readonly Obstacle Sealed = new(LeftReason.Other, "holds what is to be redacted, and the policy wants its original sealed or left, which this version does not do; it is as it was");

    public static Obstacle Held(IEnumerable<string> holders) => new(LeftReason.OpenForWriting, $"holds what is to be redacted, and is held open by {string.Join(", ", holders)}; end them, and run again");

    /// <param name="error">Of the system call that failed; the original is as it was.</param>
    public static Obstacle Of(Errno error) => error switch
    {
        Errno.ENOSPC or Errno.EDQUOT => new(LeftReason.NoSpace, "holds what is to be redacted, and there is no room for its copy beside it; make room, and run again"),
        Errno.EROFS => new(LeftReason.ReadOnlyFileSystem, "holds what is to be redacted, and lies on a read-only file system"),
        Errno.EPERM => new(LeftReason.Immutable, "holds what is to be redacted, and may not be replaced: immutable or append-only (lsattr shows it, chattr -ia clears it), or another user's in a sticky directory"),
        Errno.EACCES => new(LeftReason.PermissionDenied, "holds what is to be redacted, and may not be replaced: permission denied; run as root or as its owner"),
        Errno.EIO => new(LeftReason.InputOutputError, "holds what is to be redacted: input/output error; check the medium, then run again"),
        Errno.ENOENT or Errno.ELOOP or Errno.ESTALE => Changed,
        _ => new(LeftReason.Other, string.Create(CultureInfo.InvariantCulture, $"holds what is to be redacted, and cannot be replaced: {error}")),
    };

    /// <summary>The error number that an exception of the file API carries.</summary>
    public static Errno ErrorOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => Errno.EACCES,
        IOException { HResult: > 0 and < 4096 } failure => (Errno)failure.HResult,
        // EFBIG comes as ArgumentException.
        _ => Errno.EIO,
    };
}
