using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>What a directory entry is; the values are those of <c>d_type</c> (readdir(3)).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemType>))]
public enum ItemType : byte
{
    [JsonStringEnumMemberName("unknown")] Unknown = 0,
    [JsonStringEnumMemberName("fifo")] Fifo = 1,
    [JsonStringEnumMemberName("characterDevice")] CharacterDevice = 2,
    [JsonStringEnumMemberName("directory")] Directory = 4,
    [JsonStringEnumMemberName("blockDevice")] BlockDevice = 6,
    [JsonStringEnumMemberName("file")] RegularFile = 8,
    [JsonStringEnumMemberName("symbolicLink")] SymbolicLink = 10,
    [JsonStringEnumMemberName("socket")] Socket = 12,
}
