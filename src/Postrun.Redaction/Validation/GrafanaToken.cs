using System.Buffers.Binary;
using System.IO.Hashing;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Tokens of service accounts of Grafana end with the CRC-32 of what stands before the last <c>_</c>, low byte first, in hexadecimal.</summary>
/// <remarks>https://grafana.com/docs/grafana/latest/administration/service-accounts/</remarks>
internal static class GrafanaToken
{
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        var mark = value.LastIndexOf((byte)'_');
        Span<byte> stated = stackalloc byte[sizeof(uint)];
        return Convert.FromHexString(value[(mark + 1)..], stated, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == stated.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(stated) == Crc32.HashToUInt32(value[..mark])
            ? Verdict.Verified
            : Verdict.Plausible;
    }
}
