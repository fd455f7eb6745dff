using System.Net.Http.Headers;
using System.Text;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

internal static class AwsSample
{
    /// <param name="admin">Whether other keys are at hand.</param>
    public static TokenFixture<AwsDouble> Of(bool admin)
    {
        var aws = new AwsDouble();
        var own = admin ? aws.Issue("admin") : null;
        return new(aws, CredentialKind.AwsAccessKey, (client, values, time) => new AwsKeyRevoker(client, values, time, own is null ? null : new(own.Id, own.Secret)),
            static aws => aws.Issue() is var key ? $"{key.Id}|{key.Secret}" : "", static (aws, id) => aws.Keys.GetValueOrDefault(id) is { IsActive: true }, "AKIA9999999999999999|NeverIssued0000");
    }
}

public sealed class AwsKeyConformanceTests() : RevokerConformance(AwsSample.Of(admin: false));

public sealed class AwsKeyByOtherKeysConformanceTests() : RevokerConformance(AwsSample.Of(admin: true));

/// <summary>What is AWS's own.</summary>
public sealed class AwsRevokerTests : IDisposable
{
    private readonly TokenFixture<AwsDouble> alone = AwsSample.Of(admin: false);
    private readonly TokenFixture<AwsDouble> helped = AwsSample.Of(admin: true);

    public void Dispose()
    {
        alone.Dispose();
        helped.Dispose();
    }

    [Fact]
    public async Task With_other_keys_it_is_deactivated_and_then_deleted()
    {
        await helped.RevokeAsync(helped.Issue());
        helped.Issuer.Calls.Select(static call => call.Body).Where(static body => !body.Contains("GetCallerIdentity")).Select(static body => body.Split('&')[0]).ShouldBe(["Action=UpdateAccessKey", "Action=DeleteAccessKey"]);
    }

    [Fact]
    public async Task By_itself_it_is_deleted_at_once_for_an_inactive_key_could_not()
    {
        await alone.RevokeAsync(alone.Issue());
        alone.Issuer.Calls.ShouldNotContain(static call => call.Body.Contains("UpdateAccessKey"));
    }

    [Fact]
    public async Task Where_other_keys_may_not_it_deletes_itself()
    {
        helped.Issuer.Keys.Values.Single().IsActive = false;
        var credential = helped.Issue();
        (await helped.RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        helped.Issuer.Keys.ShouldNotContainKey(credential.Handle!);
    }

    [Fact]
    public async Task What_may_be_deactivated_and_not_deleted_says_so()
    {
        helped.Issuer.Undeleting.UnionWith(helped.Issuer.Keys.Keys);
        var revocation = await helped.RevokeAsync(helped.Issue());
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.IsOrphaned.ShouldBeTrue();
        revocation.Proof.ShouldContain("can be activated again");
    }

    [Fact]
    public async Task What_is_accepted_here_and_there_for_a_while_is_looked_at_again()
    {
        var credential = alone.Issue();
        alone.Issuer.Stale = 3;
        (await alone.RevokeAsync(credential)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        var other = alone.Issue();
        alone.Issuer.Stale = 1000;
        var revocation = await alone.RevokeAsync(other);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted);
        revocation.Proof.ShouldContain("all of AWS");
    }

    [Fact]
    public async Task A_wrong_secret_proves_nothing()
    {
        var key = alone.Issuer.Issue();
        (await alone.RevokeAsync(alone.OfValue($"{key.Id}|Wrong{key.Secret}"))).Status.ShouldBe(RevocationStatus.Failed);
        alone.Issuer.Keys.ShouldContainKey(key.Id);
    }

    [Theory]
    [InlineData("ASIA0000000000000000", "aws-session")]
    [InlineData("AKIA0000&Action=x", "AKIA")]
    [InlineData("hvs.token", "AKIA")]
    public async Task What_is_no_id_of_a_key_that_lasts_is_sent_nowhere(string id, string said)
    {
        var revocation = await alone.RevokeAsync(alone.OfValue($"{id}|S3cr3t"));
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain(said);
        alone.Issuer.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://iam.amazonaws.com/", "https://sts.amazonaws.com/", "us-east-1")]
    [InlineData("https://iam.cn-north-1.amazonaws.com.cn/", "https://sts.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("https://iam.us-gov.amazonaws.com/", "https://sts.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData("http://127.0.0.1:4566/", "http://127.0.0.1:4566/", "us-east-1")]
    public void Sts_is_beside_iam(string iam, string sts, string region) => AwsQuery.Sts(new(iam)).ShouldBe((new Uri(sts), region));

    /// <summary>From the examples that AWS published: its test suite of Signature Version 4, and the one of its manual.</summary>
    [Theory]
    [InlineData("GET", "https://example.amazonaws.com/", null, null, "us-east-1", "service", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "https://example.amazonaws.com/", null, null, "us-east-1", "service", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("POST", "https://example.amazonaws.com/", "application/x-www-form-urlencoded", "Param1=value1", "us-east-1", "service", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("GET", "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08", "application/x-www-form-urlencoded; charset=utf-8", "", "us-east-1", "iam", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    public void Signatures_are_those_that_AWS_published(string method, string address, string? type, string? body, string region, string service, string signature)
    {
        var content = Encoding.UTF8.GetBytes(body ?? "");
        using var request = new HttpRequestMessage(new(method), address);
        if (type is not null)
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        AwsSignature.Sign(request, content, new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), region, service, new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        request.Headers.GetValues("Authorization").Single().ShouldEndWith($"Signature={signature}");
    }
}
