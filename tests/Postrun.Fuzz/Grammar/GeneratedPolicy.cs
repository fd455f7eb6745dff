using System.Text;

namespace Postrun.Fuzz;

/// <summary>A random policy of the package <c>t</c>, with an input and base data for it.</summary>
public sealed record GeneratedPolicy(IReadOnlyList<GeneratedRule> Rules, IReadOnlyList<string> Documents, string Input, string Data)
{
    public string Write(bool version0 = false, Random? shuffle = null)
    {
        var text = new StringBuilder("package t\n\n");
        text.Append(version0 ? "import future.keywords.in\nimport future.keywords.every\n\n" : "import rego.v1\n\n");
        foreach (var rule in Rules)
            text.Append(rule.Write(version0, shuffle)).Append('\n');
        return text.ToString();
    }
}
