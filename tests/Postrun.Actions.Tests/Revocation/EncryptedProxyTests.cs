using System.Net;

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
}
