using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Postrun.Linux;

/// <summary>
/// Which processes hold which files, by descriptor or by memory map. Unlinking such a file frees nothing until they let
/// go. Processes of other users are seen only as root.
/// </summary>
public sealed class OpenFiles
{
    public static readonly OpenFiles None = new(FrozenDictionary<(ulong, ulong), string[]>.Empty);

    private readonly FrozenDictionary<(ulong Device, ulong Inode), string[]> holders;

    private OpenFiles(FrozenDictionary<(ulong, ulong), string[]> holders) => this.holders = holders;

    /// <summary>Looks once through /proc; only files on these devices are remembered.</summary>
    public static OpenFiles Read(IReadOnlySet<ulong> devices)
    {
        var found = new Dictionary<(ulong, ulong), SortedSet<string>>();
        if (DirectoryHandle.OpenAbsolute("/proc"u8, out var proc) != Errno.None)
            return None;
        using (proc)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        using (var descriptors = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(proc!, buffer);
            while (reader.Next())
                if (reader.Name[0] is >= (byte)'1' and <= (byte)'9' && int.TryParse(reader.Name, CultureInfo.InvariantCulture, out var process)
                    && process != Environment.ProcessId)
                    AddProcess(found, devices, reader.Name, descriptors);
        }
        return found.Count == 0 ? None : new(found.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray()));
    }

    /// <summary>Such as <c>python (4711)</c>; empty where nobody holds the file.</summary>
    public IReadOnlyCollection<string> HoldersOf(ulong device, ulong inode) =>
        holders.Count > 0 && holders.TryGetValue((device, inode), out var processes) ? processes : [];

    public bool IsEmpty => holders.Count == 0;

    // A process that ends meanwhile holds nothing: its errors are no news.
    private static void AddProcess(
        Dictionary<(ulong, ulong), SortedSet<string>> found, IReadOnlySet<ulong> devices, ReadOnlySpan<byte> id, PinnedBuffer buffer)
    {
        var process = Encoding.ASCII.GetString(id);
        string? name = null;
        var path = Encoding.ASCII.GetBytes($"/proc/{process}/fd");
        if (DirectoryHandle.OpenAbsolute(path, out var directory) == Errno.None)
            using (directory)
            {
                var reader = new DirectoryReader(directory!, buffer);
                while (reader.Next())
                    if (directory!.StatTarget(reader.Name, out var stat) == Errno.None && stat.IsRegularFile && devices.Contains(stat.Device))
                        Add((stat.Device, stat.Inode));
            }
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/maps"))
                if (MappedFile(line) is { } file && devices.Contains(file.Device))
                    Add(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }

        void Add((ulong, ulong) file)
        {
            if (!found.TryGetValue(file, out var processes))
                found.Add(file, processes = new(StringComparer.Ordinal));
            processes.Add($"{name ??= Name(process)} ({process})");
        }
    }

    /// <summary>proc_pid_maps(5): address perms offset major:minor inode path.</summary>
    internal static (ulong Device, ulong Inode)? MappedFile(string line)
    {
        var fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 5 || fields[3].Split(':') is not [var major, var minor])
            return null;
        return ulong.TryParse(fields[4], CultureInfo.InvariantCulture, out var inode) && inode != 0
            && ulong.TryParse(major, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            && ulong.TryParse(minor, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
            ? ((high << 32) | low, inode)
            : null;
    }

    private static string Name(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
