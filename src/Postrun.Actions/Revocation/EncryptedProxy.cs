using System.Net;

namespace Postrun.Actions;

/// <summary>A proxy for what is encrypted. What is not stays on this machine, where <c>http_proxy</c> would send it to another one all the same.</summary>
internal sealed class EncryptedProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.Scheme != Uri.UriSchemeHttps || proxy.IsBypassed(host);
}
