using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Postrun.Model;

namespace Postrun.Evidence;

/// <summary>The documents as bytes: camelCase, no nulls, indented, text as it is, a line feed at the end.</summary>
public static class EvidenceDocument
{
    // The documents are files of their own: nothing in them needs the escapes of HTML.
    private static readonly EvidenceJson Json = new(Relaxed(EvidenceJson.Default.Options));
    private static readonly ModelJson Models = new(Relaxed(ModelJson.Default.Options));

    public static byte[] Write(CleanupReport report) => Write(report, Json.CleanupReport);

    public static byte[] Write(RetentionManifest manifest) => Write(manifest, Json.RetentionManifest);

    public static byte[] Write(IncidentRecord record) => Write(record, Json.IncidentRecord);

    public static byte[] Write(Plan plan) => Write(plan, Models.Plan);

    /// <exception cref="JsonException">not a report</exception>
    public static CleanupReport ReadReport(ReadOnlySpan<byte> json) => Read(json, Json.CleanupReport);

    /// <exception cref="JsonException">not a record of an incident</exception>
    public static IncidentRecord ReadIncident(ReadOnlySpan<byte> json) => Read(json, Json.IncidentRecord);

    /// <exception cref="JsonException">not a manifest</exception>
    public static RetentionManifest ReadManifest(ReadOnlySpan<byte> json) => Read(json, Json.RetentionManifest);

    private static byte[] Write<T>(T document, JsonTypeInfo<T> type) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(document, type), (byte)'\n'];

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) where T : class =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("it is null");

    private static JsonSerializerOptions Relaxed(JsonSerializerOptions options) => new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
