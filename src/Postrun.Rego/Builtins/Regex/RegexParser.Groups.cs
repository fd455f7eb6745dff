namespace Postrun.Rego;

internal sealed partial class RegexParser
{
    private RegexNode? ReadGroup()
    {
        var start = at++;
        if (!TryRead('?'))
            return ReadCapture(null);
        if (TryRead("P<") || (!AtEnd && pattern[at] == '<'))
        {
            if (pattern[at - 1] != '<')
                at++;
            var end = pattern.IndexOf('>', at);
            var name = end < 0 ? "" : pattern[at..end];
            if (name.Length == 0 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                throw new RegexSyntaxException("invalid named capture", end < 0 ? pattern[start..] : pattern[start..(end + 1)]);
            if (names.Contains(name))
                throw new RegexSyntaxException("invalid named capture", name);
            at = end + 1;
            return ReadCapture(name);
        }
        var changed = ReadFlags(start);
        if (pattern[at - 1] == ')')
        {
            flags = changed;
            return null;
        }
        var outer = flags;
        flags = changed;
        var body = ReadChoice();
        flags = outer;
        Close();
        return body;
    }

    private RegexNode.Group ReadCapture(string? name)
    {
        var number = names.Count;
        names.Add(name);
        var body = ReadChoice();
        Close();
        return new(number, body);
    }

    private void Close()
    {
        if (!TryRead(')'))
            throw new RegexSyntaxException("missing closing )", pattern);
    }

    /// <summary>Up to the colon or the parenthesis that ends them.</summary>
    private Flags ReadFlags(int start)
    {
        var changed = flags;
        bool on = true, any = false;
        while (!AtEnd)
        {
            var c = pattern[at++];
            switch (c)
            {
                case 'i':
                    changed = changed with { IgnoreCase = on };
                    break;
                case 'm':
                    changed = changed with { Lines = on };
                    break;
                case 's':
                    changed = changed with { DotAll = on };
                    break;
                case 'U':
                    changed = changed with { Lazy = on };
                    break;
                case '-' when on:
                    (on, any) = (false, false);
                    continue;
                case ':' or ')' when any || on:
                    return changed;
                default:
                    throw new RegexSyntaxException("invalid or unsupported Perl syntax", pattern[start..at]);
            }
            any = true;
        }
        throw new RegexSyntaxException("missing closing )", pattern);
    }
}
