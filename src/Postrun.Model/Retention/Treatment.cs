using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What is done to an item now.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Treatment>))]
public enum Treatment
{
    /// <summary>Nothing: it stays where it is until its term ends.</summary>
    [JsonStringEnumMemberName("keep")] Keep,

    /// <summary>It is unlinked. That is deletion, not sanitization of the medium (NIST SP 800-88 Rev. 2, 4.2).</summary>
    [JsonStringEnumMemberName("delete")] Delete,
}
