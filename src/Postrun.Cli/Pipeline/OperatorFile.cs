using System.Text;
using Postrun.Linux;

namespace Postrun.Cli.Pipeline;

/// <summary>Reads a small file that the operator names: a descriptor, a key, a passphrase.</summary>
internal static class OperatorFile
{
    /// <summary>Long enough for a secret store to answer in <c>&lt;(...)</c>; a FIFO that nobody writes to is a mistake.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="what">What messages call the file.</param>
    /// <param name="remedy">What to do where it cannot be read.</param>
    /// <exception cref="CommandException">it cannot be read, or is too large</exception>
    public static byte[] Read(ReadOnlySpan<byte> path, int limit, string what, string remedy)
    {
        try
        {
            return NamedFile.ReadAll(path, limit, Patience);
        }
        catch (IOException e)
        {
            throw Refused(e, what, remedy);
        }
    }

    /// <summary>Reads a file that only its owner may read.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, int, string, string)"/>
    public static byte[] ReadPrivate(string path, int limit, string what, string remedy)
    {
        try
        {
            return NamedFile.ReadAllPrivate(Encoding.UTF8.GetBytes(path), limit, Patience);
        }
        catch (IOException e)
        {
            throw Refused(e, what, remedy);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, int, string, string)"/>
    public static byte[] Read(string path, int limit, string what, string remedy) => Read(Encoding.UTF8.GetBytes(path), limit, what, remedy);

    private static CommandException Refused(IOException e, string what, string remedy) => CommandException.Usage($"{what}: {e.Message}; {remedy}");
}
