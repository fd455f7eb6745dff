using System.Security.Cryptography;
using System.Text;

namespace Postrun.Evidence.Tests;

public sealed class SigningKeyTests
{
    [Fact]
    public void A_generated_key_comes_back_and_signs()
    {
        using var pair = KeyPair.Generate();
        var pem = pair.ExportEncryptedPem("correct horse");
        pem.ShouldStartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        using var key = SigningKey.FromPem(pem, "correct horse");
        key.PublicKey.Pem.ShouldBe(pair.PublicPem);
        var trusted = VerificationKey.FromPem(pair.PublicPem);
        trusted.Verify("text"u8, key.Sign("text"u8)).ShouldBeTrue();
        trusted.Verify("test"u8, key.Sign("text"u8)).ShouldBeFalse();
        trusted.Verify("text"u8, "noise"u8).ShouldBeFalse();
        trusted.Hint.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(pair.PublicPem))));
    }

    [Fact]
    public void Clear_forms_are_read_also_behind_parameters()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var pem in new[] { ec.ExportPkcs8PrivateKeyPem(), ec.ExportECPrivateKeyPem(), "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + ec.ExportECPrivateKeyPem() })
        {
            using var key = SigningKey.FromPem(pem, "");
            ec.VerifyData("x"u8, key.Sign("x"u8), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_cannot_be_used_is_named()
    {
        using var pair = KeyPair.Generate();
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var pbe = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        Line(pair.ExportEncryptedPem("right"), "wrong").ShouldContain("passphrase does not open");
        Line(pair.ExportEncryptedPem("right"), "").ShouldContain("no passphrase was given");
        Line(p384.ExportPkcs8PrivateKeyPem(), "").ShouldContain("P-256");
        Line(rsa.ExportPkcs8PrivateKeyPem(), "").ShouldContain("not an ECDSA P-256 key");
        Line(rsa.ExportEncryptedPkcs8PrivateKeyPem("x", pbe), "x").ShouldContain("not an ECDSA P-256 key");
        Line(rsa.ExportRSAPrivateKeyPem(), "").ShouldContain("convert the key to PKCS#8");
        Line(pair.PublicPem, "").ShouldContain("no private key");
        Line("", "").ShouldContain("no private key");
        Line("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "").ShouldContain("damaged");
        Should.Throw<KeyException>(() => VerificationKey.FromPem(p384.ExportSubjectPublicKeyInfoPem())).Message.ShouldContain("P-256");
        Should.Throw<KeyException>(() => VerificationKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem())).Message.ShouldContain("P-256");
        Should.Throw<KeyException>(() => VerificationKey.FromPem("nothing")).Message.ShouldContain("no public key");
        Should.Throw<ArgumentException>(() => pair.ExportEncryptedPem(""));
    }

    [Fact]
    public void The_encoding_that_is_signed_is_that_of_the_protocol() =>
        Encoding.UTF8.GetString(Dsse.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8))
            .ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    private static string Line(string pem, string passphrase)
    {
        var message = Should.Throw<KeyException>(() => SigningKey.FromPem(pem, passphrase)).Message;
        message.ShouldNotContain("\n");
        return message;
    }
}
