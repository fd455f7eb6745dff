namespace Postrun.Rego;
internal static class Yaml { public static RegoValue Parse(string s, Budget b) => RegoObject.Empty; }
