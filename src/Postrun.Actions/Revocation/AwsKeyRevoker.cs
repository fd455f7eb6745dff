using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Deletes access keys of IAM users. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
/// </summary>
/// <remarks>
/// With other keys at hand it is deactivated first, which works at once where a deletion is still spreading; a key that deactivated itself could not
/// delete itself any more. What proves it is the one call that no policy can forbid: who a key is. It takes seconds until all of AWS has heard of it.
/// </remarks>
/// <param name="own">Those that this runs with; where there are none, or they may not, the key deletes itself.</param>
public sealed class AwsKeyRevoker(IssuerClient client, ValueReader values, TimeProvider time, AwsKeys? own) : IRevoker
{
    /// <summary>How the ids of keys begin that last; those of a session begin with ASIA.</summary>
    private const string Lasting = "AKIA";

    private const string Temporary = "ASIA";
    private const string User = ":user/";

    private readonly TokenProof proof = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.AwsAccessKey;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (credential.Handle is not { } id || !id.StartsWith(Lasting, StringComparison.Ordinal) || !id.All(char.IsAsciiLetterOrDigit))
            return credential.Handle?.StartsWith(Temporary, StringComparison.Ordinal) == true
                ? Revocation.Failed("its id is that of a session, which cannot be revoked by itself; register it as aws-session")
                : Revocation.Failed("its id is none of an access key that lasts: such begin with AKIA");
        if (TokenValue.Read(credential, values, static _ => true, out var secret) is { } unread)
            return unread;
        var aws = new AwsQuery(client, time, credential.Issuer is { IsAbsoluteUri: true } issuer ? issuer : AwsQuery.Public);
        var key = new AwsKeys(id, secret);
        string? user = null;
        return await proof.RevokeAsync(new("AWS",
            async limit =>
            {
                var answer = await aws.StsAsync(key, limit, ("Action", "GetCallerIdentity"));
                user ??= answer.Status == 200 && AwsQuery.Element(answer, "Arn") is { } arn && arn.Contains(User, StringComparison.Ordinal) ? arn[(arn.LastIndexOf('/') + 1)..] : null;
                return TokenLook.Of(answer, static answer => answer.Status == 200 && AwsQuery.Element(answer, "Arn") is not null, static answer => answer.Status == 403 && AwsQuery.Error(answer) == "InvalidClientTokenId");
            },
            cut => DeleteAsync(aws, key, user, cut))
        {
            Patience = TimeSpan.FromSeconds(15),
            Meanwhile = "until all of AWS has heard of it",
        }, cancellation);
    }

    private async Task<TokenAct> DeleteAsync(AwsQuery aws, AwsKeys key, string? user, CancellationToken cancellation)
    {
        // Without a name IAM looks among the keys of whoever asks.
        if (own is null || own.Id == key.Id || user is null)
            return await ByItselfAsync();
        (string, string)[] which = [("UserName", user), ("AccessKeyId", key.Id)];
        var deactivated = await aws.IamAsync(own, cancellation, [("Action", "UpdateAccessKey"), .. which, ("Status", "Inactive")]);
        var answer = await aws.IamAsync(own, cancellation, [("Action", "DeleteAccessKey"), .. which]);
        // Those at hand may be of another account, which knows neither the user nor the key.
        if (AwsQuery.Error(answer) == "NoSuchEntity" && deactivated.Status != 200)
            return await ByItselfAsync();
        var deleted = Act(answer);
        if (deleted.Taken != TokenTaken.Refused)
            return deleted;
        return deactivated.Status == 200
            ? new(TokenTaken.Queued, $"it is inactive: {deactivated.Said}", $"; it is not deleted, for AWS {deleted.Said}, and can be activated again: delete it") { IsReversible = true }
            // Or dead already, or may do nothing here.
            : await ByItselfAsync();

        async Task<TokenAct> ByItselfAsync() => Act(await aws.IamAsync(key, cancellation, ("Action", "DeleteAccessKey"), ("AccessKeyId", key.Id)));
    }

    private static TokenAct Act(IssuerAnswer answer) => answer switch
    {
        { Problem: null, Status: 200 } when AwsQuery.Element(answer, "RequestId") is not null => new(TokenTaken.Queued, answer.Said),
        { Problem: null, Status: 404 } when AwsQuery.Error(answer) == "NoSuchEntity" => new(TokenTaken.Queued, $"it is gone already: {answer.Said}"),
        { Problem: null, Status: 403 } => new(TokenTaken.Refused, $"does not let it be deleted ({answer.Said}): allow iam:DeleteAccessKey, and iam:UpdateAccessKey, on its user"),
        _ => new(TokenTaken.Refused, answer.Problem ?? $"answers with {answer.Said}"),
    };
}
