namespace Postrun.Rego;

/// <summary>Rules that give different answers to one question.</summary>
internal static class Conflict
{
    public const string Code = "eval_conflict_error";

    public static RegoException ObjectKeys(SourcePlace? place = null) => Of(place, "object keys must be unique");

    public static RegoException CompleteRules(SourcePlace? place) => Of(place, "complete rules must not produce multiple outputs");

    public static RegoException Functions(SourcePlace? place) => Of(place, "functions must not produce multiple outputs for same inputs");

    private static RegoException Of(SourcePlace? place, string message) => new(Code, place is null ? message : $"{place.FileAndLine}: {Code}: {message}", place);
}
