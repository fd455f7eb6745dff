using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>A credential that was issued to a run. Holds what it is known by, and never its value.</summary>
public sealed record RunCredential
{
    /// <summary>What a person calls it. Unique within the run; 1 to <see cref="LongestName"/> characters that can be shown.</summary>
    public required string Name { get; init; }

    public required CredentialKind Kind { get; init; }

    /// <summary>The address of its issuer, absolute: <c>https</c>, or <c>http</c> on this machine.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>What its issuer knows it by: a lease id, an accessor, a prefix. Not a secret, but not for everybody either.</summary>
    public string? Handle { get; init; }

    /// <summary>Where its value can be read, of those that nothing else identifies.</summary>
    public ValueSource? Value { get; init; }

    /// <summary>Of Vault Enterprise and OpenBao.</summary>
    public string? Namespace { get; init; }

    /// <summary>Of AppRole: whose secret id it is.</summary>
    public string? Role { get; init; }

    /// <summary>Where its authentication method is mounted, without <c>auth/</c>: <c>approle</c>.</summary>
    public string? Mount { get; init; }

    /// <summary>Of OAuth: the client that the token was issued to, and where its secret can be read; a public client has none.</summary>
    public string? ClientId { get; init; }

    public ValueSource? ClientSecret { get; init; }

    /// <summary>Whether others than this run use it, too.</summary>
    public bool Shared { get; init; }

    /// <summary>Of a system of one's own: the absolute path of the file that says how it is revoked; see <see cref="Postrun.Model.Recipe"/>.</summary>
    public string? Recipe { get; init; }

    /// <summary>Whether it is the run's alone, so that it may be revoked in a way that cannot be taken back and that others hear of.</summary>
    public bool RunOwned { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public const int LongestName = 200;

    /// <summary>Whether both are one credential at one issuer, whatever they are called; what only its name tells apart is what its name says.</summary>
    public bool IsSame(RunCredential other) => (Handle is not null || Value is not null || Name == other.Name) &&
        (Kind, Issuer, Handle, Value, Namespace, Role, Mount) == (other.Kind, other.Issuer, other.Handle, other.Value, other.Namespace, other.Role, other.Mount);
}

/// <summary>Where a value can be read: <c>env:NAME</c> or <c>file:/absolute/path</c>.</summary>
/// <param name="IsFile">A file, whose last line feed is no part of the value; else a variable of the environment.</param>
[JsonConverter(typeof(ValueSourceConverter))]
public readonly record struct ValueSource(bool IsFile, string Name)
{
    private const string File = "file:";
    private const string Variable = "env:";

    /// <summary>False where the text is neither.</summary>
    public static bool TryParse(string text, out ValueSource source)
    {
        source = text.StartsWith(File, StringComparison.Ordinal) ? new(IsFile: true, text[File.Length..])
            : text.StartsWith(Variable, StringComparison.Ordinal) ? new(IsFile: false, text[Variable.Length..])
            : default;
        return source.Name is { Length: > 0 } && !source.Name.Contains('\0') && (source.IsFile ? source.Name[0] == '/' : !source.Name.Contains('='));
    }

    public override string ToString() => (IsFile ? File : Variable) + Name;
}
