namespace Postrun.Rego;

/// <summary>The version of JSON Schema that a document says it is written in.</summary>
internal enum SchemaDraft
{
    Draft4,
    Draft6,
    Draft7,

    /// <summary>The document does not say: the keywords of all versions count.</summary>
    Hybrid,
}
