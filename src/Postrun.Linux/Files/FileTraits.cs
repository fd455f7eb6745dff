using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Postrun.Linux;

/// <summary>What a file has beside its content: owner, mode, times, and extended attributes, access lists among them.</summary>
/// <remarks>
/// Not among them, for no system call sets it: when it was created, and its change time. Flags of the inode (<c>chattr</c>) are
/// not taken over either.
/// </remarks>
public static unsafe class FileTraits
{
    /// <summary>XATTR_LIST_MAX and XATTR_SIZE_MAX of <c>linux/limits.h</c>.</summary>
    private const int MaxList = 65_536, MaxValue = 65_536;

    /// <summary>They vouch for the content that they were made for, which another content must not have.</summary>
    private static readonly string[] OfTheContent = ["security.ima", "security.evm"];

    /// <summary>Gives a file what another one has.</summary>
    /// <param name="from">As it was looked at.</param>
    /// <param name="lost">What could not be given, such as <c>owner</c>, <c>user.comment</c>.</param>
    /// <returns>an error where what stays would let somebody in whom the other file keeps out, or cannot be known</returns>
    public static Errno Copy(SafeFileHandle source, in FileStat from, SafeFileHandle target, List<string> lost)
    {
        bool sourceHeld = false, targetHeld = false;
        try
        {
            source.DangerousAddRef(ref sourceHeld);
            target.DangerousAddRef(ref targetHeld);
            return Copy((int)source.DangerousGetHandle(), from, (int)target.DangerousGetHandle(), lost);
        }
        finally
        {
            if (sourceHeld)
                source.DangerousRelease();
            if (targetHeld)
                target.DangerousRelease();
        }
    }

    private static Errno Copy(int source, in FileStat from, int target, List<string> lost)
    {
        // The order counts: a change of owner takes set-user-ID bits and capabilities away, and an access list sets the mode.
        var error = Libc.fchown(target, from.Owner, from.Group) == 0 ? Errno.None : Libc.LastError;
        if (error != Errno.None && DirectoryHandle.StatOpen(new SafeFileHandle(target, ownsHandle: false), out var own) == Errno.None
            && (own.Owner != from.Owner || own.Group != from.Group))
            lost.Add("owner");
        var mode = from.Permissions;
        // Whoever became another owner must not gain what the first one had.
        if (lost.Count > 0)
            mode &= 0b000_111_111_111;
        error = CopyAttributes(source, target, lost);
        if (error != Errno.None)
            return error;
        if (Libc.fchmod(target, (uint)mode) != 0)
            return Libc.LastError;
        var times = stackalloc Libc.timespec_t[] { from.AccessedAt, from.ModifiedAt };
        if (Libc.futimens(target, times) != 0)
            lost.Add("times");
        return Errno.None;
    }

    private static Errno CopyAttributes(int source, int target, List<string> lost)
    {
        var list = new byte[MaxList];
        var value = new byte[MaxValue];
        nint length;
        fixed (byte* pointer = list)
            length = Libc.flistxattr(source, pointer, MaxList);
        if (length < 0)
            return Libc.LastError is Errno.EOPNOTSUPP or Errno.ENOSYS ? Errno.None : Libc.LastError;
        for (var rest = list.AsSpan(0, (int)length); rest.IndexOf((byte)0) is var end and > 0; rest = rest[(end + 1)..])
        {
            var name = Encoding.UTF8.GetString(rest[..end]);
            if (OfTheContent.Contains(name))
            {
                lost.Add(name);
                continue;
            }
            fixed (byte* namePointer = rest, pointer = value)
            {
                var size = Libc.fgetxattr(source, namePointer, pointer, MaxValue);
                if (size < 0 ? Libc.LastError != Errno.ENODATA : Libc.fsetxattr(target, namePointer, pointer, (nuint)size, 0) != 0 && !Has(target, namePointer, value.AsSpan(0, (int)size)))
                    lost.Add(name);
            }
        }
        return Errno.None;
    }

    /// <summary>A label that the security module gave both of them need not be set, and often may not.</summary>
    private static bool Has(int file, byte* name, ReadOnlySpan<byte> value)
    {
        var own = new byte[MaxValue];
        fixed (byte* pointer = own)
        {
            var size = Libc.fgetxattr(file, name, pointer, MaxValue);
            return size >= 0 && value.SequenceEqual(own.AsSpan(0, (int)size));
        }
    }
}
