using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class OpaTlsTests
{
    [Fact]
    public void An_authority_of_ones_own_is_trusted_where_it_is_named()
    {
        using var certificate = Certificate("localhost");
        Ask(certificate, certificate).Treatment.ShouldBe(Treatment.Delete);
    }

    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate("localhost");
        PolicyFailure.Of(Ask(certificate, null)).ShouldNotBeNull().ShouldContain("no certificate that can be trusted");
    }

    [Fact]
    public void Another_authority_than_the_named_one_is_refused()
    {
        using var certificate = Certificate("localhost");
        using var other = Certificate("localhost");
        PolicyFailure.Of(Ask(certificate, other)).ShouldNotBeNull().ShouldContain("no certificate that can be trusted");
    }

    [Fact]
    public void A_certificate_for_another_name_is_refused()
    {
        using var certificate = Certificate("elsewhere.example.com");
        PolicyFailure.Of(Ask(certificate, certificate)).ShouldNotBeNull().ShouldContain("no certificate that can be trusted for this name");
    }

    [Fact]
    public void A_certificate_that_has_run_out_is_refused()
    {
        using var certificate = Certificate("localhost", days: -1);
        PolicyFailure.Of(Ask(certificate, certificate)).ShouldNotBeNull().ShouldContain("no certificate that can be trusted");
    }

    private static Decision Ask(X509Certificate2 certificate, X509Certificate2? trusted)
    {
        using var server = new OpaServer(new(DataApi.BuiltIn(), OpaWorkspace.Token), certificate);
        var descriptor = DescriptorSamples.Read("apiVersion: postrun.dev/v1\nrun: { id: t, outcome: passed }\nworkspace: { roots: [./work], nothingToKeep: true }\n").Descriptor!;
        var access = new OpaAccess(OpaWorkspace.Token, trusted is null ? null : [trusted]);
        using var policy = new OpaPolicy(new() { Url = server.Url }, access, descriptor, TimeProvider.System.GetUtcNow(), TimeProvider.System, TestContext.Current.CancellationToken);
        policy.Decide(Facts).Treatment.ShouldBe(Treatment.Keep);
        policy.Answer(TestContext.Current.CancellationToken).ShouldBeTrue();
        return policy.Decide(Facts);
    }

    private static ItemFacts Facts => new()
    {
        Origin = RootOrigin.Workspace, Root = UnixPath.Of("/w"), Path = "a"u8, Type = ItemType.RegularFile, Evidence = -1, Keep = -1, Intermediate = -1, Transient = -1,
    };

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
