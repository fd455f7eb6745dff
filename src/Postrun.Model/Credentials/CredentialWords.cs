using System.Collections.Frozen;
using System.Text.Json;

namespace Postrun.Model;

/// <summary>Kinds and statuses as they are written in files, policies and on the command line.</summary>
public static class CredentialWords
{
    private static readonly FrozenDictionary<CredentialKind, string> Kinds = Enum.GetValues<CredentialKind>().ToFrozenDictionary(static kind => kind, static kind => Written(JsonSerializer.SerializeToElement(kind, RegisterJson.Default.CredentialKind)));

    private static readonly FrozenDictionary<RevocationStatus, string> Statuses = Enum.GetValues<RevocationStatus>().ToFrozenDictionary(static status => status, static status => Written(JsonSerializer.SerializeToElement(status, RegisterJson.Default.RevocationStatus)));

    private static readonly FrozenDictionary<string, CredentialKind> ByWord = Kinds.ToFrozenDictionary(static pair => pair.Value, static pair => pair.Key);

    /// <summary>In the order in which they are declared.</summary>
    public static IEnumerable<string> AllKinds => Kinds.OrderBy(static pair => pair.Key).Select(static pair => pair.Value);

    public static string Of(CredentialKind kind) => Kinds[kind];

    public static string Of(RevocationStatus status) => Statuses[status];

    public static bool TryParse(string word, out CredentialKind kind) => ByWord.TryGetValue(word, out kind);

    private static string Written(JsonElement element) => element.GetString()!;
}
