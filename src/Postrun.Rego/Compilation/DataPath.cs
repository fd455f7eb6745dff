using System.Text;

namespace Postrun.Rego;

/// <summary>Paths in the data as a person reads them.</summary>
internal static class DataPath
{
    public static string Write(IEnumerable<RegoValue?> path)
    {
        var text = new StringBuilder("data");
        foreach (var step in path)
        {
            if (step is RegoString { Value: var name } && IsName(name))
                text.Append('.').Append(name);
            else
                text.Append('[').Append(step?.ToString() ?? "_").Append(']');
        }
        return text.ToString();
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
