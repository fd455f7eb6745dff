using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Linux;

namespace Postrun.Actions;

/// <summary>Files that nobody but root and this user can have written, or can write, or can put another in the place of.</summary>
internal static class OwnFile
{
    private const int OfOthers = 0b000_010_010;
    private const int Sticky = 0b001_000_000_000;

    /// <param name="path">Absolute. Links are followed: what they lead to counts.</param>
    /// <param name="real">Without links.</param>
    /// <param name="problem">What is wrong, in a clause that goes on from the file; empty where nothing is.</param>
    /// <returns>The file, open for reading; <see langword="null"/> where it is not like that.</returns>
    public static SafeFileHandle? Open(string path, out string real, out string problem)
    {
        real = "";
        problem = "does not exist, or may not be reached by this user";
        if (!path.StartsWith('/') || RealPath.Of(Encoding.UTF8.GetBytes(path)) is not { } resolved)
            return null;
        var name = resolved.AsSpan().LastIndexOf((byte)'/');
        for (var end = name; end > 0; end = resolved.AsSpan(0, end).LastIndexOf((byte)'/'))
            if (!IsOwn(resolved.AsSpan(0, end), ref problem))
                return null;
        if (DirectoryHandle.OpenAbsolute(name == 0 ? "/"u8 : resolved.AsSpan(0, name), out var parent) != Errno.None)
            return null;
        using (parent)
        {
            if (parent!.OpenFile(resolved.AsSpan(name + 1), out var file) != Errno.None)
            {
                problem = "cannot be opened";
                return null;
            }
            if (DirectoryHandle.StatOpen(file!, out var stat) == Errno.None && stat.IsRegularFile && IsOwn(stat))
            {
                real = Encoding.UTF8.GetString(resolved);
                problem = "";
                return file;
            }
            file!.Dispose();
            problem = "is no file that only root or this user can have written: change its owner, or 'chmod go-w' it";
            return null;
        }
    }

    private static bool IsOwn(ReadOnlySpan<byte> path, ref string problem)
    {
        var error = DirectoryHandle.OpenAbsolute(path, out var directory);
        using (directory)
        {
            if (error == Errno.None && directory!.StatSelf(out var stat) == Errno.None && (IsOwn(stat) || (stat.Owner == 0 && (stat.Permissions & Sticky) != 0)))
                return true;
            problem = "is in a directory where others than root and this user can put another in its place";
            return false;
        }
    }

    private static bool IsOwn(in FileStat stat) => (stat.Owner == 0 || stat.Owner == Kernel.EffectiveUser) && (stat.Permissions & OfOthers) == 0;
}
