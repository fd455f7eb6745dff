using System.Text;

namespace Postrun.Rego;

/// <summary>The replacement of a match: <c>$1</c> and <c>${name}</c> stand for groups, <c>$$</c> for a dollar sign.</summary>
internal sealed class RegexTemplate(string template, RegexProgram program, string text, Budget budget)
{
    public void Expand(StringBuilder result, ReadOnlySpan<int> groups)
    {
        for (var at = 0; at < template.Length;)
        {
            budget.Spend();
            var dollar = template.IndexOf('$', at);
            Append(result, template.AsSpan(at, (dollar < 0 ? template.Length : dollar) - at));
            if (dollar < 0)
                return;
            at = dollar + 1;
            if (at < template.Length && template[at] == '$')
                at++;
            else if (ReadName(ref at) is { } name)
            {
                AppendGroup(result, name, groups);
                continue;
            }
            Append(result, "$");
        }
    }

    /// <summary>The longest name, in braces or not; <see langword="null"/> where there is none.</summary>
    private string? ReadName(ref int at)
    {
        var braced = at < template.Length && template[at] == '{';
        var start = braced ? at + 1 : at;
        var end = start;
        while (end < template.Length && Rune.DecodeFromUtf16(template.AsSpan(end), out var rune, out var width) == 0 && (Rune.IsLetter(rune) || Rune.IsDigit(rune) || rune.Value == '_'))
            end += width;
        if (end == start || (braced && (end == template.Length || template[end] != '}')))
            return null;
        at = braced ? end + 1 : end;
        return template[start..end];
    }

    private void AppendGroup(StringBuilder result, string name, ReadOnlySpan<int> groups)
    {
        if (name.All(char.IsAsciiDigit) && (name.Length == 1 || name[0] != '0'))
        {
            if (int.TryParse(name, out var number) && number < groups.Length / 2)
                AppendGroup(result, number, groups);
            return;
        }
        var named = Array.IndexOf(program.Names, name);
        if (named > 0)
            AppendGroup(result, named, groups);
    }

    private void AppendGroup(StringBuilder result, int number, ReadOnlySpan<int> groups)
    {
        if (groups[2 * number] >= 0)
            Append(result, text.AsSpan(groups[2 * number], groups[2 * number + 1] - groups[2 * number]));
    }

    private void Append(StringBuilder result, ReadOnlySpan<char> part)
    {
        budget.Allocate(part.Length * 2L);
        result.Append(part);
    }
}
