using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What a thing is to the run, and so how long it may stay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataClass>))]
public enum DataClass
{
    /// <summary>No rule said what it is. It is kept, reported, and the exit code says so.</summary>
    [JsonStringEnumMemberName("UNDECIDED")] Undecided,

    /// <summary>Temporary data, caches, scratch, dumps: goes now.</summary>
    [JsonStringEnumMemberName("TRANSIENT")] Transient,

    /// <summary>Checkpoints, debug and augmented sets, samples: goes after a short term.</summary>
    [JsonStringEnumMemberName("INTERMEDIATE")] Intermediate,

    /// <summary>The signed package, gate reports, SBOM, attestations, metrics: stays for its term.</summary>
    [JsonStringEnumMemberName("EVIDENCE")] Evidence,
}
