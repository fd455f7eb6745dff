using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Which processes hold values of credentials in the environment that they were started with.</summary>
public static class ValueHolders
{
    private const int LongestHolder = 120;

    /// <returns>By credential, such as <c>python (4711): ACCESS_TOKEN</c>; empty where nobody does, and where its value cannot be read</returns>
    public static ImmutableArray<ImmutableArray<string>> Of(IReadOnlyList<RunCredential> credentials, ValueReader values)
    {
        var bytes = credentials.Select(credential => credential.Value is { } source && values.TryRead(source, out var value, out var _) ? Encoding.UTF8.GetBytes(value) : []).ToArray();
        var holders = ProcessEnvironments.Holding(bytes);
        foreach (var value in bytes)
            CryptographicOperations.ZeroMemory(value);
        return [.. holders.Select(static of => of.Select(static holder => VisibleText.Shorten(holder, LongestHolder)).ToImmutableArray())];
    }
}
