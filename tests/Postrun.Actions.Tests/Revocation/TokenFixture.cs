using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>An issuer of tokens that are registered by where their values are, and what revokes them.</summary>
internal sealed class TokenFixture<TIssuer> : IRevokerFixture
    where TIssuer : IssuerDouble
{
    private readonly Dictionary<string, string> variables = [];
    private readonly IssuerClient client = new(new(TimeSpan.FromSeconds(4)), new HurriedTime());
    private readonly CredentialKind kind;
    private readonly Func<TIssuer, string> issue;
    private readonly Func<TIssuer, string, bool> isAlive;
    private readonly string unknown;

    /// <param name="revoker">From the client, what reads values, and the time.</param>
    /// <param name="unknown">What looks like a token and is none.</param>
    public TokenFixture(TIssuer issuer, CredentialKind kind, Func<IssuerClient, ValueReader, TimeProvider, IRevoker> revoker, Func<TIssuer, string> issue, Func<TIssuer, string, bool> isAlive, string unknown)
    {
        (Issuer, this.kind, this.issue, this.isAlive, this.unknown) = (issuer, kind, issue, isAlive, unknown);
        Revoker = revoker(client, new(variables.GetValueOrDefault), new HurriedTime());
    }

    public TIssuer Issuer { get; }

    public IRevoker Revoker { get; }

    public IEnumerable<string> Values => variables.Values;

    public RunCredential Issue() => OfValue(issue(Issuer));

    /// <summary>Of a system of one's own.</summary>
    public string? Recipe { get; init; }

    public bool IsAlive(RunCredential credential) => isAlive(Issuer, credential.Handle ?? variables[credential.Value!.Value.Name]);

    public RunCredential Unknown() => OfValue(unknown);

    /// <param name="value">The value; or the handle, a bar, and the value.</param>
    public RunCredential OfValue(string value, bool isOwned = true)
    {
        var name = $"TOKEN_{variables.Count}";
        var parts = value.Split('|');
        variables[name] = parts[^1];
        return new() { Name = "tested", Kind = kind, Issuer = Issuer.Address, Recipe = Recipe, Handle = parts.Length > 1 ? parts[0] : null, Value = new ValueSource(IsFile: false, name), RunOwned = isOwned, RegisteredAt = TimeProvider.System.GetUtcNow() };
    }

    public async Task<Revocation> RevokeAsync(RunCredential credential)
    {
        var revocation = await Revoker.RevokeAsync(credential, TestContext.Current.CancellationToken);
        foreach (var value in Values)
            revocation.ToString().ShouldNotContain(value);
        return revocation;
    }

    public void Forbid() => Issuer.IsForbidden = true;

    public void AnswerAll(int status) => Issuer.Instead = _ => new(status);

    public void HangAll() => Issuer.Hangs = static _ => true;

    public void Dispose()
    {
        client.Dispose();
        Issuer.Dispose();
    }
}
