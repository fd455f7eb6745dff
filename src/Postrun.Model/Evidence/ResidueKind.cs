using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What sort of residue an entry is, by its path: for the reader of a report, never for a decision.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResidueKind>))]
public enum ResidueKind
{
    [JsonStringEnumMemberName("other")] Other,
    [JsonStringEnumMemberName("cache")] Cache,
    [JsonStringEnumMemberName("checkpoint")] Checkpoint,
    [JsonStringEnumMemberName("dataset")] Dataset,
    [JsonStringEnumMemberName("dump")] Dump,
    [JsonStringEnumMemberName("log")] Log,
    [JsonStringEnumMemberName("preview")] Preview,
    [JsonStringEnumMemberName("temporary")] Temporary,
}
