using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What became of the credentials of a run, line by line as it is known: what was interrupted goes on from here.</summary>
public sealed class RevocationLog : IDisposable
{
    private readonly LineFile file;

    private RevocationLog(LineFile file)
    {
        this.file = file;
        var last = new Dictionary<string, RevocationOutcome>();
        foreach (var line in file.Lines())
            // A line that was cut tells nothing: its credential is asked about again.
            if (Read(line) is { } outcome)
                last[outcome.Name] = outcome;
        Earlier = last;
    }

    /// <summary>The last outcome of each name, as it was found.</summary>
    public IReadOnlyDictionary<string, RevocationOutcome> Earlier { get; }

    /// <exception cref="FileBusyException">another process has it</exception>
    /// <exception cref="IOException">it cannot be opened, or is none</exception>
    public static RevocationLog Open(string path) => new(LineFile.Open(path, create: true)!);

    /// <summary>Adds an outcome; from any thread.</summary>
    /// <exception cref="IOException">it cannot be written</exception>
    public void Append(RevocationOutcome outcome) => file.Append(JsonSerializer.SerializeToUtf8Bytes(outcome, RegisterJson.Default.RevocationOutcome));

    /// <summary>Makes durable what was added.</summary>
    public void Flush() => file.Flush();

    public void Dispose() => file.Dispose();

    private static RevocationOutcome? Read(byte[] line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RegisterJson.Default.RevocationOutcome);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
