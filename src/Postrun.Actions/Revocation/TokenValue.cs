using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Reads the value of a credential that is sent in the head of a request.</summary>
internal static class TokenValue
{
    /// <param name="isOne">Whether the text can be a value of this kind. What is at the source may be something else by now, which no issuer accepts.</param>
    /// <returns>why nothing can be done; <see langword="null"/> where there is a value</returns>
    public static Revocation? Read(RunCredential credential, ValueReader values, Func<string, bool> isOne, out string token)
    {
        token = "";
        if (credential.Value is not { } source)
            return Revocation.Manual($"where its value can be read is not registered; revoke it at {NotRevocable.IssuerOf(credential)}");
        if (!values.TryRead(source, out token, out var problem))
            return Revocation.Failed($"its value cannot be had: the source {problem}");
        return IsPlain(token) && isOne(token) ? null : Revocation.Failed($"what is at its source is no {CredentialWords.Of(credential.Kind)}; nothing was sent");
    }

    /// <summary>Whether it can stand in the head of a request.</summary>
    public static bool IsPlain(string token) => token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
