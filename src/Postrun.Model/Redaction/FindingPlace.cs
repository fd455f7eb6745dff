using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>Where a finding lies, which decides whether the text around it may be rewritten.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingPlace>))]
public enum FindingPlace
{
    /// <summary>A log of the run.</summary>
    [JsonStringEnumMemberName("log")] Log,

    /// <summary>Any other file that is kept.</summary>
    [JsonStringEnumMemberName("file")] File,

    /// <summary>The signed package: never rewritten.</summary>
    [JsonStringEnumMemberName("package")] Package,

    /// <summary>Evidence, what is kept as such, and what nobody decided on: never rewritten.</summary>
    [JsonStringEnumMemberName("evidence")] Evidence,
}

/// <summary>What may be done at a place.</summary>
public static class FindingPlaces
{
    /// <summary>Whether a text there may be replaced, whatever a policy says.</summary>
    public static bool IsRewritable(this FindingPlace place) => place is FindingPlace.Log or FindingPlace.File;
}
