using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Reads values of credentials where the run said they are. None is kept, and no problem that it tells holds a part of one.</summary>
/// <param name="variables">The environment; <see langword="null"/>: that of this process.</param>
public sealed class ValueReader(Func<string, string?>? variables = null)
{
    /// <summary>The longest value, in bytes; tokens with many claims have a few thousand.</summary>
    public const int MaxValue = 64 << 10;

    private const int MaxPath = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="problem">What is wrong, in a clause that goes on from the source: <c>does not exist</c>; empty where nothing is.</param>
    /// <returns>False where there is no value.</returns>
    public bool TryRead(ValueSource source, out string value, out string problem)
    {
        problem = "";
        value = source.IsFile ? OfFile(Encoding.UTF8.GetBytes(source.Name), ref problem) : OfVariable(source.Name, ref problem);
        if (problem.Length == 0 && value.Length == 0)
            problem = "is empty";
        return problem.Length == 0;
    }

    private string OfVariable(string name, ref string problem)
    {
        var value = variables is null ? Environment.GetEnvironmentVariable(name) : variables(name);
        if (value is null)
            problem = "is not set in the environment";
        else if (Encoding.UTF8.GetByteCount(value) > MaxValue)
            problem = TooLarge;
        return problem.Length == 0 ? value! : "";
    }

    private static string OfFile(ReadOnlySpan<byte> path, ref string problem)
    {
        if (Open(path, ref problem) is not { } file)
            return "";
        var buffer = new byte[MaxValue + 1];
        try
        {
            using (file)
            {
                if (DirectoryHandle.StatOpen(file, out var stat) != Errno.None || !stat.IsRegularFile)
                {
                    problem = "is no regular file";
                    return "";
                }
                var length = 0;
                for (int read; length < buffer.Length && (read = RandomAccess.Read(file, buffer.AsSpan(length), length)) > 0;)
                    length += read;
                if (length > MaxValue)
                {
                    problem = TooLarge;
                    return "";
                }
                return Strict.GetString(buffer.AsSpan(0, length) is [.. var before, (byte)'\n'] ? before : buffer.AsSpan(0, length));
            }
        }
        catch (ArgumentException)
        {
            problem = NotText;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = "cannot be read";
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
        return "";
    }

    /// <summary>
    /// Opens a file. Links are followed as far as they stay beneath its directory, as those of a Secret that Kubernetes mounts do: one that
    /// leads elsewhere may be somebody's who wants another file to be sent to an issuer.
    /// </summary>
    private static SafeFileHandle? Open(ReadOnlySpan<byte> path, ref string problem)
    {
        var name = path.LastIndexOf((byte)'/');
        if (path.Length >= MaxPath || RealPath.Of(path) is not { } real)
        {
            problem = "does not exist, or may not be reached by this user";
            return null;
        }
        if (RealPath.Of(name == 0 ? "/"u8 : path[..name]) is not { } directory || !IsBeneath(real, directory))
        {
            problem = "is a symbolic link that leads out of its directory";
            return null;
        }
        name = real.LastIndexOf((byte)'/');
        // From here on nothing is a link any more, unless somebody has just made it one.
        var error = DirectoryHandle.OpenAbsolute(name == 0 ? "/"u8 : real.AsSpan(0, name), out var parent);
        using (parent)
        {
            SafeFileHandle? file = null;
            if (error == Errno.None)
                error = parent!.OpenFile(real.AsSpan(name + 1), out file);
            if (error != Errno.None)
                problem = error is Errno.EACCES or Errno.EPERM ? "may not be read by this user" : "cannot be opened";
            return file;
        }
    }

    private static bool IsBeneath(ReadOnlySpan<byte> path, ReadOnlySpan<byte> directory)
    {
        directory = directory.TrimEnd((byte)'/');
        return path.Length > directory.Length + 1 && path.StartsWith(directory) && path[directory.Length] == '/';
    }

    /// <summary>Whether the source is a file that can be read, and only no value.</summary>
    internal static bool IsFile(string problem) => problem == TooLarge || problem == NotText;

    private const string NotText = "is not UTF-8";

    private static readonly string TooLarge = $"is larger than {MaxValue >> 10} KiB";
}
