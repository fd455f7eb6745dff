using System.Text.Json;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>What a server says of itself: https://www.openpolicyagent.org/docs/rest-api#provenance</summary>
/// <param name="Version">The revisions of its bundles; empty where it has none.</param>
/// <param name="Digest">Over all that it says.</param>
internal sealed record OpaProvenance(string Version, string Digest)
{
    private const int MaxLength = 200;

    /// <summary>Of a server that was not asked, or did not say.</summary>
    public static readonly OpaProvenance Unknown = new("", CanonicalJson.Digest("{}"u8));

    /// <exception cref="JsonException">it has no canonical form</exception>
    public static OpaProvenance Of(JsonElement provenance) => new(Revisions(provenance), CanonicalJson.Digest(CanonicalJson.Serialize(provenance)));

    private static string Revisions(JsonElement provenance)
    {
        if (!provenance.TryGetProperty("bundles", out var bundles) || bundles.ValueKind != JsonValueKind.Object)
            return Text(provenance) ?? "";
        var revisions = bundles.EnumerateObject().Select(static bundle => (bundle.Name, Revision: Text(bundle.Value)))
            .Where(static bundle => bundle.Revision is not null).OrderBy(static bundle => bundle.Name, StringComparer.Ordinal).ToArray();
        return VisibleText.Shorten(revisions is [var only] ? only.Revision! : string.Join(", ", revisions.Select(static bundle => $"{bundle.Name} {bundle.Revision}")), MaxLength);
    }

    private static string? Text(JsonElement holder) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty("revision", out var revision) && revision.ValueKind == JsonValueKind.String ? revision.GetString() : null;
}
