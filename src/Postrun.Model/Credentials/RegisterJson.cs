using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>How lines of the register of credentials, and of the log of their revocation, are written: one document a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunCredential))]
[JsonSerializable(typeof(CredentialKind))]
[JsonSerializable(typeof(Recipe))]
[JsonSerializable(typeof(RevocationStatus))]
[JsonSerializable(typeof(RevocationReport))]
[JsonSerializable(typeof(RevocationOutcome))]
[JsonSerializable(typeof(AccessReport))]
[JsonSerializable(typeof(DiscoveryReport))]
public sealed partial class RegisterJson : JsonSerializerContext;
