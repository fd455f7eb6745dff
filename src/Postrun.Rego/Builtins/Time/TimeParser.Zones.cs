namespace Postrun.Rego;

internal sealed partial class TimeParser
{
    private string? ZoneName()
    {
        if (Literal("UTC"))
        {
            offset = 0;
            return null;
        }
        var length = ZoneNames.Length(Rest);
        if (length == 0)
            return "";
        // Names of zones mean different things in different places: only those say how far they are from UTC that have a number.
        at += length;
        return null;
    }

    private string? Offset(ReadOnlySpan<char> form)
    {
        if (form[0] == 'Z' && Literal("Z"))
        {
            offset = 0;
            return null;
        }
        if (at + form.Length > value.Length || value[at] is not ('+' or '-'))
            return "";
        var text = value.AsSpan(at, form.Length);
        Span<int> parts = [0, 0, 0];
        var count = 0;
        for (var i = 1; i < form.Length;)
        {
            if (form[i] == ':')
            {
                if (text[i++] != ':')
                    return "";
                continue;
            }
            if (!char.IsAsciiDigit(text[i]) || !char.IsAsciiDigit(text[i + 1]))
                return "";
            parts[count++] = (text[i] - '0') * 10 + text[i + 1] - '0';
            i += 2;
        }
        if (parts[0] > 24)
            return "time zone offset hour";
        if (parts[1] > 59)
            return "time zone offset minute";
        if (parts[2] > 59)
            return "time zone offset second";
        offset = (parts[0] * 3_600 + parts[1] * 60 + parts[2]) * (text[0] == '-' ? -1 : 1);
        at += form.Length;
        return null;
    }
}
