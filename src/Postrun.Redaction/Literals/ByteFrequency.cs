namespace Postrun.Redaction.Literals;

/// <summary>How often a byte stands in logs, roughly, in thousandths: so that what is looked for first is what is rare.</summary>
internal static class ByteFrequency
{
    internal static double Of(byte value) => (char)value switch
    {
        ' ' => 120,
        >= '0' and <= '9' => 25,
        '.' => 30,
        ':' or '=' or '-' or '/' or '"' => 15,
        '_' or ',' => 12,
        'e' or 't' or 'a' or 'o' or 'i' or 'n' or 's' or 'r' => 35,
        'l' or 'c' or 'd' or 'p' or 'm' or 'g' or 'u' => 20,
        >= 'a' and <= 'z' => 8,
        >= 'A' and <= 'Z' => 4,
        _ => 2,
    };
}
