using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>What was issued to a run, written down when it is issued: what only the run knows cannot be found out afterwards.</summary>
public sealed class CredentialRegister : IDisposable
{
    /// <summary>Where the register itself is not named.</summary>
    public const string Variable = "POSTRUN_CREDENTIALS";

    private readonly LineFile file;
    private readonly List<RunCredential> credentials = [];
    private readonly List<int> damaged = [];

    private CredentialRegister(LineFile file)
    {
        this.file = file;
        var number = 0;
        foreach (var line in file.Lines())
        {
            number++;
            if (Read(line) is { } credential && !credentials.Exists(known => known.Name == credential.Name))
                credentials.Add(credential);
            else
                damaged.Add(number);
        }
    }

    public IReadOnlyList<RunCredential> Credentials => credentials;

    /// <summary>The numbers, from 1, of lines that are no credential, or take the name of an earlier one: something may live on that nobody knows of.</summary>
    public IReadOnlyList<int> DamagedLines => damaged;

    /// <summary>Opens it for this process alone.</summary>
    /// <returns><see langword="null"/> where it is not there, and not to be made</returns>
    /// <exception cref="IOException">it cannot be opened, or is none</exception>
    public static CredentialRegister? Open(string path, bool create) => LineFile.Open(path, create) is { } file ? new(file) : null;

    /// <summary>Adds one, durably. What is there already, by the same name, is not added again.</summary>
    /// <exception cref="ArgumentException">another one has the name, or it has another name already</exception>
    /// <exception cref="IOException">it cannot be written</exception>
    public void Add(RunCredential credential)
    {
        if (credentials.Find(known => known.Name == credential.Name || known.IsSame(credential)) is { } known)
        {
            if (known.Name == credential.Name && known.IsSame(credential))
                return;
            throw new ArgumentException(known.Name == credential.Name ? $"another credential has the name {known.Name}" : $"it is registered already, as {known.Name}");
        }
        file.Append(JsonSerializer.SerializeToUtf8Bytes(credential, RegisterJson.Default.RunCredential));
        file.Flush();
        credentials.Add(credential);
    }

    public void Dispose() => file.Dispose();

    private static RunCredential? Read(byte[] line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RegisterJson.Default.RunCredential) is { } credential && IsValid(credential) ? credential : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsValid(RunCredential credential) => credential.Name.Length is > 0 and <= RunCredential.LongestName && !credential.Name.Any(char.IsControl)
        && credential.Issuer is null or { IsAbsoluteUri: true, UserInfo: "" };
}
