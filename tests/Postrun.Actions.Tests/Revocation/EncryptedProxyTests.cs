using System.Net;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class EncryptedProxyTests
{
    [Theory]
    [InlineData("https://issuer.example/", true)]
    [InlineData("https://localhost:8443/", true)]
    [InlineData("https://inside.example/", false)]
    [InlineData("http://localhost:8080/", false)]
    [InlineData("http://127.0.0.1:8080/", false)]
    [InlineData("http://[::1]:8080/", false)]
    public void What_is_not_encrypted_goes_through_no_proxy(string address, bool isProxied)
    {
        var place = new Uri("http://proxy.example:3128/");
        var proxy = new EncryptedProxy(new WebProxy(place, BypassOnLocal: false, [@"inside\.example"]));
        proxy.IsBypassed(new(address)).ShouldBe(!isProxied);
        proxy.GetProxy(new(address)).ShouldBe(isProxied ? place : null);
    }

    [Fact]
    public async Task A_token_for_an_issuer_on_this_machine_passes_by_the_proxy()
    {
        using var issuer = new LyingIssuer();
        using var proxy = new LyingIssuer();
        var usual = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyOfOne(issuer.Url, proxy.Url);
        try
        {
            (await OAuthSample.RevokeAsync(OAuthSample.Credential(issuer.Url))).Status.ShouldBe(RevocationStatus.RevokedVerified);
        }
        finally
        {
            HttpClient.DefaultProxy = usual;
        }
        proxy.Requests.ShouldBeEmpty();
    }

    /// <summary>Leaves the tests beside this one alone.</summary>
    private sealed class ProxyOfOne(Uri issuer, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy;

        public bool IsBypassed(Uri host) => host.Authority != issuer.Authority;
    }
}
