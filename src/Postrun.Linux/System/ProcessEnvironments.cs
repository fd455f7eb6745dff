using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Postrun.Linux;

/// <summary>
/// Which processes were started with a value in their environment: proc_pid_environ(5). It cannot be wiped from outside. Processes of
/// other users are seen only as root, and what a process has written over is not seen.
/// </summary>
public static class ProcessEnvironments
{
    /// <summary>The kernel gives no process more: a quarter of the largest stack, and 6 MiB at most (execve(2)).</summary>
    private const int Largest = 8 << 20;

    /// <summary>Shorter ones stand in every environment.</summary>
    private const int ShortestValue = 8;

    private static readonly SearchValues<byte> OfNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <param name="values">As bytes.</param>
    /// <returns>For each value, its holders: <c>python (4711): ACCESS_TOKEN</c></returns>
    public static IReadOnlyList<IReadOnlyList<string>> Holding(IReadOnlyList<byte[]> values)
    {
        var holders = values.Select(static _ => new List<string>()).ToArray();
        if (!Array.Exists([.. values], static value => value.Length >= ShortestValue) || DirectoryHandle.OpenAbsolute("/proc"u8, out var proc) != Errno.None)
            return holders;
        var environment = new byte[Largest];
        using (proc)
        using (var buffer = new PinnedBuffer(DirectoryReader.BufferSize))
        {
            var reader = new DirectoryReader(proc!, buffer);
            while (reader.Next())
                if (int.TryParse(reader.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process != Environment.ProcessId)
                    Look(process, environment, values, holders);
        }
        return holders;
    }

    private static void Look(int process, byte[] environment, IReadOnlyList<byte[]> values, List<string>[] holders)
    {
        var length = 0;
        try
        {
            using var file = File.OpenHandle($"/proc/{process}/environ");
            for (int read; length < environment.Length && (read = RandomAccess.Read(file, environment.AsSpan(length), length)) > 0;)
                length += read;
            for (var index = 0; index < values.Count; index++)
                if (values[index].Length >= ShortestValue && environment.AsSpan(0, length).IndexOf(values[index]) is var at and >= 0)
                    holders[index].Add($"{NameOf(process)} ({process}): {VariableAt(environment.AsSpan(0, at))}");
        }
        // A process that ends meanwhile holds nothing, and one of another user does not show.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
        finally
        {
            CryptographicOperations.ZeroMemory(environment.AsSpan(0, length));
        }
    }

    private static string NameOf(int process) => File.ReadAllText($"/proc/{process}/comm").TrimEnd('\n');

    /// <param name="before">All that stands before the value.</param>
    private static string VariableAt(ReadOnlySpan<byte> before)
    {
        var entry = before[(before.LastIndexOf((byte)0) + 1)..];
        // A process may have written something else there, such as its title.
        return entry.IndexOf((byte)'=') is var end and > 0 && !entry[..end].ContainsAnyExcept(OfNames) ? Encoding.UTF8.GetString(entry[..end]) : "?";
    }
}
