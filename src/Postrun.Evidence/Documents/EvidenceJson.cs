using System.Text.Json.Serialization;

namespace Postrun.Evidence;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(CleanupReport))]
[JsonSerializable(typeof(RetentionManifest))]
[JsonSerializable(typeof(IncidentRecord))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
