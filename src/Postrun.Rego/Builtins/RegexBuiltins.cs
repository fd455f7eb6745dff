using System.Text;

namespace Postrun.Rego;

/// <summary>Regular expressions in the syntax of RE2.</summary>
internal static class RegexBuiltins
{
    private const string Special = @"\.+*?()|[]{}^$";

    public static readonly BuiltinFunction[] All =
    [
        new("regex.match", 2, Match),
        new("re_match", 2, Match),
        new("regex.is_valid", 1, IsValid),
        new("regex.find_n", 3, FindN),
        new("regex.find_all_string_submatch_n", 3, FindSubmatches),
        new("regex.replace", 3, Replace),
        new("regex.split", 2, Split),
        new("regex.template_match", 4, TemplateMatch),
        new("regex.globs_match", 2, GlobsMatch),
    ];

    private static RegoBoolean Match(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        var text = Operand.String(arguments, 1);
        return RegoBoolean.Of(Machine(context, pattern, text, captures: false).Find(0, anyMatch: true));
    }

    private static RegoBoolean IsValid(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[0] is not RegoString pattern)
            return RegoBoolean.False;
        try
        {
            RegexCache.Get(pattern.Value, context.Budget);
            return RegoBoolean.True;
        }
        catch (RegexSyntaxException)
        {
            return RegoBoolean.False;
        }
    }

    private static RegoArray FindN(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        var text = Operand.String(arguments, 1);
        var most = Operand.Int32(arguments, 2);
        var found = new List<RegoValue>();
        foreach (var groups in Matches(context, Machine(context, pattern, text, captures: false), text, most))
            found.Add(context.Text(text[groups[0]..groups[1]]));
        return new([.. found]);
    }

    private static RegoArray FindSubmatches(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        var text = Operand.String(arguments, 1);
        var most = Operand.Int32(arguments, 2);
        var found = new List<RegoValue>();
        foreach (var groups in Matches(context, Machine(context, pattern, text, captures: true), text, most))
        {
            context.Budget.Allocate(groups.Length * 8L + 32);
            var texts = new RegoValue[groups.Length / 2];
            for (var i = 0; i < texts.Length; i++)
                texts[i] = groups[2 * i] < 0 ? RegoString.Empty : context.Text(text[groups[2 * i]..groups[2 * i + 1]]);
            found.Add(new RegoArray(texts));
        }
        return new([.. found]);
    }

    private static RegoString Replace(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var pattern = Operand.String(arguments, 1);
        var replacement = Operand.String(arguments, 2);
        var program = Program(context, pattern);
        var template = new RegexTemplate(replacement, program, text, context.Budget);
        var result = new StringBuilder();
        var copied = 0;
        foreach (var groups in Matches(context, new(program, text, context.Budget, captures: true), text, -1))
        {
            context.Budget.Allocate((groups[0] - copied) * 2L);
            result.Append(text, copied, groups[0] - copied);
            template.Expand(result, groups);
            copied = groups[1];
        }
        if (copied == 0 && result.Length == 0)
            return (RegoString)arguments[0];
        result.Append(text, copied, text.Length - copied);
        return context.Text(result.ToString());
    }

    private static RegoArray Split(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pattern = Operand.String(arguments, 0);
        var text = Operand.String(arguments, 1);
        var machine = Machine(context, pattern, text, captures: false);
        if (pattern.Length > 0 && text.Length == 0)
            return new(RegoString.Empty);
        var parts = new List<RegoValue>();
        int begin = 0, end = 0;
        foreach (var groups in Matches(context, machine, text, -1))
        {
            end = groups[0];
            if (groups[1] != 0)
                parts.Add(context.Text(text[begin..end]));
            begin = groups[1];
        }
        if (end != text.Length)
            parts.Add(context.Text(text[begin..]));
        return new([.. parts]);
    }

    private static RegoBoolean TemplateMatch(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var template = Operand.String(arguments, 0);
        var text = Operand.String(arguments, 1);
        var open = Delimiter(arguments, 2, "start");
        var close = Delimiter(arguments, 3, "end");
        var pattern = new StringBuilder("^");
        int depth = 0, start = 0;
        context.Budget.Allocate(template.Length * 4L);
        for (var i = 0; i < template.Length; i++)
        {
            context.Budget.Spend();
            if (template[i] == open)
            {
                if (++depth == 1)
                    start = i + 1;
            }
            else if (template[i] == close)
            {
                if (--depth < 0)
                    break;
                if (depth > 0)
                    continue;
                var part = template[start..i];
                Program(context, $"^{part}$");
                pattern.Append('(').Append(part).Append(')');
            }
            else if (depth == 0)
                pattern.Append(Special.Contains(template[i]) ? "\\" : "").Append(template[i]);
        }
        if (depth != 0)
            throw new BuiltinException($"unbalanced braces in {QuotedText.Quote(template)}");
        return RegoBoolean.Of(Machine(context, pattern.Append('$').ToString(), text, captures: false).Find(0, anyMatch: true));
    }

    private static char Delimiter(ReadOnlySpan<RegoValue> arguments, int index, string name)
    {
        var text = Operand.String(arguments, index);
        var length = Encoding.UTF8.GetByteCount(text);
        return length == 1 ? text[0] : throw new BuiltinException($"{name} delimiter has to be exactly one character long but is {length} long");
    }

    private static RegoBoolean GlobsMatch(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var left = Operand.String(arguments, 0);
        var right = Operand.String(arguments, 1);
        return RegoBoolean.Of(GlobIntersection.IsNonEmpty(left, right, context.Budget));
    }

    /// <summary>The matches one after the other; an empty one right behind another does not count.</summary>
    private static IEnumerable<int[]> Matches(BuiltinContext context, RegexMachine machine, string text, int most)
    {
        var end = -1;
        for (var from = 0; from <= text.Length && most != 0 && machine.Find(from);)
        {
            var groups = machine.Groups;
            var accepted = groups[1] > groups[0] || groups[0] != end;
            (var empty, end) = (groups[1] == from, groups[1]);
            from = !empty ? end : from < text.Length ? from + CodePoints.Width(text, from) : from + 1;
            if (!accepted)
                continue;
            context.Budget.Allocate(16);
            most--;
            yield return groups;
        }
    }

    private static RegexMachine Machine(BuiltinContext context, string pattern, string text, bool captures) =>
        new(Program(context, pattern), text, context.Budget, captures);

    private static RegexProgram Program(BuiltinContext context, string pattern)
    {
        try
        {
            return RegexCache.Get(pattern, context.Budget);
        }
        catch (RegexSyntaxException wrong)
        {
            throw new BuiltinException(wrong.Message);
        }
    }
}
