namespace Postrun.Rego;

/// <summary>A block of <c># METADATA</c>.</summary>
/// <param name="Scope"><c>rule</c>, <c>document</c>, <c>package</c> or <c>subpackages</c>.</param>
/// <param name="Content">Its YAML, with the scope.</param>
/// <param name="StopLine">The last line of the block.</param>
internal sealed record Annotation(SourcePlace Place, int StopLine, string Scope, RegoObject Content)
{
    /// <summary>A block that names no scope has this one, or that of a document where it is an entry point.</summary>
    public Annotation Within(string scope)
    {
        if (Scope.Length > 0)
            return this;
        var named = Content.Get("entrypoint") is RegoBoolean { Value: true } ? "document" : scope;
        return this with { Scope = named, Content = RegoObject.Of(Content.Append(new(new RegoString("scope"), new RegoString(named)))) };
    }
}
