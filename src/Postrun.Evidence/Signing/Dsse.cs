using System.Text;

namespace Postrun.Evidence;

/// <summary>Dead Simple Signing Envelope, protocol version 1.</summary>
/// <remarks>https://github.com/secure-systems-lab/dsse/blob/master/protocol.md</remarks>
internal static class Dsse
{
    /// <summary>What is signed: type and payload with their lengths, so that neither can be taken for the other.</summary>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(null,
            $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} ")),
        .. payload,
    ];
}
