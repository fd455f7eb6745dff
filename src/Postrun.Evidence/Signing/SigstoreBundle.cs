using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Postrun.Evidence;

/// <summary>
/// A Sigstore bundle v0.3 with a DSSE envelope and a public key's hint; no transparency log. The JSON has one form only,
/// so that not a byte of it can change unseen.
/// </summary>
/// <remarks>https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto</remarks>
internal sealed record SigstoreBundle
{
    public const string FileName = "evidence.sigstore.json";
    public const string MediaTypeV03 = "application/vnd.dev.sigstore.bundle.v0.3+json";

    public required string MediaType { get; init; }

    public required BundleVerificationMaterial VerificationMaterial { get; init; }

    public required BundleEnvelope DsseEnvelope { get; init; }

    public static SigstoreBundle Sign(byte[] statement, SigningKey key) => new()
    {
        MediaType = MediaTypeV03,
        VerificationMaterial = new(new(key.PublicKey.Hint)),
        DsseEnvelope = new()
        {
            Payload = statement,
            PayloadType = InTotoStatement.PayloadType,
            Signatures = [new(key.Sign(Dsse.PreAuthenticationEncoding(InTotoStatement.PayloadType, statement)))],
        },
    };

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The relaxed encoder leaves the '+' of base64 and of the media types as it is.
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(json, this, BundleJson.Default.SigstoreBundle);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Reads the one form; anything else throws.</summary>
    /// <exception cref="JsonException">not such a bundle</exception>
    public static SigstoreBundle Parse(byte[] json)
    {
        var bundle = JsonSerializer.Deserialize(json, BundleJson.Default.SigstoreBundle) ?? throw new JsonException("the bundle is null");
        if (bundle.DsseEnvelope.Signatures is not { IsDefault: false, Length: 1 })
            throw new JsonException("a bundle has exactly one signature");
        if (!bundle.ToJson().AsSpan().SequenceEqual(json))
            throw new JsonException("the bundle is not in the form in which it was written");
        return bundle;
    }
}

internal sealed record BundleVerificationMaterial(BundlePublicKey PublicKey);

/// <param name="Hint">See <see cref="VerificationKey.Hint"/>.</param>
internal sealed record BundlePublicKey(string Hint);

internal sealed record BundleEnvelope
{
    public required byte[] Payload { get; init; }

    public required string PayloadType { get; init; }

    public required ImmutableArray<BundleSignature> Signatures { get; init; }
}

internal sealed record BundleSignature(byte[] Sig);
