using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Revokes what a system of one's own issued, by the requests of a recipe.</summary>
public sealed class HttpRecipeRevoker(IssuerClient client, ValueReader values, TimeProvider time) : IRevoker
{
    private const string Handle = "{handle}";

    private readonly TokenProof proof = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.Http;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (credential.Recipe is not { } path)
            return Revocation.Manual("how it is revoked is not registered");
        if (RecipeFile.Read(path, credential.Kind, out var problem)?.Http is not { } recipe)
            return Revocation.Failed($"its recipe {problem}");
        if ((recipe.Revoke.Url + recipe.Look.Url).Contains(Handle, StringComparison.Ordinal) && (credential.Handle is not { } handle || !PrefixGuard.IsPlain(handle)))
            return Revocation.Failed("its recipe wants a handle in an address, and there is none that can stand there");
        if (TokenValue.Read(credential, values, static _ => true, out var value) is { } unread)
            return unread;
        return await proof.RevokeAsync(new("its issuer",
            async limit => TokenLook.Of(await client.SendAsync(() => Request(recipe.Look, credential.Handle, value), limit), answer => answer.Status == recipe.Alive, answer => answer.Status == recipe.Dead),
            async cut => TokenAct.Of(await client.SendAsync(() => Request(recipe.Revoke, credential.Handle, value), cut), recipe.Taken, recipe.Taken == 202 ? TokenTaken.Queued : TokenTaken.Done)), cancellation);
    }

    private static HttpRequestMessage Request(HttpCall call, string? handle, string value)
    {
        var address = new Uri(handle is null ? call.Url : call.Url.Replace(Handle, Uri.EscapeDataString(handle), StringComparison.Ordinal));
        var request = IssuerRequest.Of(new(call.Method), address, json: call.Field is { } field ? Json(field, value) : null);
        if (call.Header is { } header)
        {
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, call.Before + value);
        }
        return request;
    }

    private static byte[] Json(string field, string value)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString(field, value);
            json.WriteEndObject();
        }
        return text.ToArray();
    }
}
