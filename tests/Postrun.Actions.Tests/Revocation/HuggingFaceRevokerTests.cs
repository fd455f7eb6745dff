using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

internal static class HuggingFaceSample
{
    public static TokenFixture<HuggingFaceDouble> New() => new(new(), CredentialKind.HuggingFaceToken, static (client, values, time) => new HuggingFaceRevoker(client, values, time),
        static hub => hub.Issue(), static (hub, token) => hub.Tokens.Contains(token), "hf_NeverIssued00000000000000000000000");
}

public sealed class HuggingFaceTokenConformanceTests() : RevokerConformance(HuggingFaceSample.New());

/// <summary>What is the Hub's own.</summary>
public sealed class HuggingFaceRevokerTests : IDisposable
{
    private readonly TokenFixture<HuggingFaceDouble> sample = HuggingFaceSample.New();

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task A_202_alone_proves_nothing()
    {
        sample.Issuer.IsDeaf = true;
        var revocation = await sample.RevokeAsync(sample.Issue());
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("202");
    }

    [Fact]
    public async Task A_token_that_is_not_the_runs_alone_is_not_reported()
    {
        (await sample.RevokeAsync(sample.OfValue(sample.Issuer.Issue(), isOwned: false))).Status.ShouldBe(RevocationStatus.DeniedByPolicy);
        sample.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_401_that_is_not_the_Hubs_proves_nothing()
    {
        sample.Issuer.Instead = static _ => IssuerReply.Json(401, """{"error":"proxy authentication required"}""");
        (await sample.RevokeAsync(sample.Issue())).Status.ShouldBe(RevocationStatus.Failed);
    }

    [Fact]
    public async Task The_token_travels_in_no_address()
    {
        var token = sample.Issuer.Issue();
        await sample.RevokeAsync(sample.OfValue(token));
        sample.Issuer.Calls.ShouldAllBe(call => !call.Path.Contains(token) && !call.Query.Contains(token));
        sample.Issuer.Calls.Single(static call => call.Method == "POST").Bearer.ShouldBeNull();
    }
}
