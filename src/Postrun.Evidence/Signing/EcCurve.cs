using System.Security.Cryptography;

namespace Postrun.Evidence;

internal static class EcCurve
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <exception cref="KeyException">another curve</exception>
    public static void RequireP256(ECDsa key)
    {
        ECCurve curve;
        try
        {
            curve = key.ExportParameters(includePrivateParameters: false).Curve;
        }
        catch (CryptographicException)
        {
            throw new KeyException("the key is damaged");
        }
        if (!curve.IsNamed || (curve.Oid.Value ?? Oid.FromFriendlyName(curve.Oid.FriendlyName!, OidGroup.PublicKeyAlgorithm).Value) != P256)
            throw new KeyException($"the key is on the curve {(curve.IsNamed ? curve.Oid.FriendlyName ?? curve.Oid.Value : "given by its parameters")}; evidence is signed on P-256");
    }
}
