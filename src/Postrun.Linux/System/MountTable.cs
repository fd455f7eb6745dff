using System.Globalization;

namespace Postrun.Linux;

/// <summary>A mounted file system, as /proc/self/mountinfo tells (proc_pid_mountinfo(5)).</summary>
/// <param name="Path">With the kernel's octal escapes, <c>\040</c> for a space.</param>
/// <param name="Options">Of the mount and of the file system.</param>
public sealed record Mount(ulong Id, string Path, string FileSystem, string Source, IReadOnlySet<string> Options);

/// <summary>The mounts that this process sees.</summary>
public sealed class MountTable
{
    private readonly Dictionary<ulong, Mount> byId;

    private MountTable(Dictionary<ulong, Mount> byId) => this.byId = byId;

    /// <exception cref="IOException">/proc is not mounted</exception>
    public static MountTable Read() => Parse(File.ReadLines("/proc/self/mountinfo"));

    internal static MountTable Parse(IEnumerable<string> lines)
    {
        var byId = new Dictionary<ulong, Mount>();
        foreach (var line in lines)
        {
            // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
            var halves = line.Split(" - ", 2);
            var left = halves[0].Split(' ');
            var right = halves.Length == 2 ? halves[1].Split(' ') : [];
            if (left.Length < 6 || right.Length < 3 || !ulong.TryParse(left[0], CultureInfo.InvariantCulture, out var id))
                continue;
            byId[id] = new(id, left[4], right[0], right[1], left[5].Split(',').Concat(right[2].Split(',')).ToHashSet(StringComparer.Ordinal));
        }
        return new(byId);
    }

    public IEnumerable<Mount> All => byId.Values;

    /// <summary>The mount a file is on; <see langword="null"/> where the kernel does not say.</summary>
    public Mount? Of(in FileStat stat) => byId.GetValueOrDefault(stat.MountId);
}
