using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

internal static class KubernetesSample
{
    public static readonly ValueSource OwnToken = new(IsFile: false, "OWN");

    /// <param name="own">The token of the pod that this runs in, where it runs in one.</param>
    public static TokenFixture<KubernetesDouble> Of(string kind, Func<KubernetesDouble, string>? own = null)
    {
        var server = new KubernetesDouble();
        var token = own?.Invoke(server);
        return new(server, CredentialKind.KubernetesToken,
            (client, values, time) => new KubernetesRevoker(client, new(name => name == "OWN" ? token : values.TryRead(new(IsFile: false, name), out var value, out _) ? value : null), time,
                token is null ? null : new(server.Address, OwnToken, "trainer-0")),
            server => server.Issue(kind), static (server, token) => server.Accepts(token),
            KubernetesDouble.Bound(kind, "never", "uid-09999999", new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }
}

public sealed class KubernetesSecretTokenConformanceTests() : RevokerConformance(KubernetesSample.Of("secret"));

public sealed class KubernetesPodTokenConformanceTests() : RevokerConformance(KubernetesSample.Of("pod"));

/// <summary>What is Kubernetes' own.</summary>
public sealed class KubernetesRevokerTests : IDisposable
{
    private readonly TokenFixture<KubernetesDouble> sample = KubernetesSample.Of("secret");

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task What_is_accepted_for_a_minute_longer_is_not_called_dead()
    {
        sample.Issuer.IsLingering = true;
        var revocation = await sample.RevokeAsync(sample.Issue());
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted, revocation.Proof);
        revocation.Proof.ShouldContain("minute");
        sample.Issuer.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ends_sooner_than_that_says_when()
    {
        sample.Issuer.IsLingering = true;
        var revocation = await sample.RevokeAsync(sample.OfValue(sample.Issuer.Issue(life: TimeSpan.FromSeconds(90))));
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
        revocation.ExpiresAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_deleted_unless_it_is_the_runs_alone()
    {
        var revocation = await sample.RevokeAsync(sample.OfValue(sample.Issuer.Issue(), isOwned: false));
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
        revocation.Proof.ShouldContain("--run-owned");
        sample.Issuer.Objects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_of_the_same_name_that_came_later_stays()
    {
        var credential = sample.Issue();
        var path = sample.Issuer.Objects.Keys.Single();
        sample.Issuer.Objects[path] = "uid-of-another";
        sample.Issuer.IsLingering = true;
        var revocation = await sample.RevokeAsync(credential);
        revocation.Status.ShouldBe(RevocationStatus.RevokeAccepted, revocation.Proof);
        sample.Issuer.Objects.ShouldContainKey(path);
    }

    [Theory]
    [InlineData("""{"exp":4070908800,"kubernetes.io":{"namespace":"train","serviceaccount":{"name":"trainer","uid":"u"}}}""")]
    [InlineData("""{"exp":4070908800,"kubernetes.io":{"namespace":"train","node":{"name":"n1","uid":"uid-node"}}}""")]
    [InlineData("""{"exp":4070908800,"kubernetes.io":{"namespace":"..","secret":{"name":"x","uid":"u"}}}""")]
    [InlineData("""{"exp":4070908800,"kubernetes.io":{"namespace":"train","secret":{"name":"../../x","uid":"u"}}}""")]
    public async Task What_is_bound_to_nothing_that_can_be_deleted_says_when_it_ends(string claims)
    {
        var revocation = await sample.RevokeAsync(sample.OfValue(sample.Issuer.Accept(KubernetesDouble.Token(claims))));
        revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
        revocation.ExpiresAt.ShouldBe(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        sample.Issuer.Calls.ShouldNotContain(static call => call.Method == "DELETE");
    }

    [Fact]
    public async Task A_token_of_old_is_bound_to_a_name_which_another_may_have_by_now()
    {
        sample.Issuer.Objects["/api/v1/namespaces/train/secrets/trainer-token"] = "uid-1";
        sample.Issuer.IsLingering = true;
        var token = sample.Issuer.Accept(KubernetesDouble.Token("""{"iss":"kubernetes/serviceaccount","kubernetes.io/serviceaccount/namespace":"train","kubernetes.io/serviceaccount/secret.name":"trainer-token"}"""));
        (await sample.RevokeAsync(sample.OfValue(token))).Status.ShouldBe(RevocationStatus.ManualRequired);
        sample.Issuer.Objects.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("e30.e30.x")]
    [InlineData("e30.eyJrdWJlcm5ldGVzLmlvIjoxfQ.x")]
    public async Task What_is_no_such_token_is_sent_nowhere(string value)
    {
        (await sample.Revoker.RevokeAsync(sample.OfValue(value), TestContext.Current.CancellationToken)).Status.ShouldBe(RevocationStatus.Failed);
        sample.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_pod_that_this_runs_in_is_never_deleted()
    {
        using var inside = KubernetesSample.Of("pod", static server => server.Issue("pod"));
        var pod = inside.Issuer.Objects.Keys.Single();
        var own = inside.OfValue(inside.Issuer.Accept(KubernetesDouble.Bound("pod", "run-1", "uid-00000001", TimeProvider.System.GetUtcNow().AddHours(1))));
        var named = inside.OfValue(inside.Issuer.Accept(KubernetesDouble.Bound("pod", "trainer-0", "uid-00000001", TimeProvider.System.GetUtcNow().AddHours(1))));
        foreach (var credential in new[] { own, named })
        {
            var revocation = await inside.RevokeAsync(credential);
            revocation.Status.ShouldBe(RevocationStatus.ExpiresAt, revocation.Proof);
            revocation.Proof.ShouldContain("the pod that this runs in");
        }
        inside.Issuer.Objects.ShouldContainKey(pod);
    }

    [Fact]
    public async Task The_service_account_that_this_runs_as_deletes_and_its_token_goes_to_no_other_server()
    {
        using var inside = KubernetesSample.Of("secret", static server => server.Issue("pod"));
        using var other = new KubernetesDouble();
        inside.Issuer.Deleters.Add(inside.Issuer.Issue("pod"));
        var refused = await inside.RevokeAsync(inside.Issue());
        refused.Status.ShouldBe(RevocationStatus.Failed, refused.Proof);
        refused.Proof.ShouldContain("allow the service account");
        inside.Issuer.Deleters.Clear();
        inside.Issuer.Calls.Clear();
        (await inside.RevokeAsync(inside.Issue())).Status.ShouldBe(RevocationStatus.RevokedVerified);
        var deleter = inside.Issuer.Calls.Single(static call => call.Method == "DELETE").Bearer;
        var foreign = inside.OfValue(other.Issue()) with { Issuer = other.Address };
        (await inside.RevokeAsync(foreign)).Status.ShouldBe(RevocationStatus.RevokedVerified);
        other.Calls.ShouldNotContain(call => call.Bearer == deleter);
    }
}
