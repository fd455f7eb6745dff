using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Postrun.Planning;

/// <summary>Every key of <c>postrun.yaml</c>, by the mapping that holds it. <c>schemas/postrun.schema.json</c> has the same.</summary>
internal static class DescriptorKeys
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Sections = new Dictionary<string, ImmutableArray<string>>
    {
        [""] = ["apiVersion", "run", "workspace", "caches", "retention", "confirmation", "evidence", "signing", "policy", "redaction", "credentials"],
        ["run"] = ["id", "name", "owner", "outcome", "finishedAt", "links"],
        ["workspace"] = ["roots", "package", "mounts", "evidence", "keep", "intermediate", "transient", "unmatched", "nothingToKeep"],
        ["caches"] = ["names", "users", "paths"],
        ["retention"] = ["evidence", "intermediate", "transient"],
        ["retention.evidence"] = ["code", "legalBasis", "responsible"],
        ["retention.intermediate"] = ["code", "treatment", "legalBasis", "responsible"],
        ["retention.transient"] = ["code", "legalBasis", "responsible"],
        ["evidence"] = ["directory"],
        ["signing"] = ["key", "passphrase"],
        ["signing.key"] = ["file", "env", "fd"],
        ["signing.passphrase"] = ["env", "file"],
        ["policy"] = ["bundle", "opa"],
        ["policy.opa"] = ["url", "path", "token", "timeout", "caFile"],
        ["policy.opa.token"] = ["env", "file"],
        ["redaction"] = ["enabled", "logs", "form", "rules", "failAt", "allow", "key"],
        ["redaction.allow"] = ["rule", "path", "reason"],
        ["credentials"] = ["register", "vaultToken", "vaultLogin", "caFile", "trustHosts", "timeout"],
        ["credentials.vaultToken"] = ["env", "file"],
        ["credentials.vaultLogin"] = ["method", "role", "mount", "env", "file"],
    }.ToFrozenDictionary();

    public static ImmutableArray<string> Of(string section) => Sections[section];

    /// <summary>All of them, such as <c>run.id</c>.</summary>
    public static IEnumerable<string> All => Sections.SelectMany(section => section.Value.Select(key => section.Key.Length == 0 ? key : $"{section.Key}.{key}"));
}
