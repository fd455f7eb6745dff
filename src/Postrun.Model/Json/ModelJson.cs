using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>How the documents of Postrun are written: camelCase, no nulls, generated code only.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(JournalBegin))]
[JsonSerializable(typeof(JournalEnd))]
[JsonSerializable(typeof(RunDescriptor))]
[JsonSerializable(typeof(RedactionIntent))]
[JsonSerializable(typeof(ReplacementIntent))]
[JsonSerializable(typeof(RedactionEnd))]
[JsonSerializable(typeof(FileFindings))]
[JsonSerializable(typeof(ScanTotals))]
public sealed partial class ModelJson : JsonSerializerContext;
