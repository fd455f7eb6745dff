using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class OAuthTlsTests
{
    [Fact]
    public async Task An_authority_of_ones_own_is_trusted_where_it_is_named()
    {
        using var certificate = Certificate("localhost");
        (await RevokeAsync(certificate, certificate)).Status.ShouldBe(RevocationStatus.RevokedVerified);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate("localhost");
        await ShouldBeRefusedAsync(certificate, null);
    }

    [Fact]
    public async Task Another_authority_than_the_named_one_is_refused()
    {
        using var certificate = Certificate("localhost");
        using var other = Certificate("localhost");
        await ShouldBeRefusedAsync(certificate, other);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var certificate = Certificate("elsewhere.example.com");
        await ShouldBeRefusedAsync(certificate, certificate);
    }

    [Fact]
    public async Task A_certificate_that_has_run_out_is_refused()
    {
        using var certificate = Certificate("localhost", days: -1);
        await ShouldBeRefusedAsync(certificate, certificate);
    }

    [Fact]
    public async Task A_host_that_is_named_as_one_to_trust_may_take_the_token_when_it_speaks_tls()
    {
        using var certificate = Certificate("localhost");
        using var issuer = new LyingIssuer(certificate);
        using var other = new LyingIssuer(certificate);
        using var plain = new LyingIssuer();
        issuer.Metadata = $$"""{"issuer":"{{issuer.Origin}}","revocation_endpoint":"{{other.Origin}}/revoke","introspection_endpoint":"{{other.Origin}}/introspect"}""";
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), authority: certificate, patience: Patience)).Status.ShouldBe(RevocationStatus.Failed);
        other.Requests.ShouldBeEmpty();
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), authority: certificate, patience: Patience, hosts: ["LOCALHOST"])).Status.ShouldBe(RevocationStatus.RevokedVerified);
        issuer.Metadata = issuer.Metadata.Replace(other.Origin, plain.Origin);
        (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), authority: certificate, patience: Patience, hosts: ["127.0.0.1"])).Status.ShouldBe(RevocationStatus.Failed);
        plain.Requests.ShouldBeEmpty();
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(5);

    private static async Task<Revocation> RevokeAsync(X509Certificate2 certificate, X509Certificate2? trusted)
    {
        using var issuer = new LyingIssuer(certificate);
        return await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url), authority: trusted, patience: Patience);
    }

    private static async Task ShouldBeRefusedAsync(X509Certificate2 certificate, X509Certificate2? trusted)
    {
        var revocation = await RevokeAsync(certificate, trusted);
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain("no certificate that can be trusted");
    }

    private static X509Certificate2 Certificate(string name, int days = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-10), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
