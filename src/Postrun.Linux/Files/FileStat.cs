namespace Postrun.Linux;

/// <summary>What statx(2) says of one entry, never through a symbolic link.</summary>
public readonly struct FileStat
{
    private readonly ushort mode;
    private readonly ulong attributes;
    private readonly Libc.statx_timestamp changed;
    private readonly Libc.statx_timestamp modified;
    private readonly Libc.statx_timestamp accessed;

    internal FileStat(in Libc.statx_t raw)
    {
        mode = raw.stx_mode;
        attributes = raw.stx_attributes;
        changed = raw.stx_ctime;
        modified = raw.stx_mtime;
        accessed = raw.stx_atime;
        Inode = raw.stx_ino;
        Device = ((ulong)raw.stx_dev_major << 32) | raw.stx_dev_minor;
        Links = raw.stx_nlink;
        Size = (long)raw.stx_size;
        AllocatedBytes = (long)raw.stx_blocks * 512;
        Owner = raw.stx_uid;
        Group = raw.stx_gid;
        MountId = (raw.stx_mask & Libc.STATX_MNT_ID) != 0 ? raw.stx_mnt_id : 0;
    }

    /// <summary>The file type in the encoding of <c>d_type</c>: 4 is a directory, 8 a regular file, 10 a symbolic link.</summary>
    public byte Type => (byte)(mode >> 12);

    public bool IsDirectory => Type == 4;

    public bool IsRegularFile => Type == 8;

    public bool IsSymbolicLink => Type == 10;

    /// <summary>Permission bits.</summary>
    public int Permissions => mode & 0xfff;

    public ulong Inode { get; }

    /// <summary>Major number in the upper half, minor number in the lower half.</summary>
    public ulong Device { get; }

    public uint Links { get; }

    /// <summary>Bytes that can be read.</summary>
    public long Size { get; }

    /// <summary>Bytes that the file system has set aside.</summary>
    public long AllocatedBytes { get; }

    public uint Owner { get; }

    public uint Group { get; }

    /// <summary>0 where the kernel does not say (before 5.8).</summary>
    public ulong MountId { get; }

    public bool IsMountRoot => (attributes & Libc.STATX_ATTR_MOUNT_ROOT) != 0;

    /// <summary>Immutable or append-only: not even root may unlink it.</summary>
    public bool IsImmutable => (attributes & (Libc.STATX_ATTR_IMMUTABLE | Libc.STATX_ATTR_APPEND)) != 0;

    /// <summary>Last change of content, links, name, owner or mode (<c>ctime</c>), cut to 100 ns.</summary>
    public DateTimeOffset ChangedAt => new(ChangedTicks, TimeSpan.Zero);

    /// <summary><see cref="ChangedAt"/> in ticks of 100 ns.</summary>
    public long ChangedTicks => Ticks(changed);

    /// <summary>Last change of content (<c>mtime</c>) in ticks of 100 ns. The owner may set it to anything.</summary>
    public long ModifiedTicks => Ticks(modified);

    /// <summary>Whether this and another are of one file that has not changed in between: its content, mode, owner, names and times.</summary>
    public bool IsUnchanged(in FileStat later) => later.Inode == Inode && later.Device == Device && later.Size == Size
        && later.changed.tv_sec == changed.tv_sec && later.changed.tv_nsec == changed.tv_nsec
        && later.modified.tv_sec == modified.tv_sec && later.modified.tv_nsec == modified.tv_nsec;

    internal Libc.timespec_t AccessedAt => new() { tv_sec = accessed.tv_sec, tv_nsec = accessed.tv_nsec };

    internal Libc.timespec_t ModifiedAt => new() { tv_sec = modified.tv_sec, tv_nsec = modified.tv_nsec };

    private static long Ticks(in Libc.statx_timestamp time) =>
        DateTime.UnixEpoch.Ticks + Math.Clamp(time.tv_sec, -60_000_000_000, 250_000_000_000) * TimeSpan.TicksPerSecond + time.tv_nsec / 100;
}
