namespace Postrun.Redaction.Detection;

/// <summary>Arrangements of bytes that are found many at a time by bit masks. <c>d</c> is a digit; the candidate begins where said.</summary>
internal enum Shape
{
    None,

    /// <summary><c>@</c> with a letter or digit on both sides; begins at the <c>@</c>.</summary>
    At,

    /// <summary><c>d.ddd.ddd</c> as in CPF, CNPJ, RG: two dots four apart, digits between and beside; begins at the first dot.</summary>
    DottedThousands,

    /// <summary><c>ddd-dd-dddd</c>; begins at the first hyphen.</summary>
    SocialSecurity,

    /// <summary>Four groups of up to three digits between dots; begins at the first dot.</summary>
    DottedQuad,

    /// <summary>Four digits, a space or hyphen, four digits, the same mark, as card numbers are written; begins at the first mark.</summary>
    CardGroups,

    /// <summary>13 or more digits that nothing interrupts; begins at the first of them.</summary>
    LongDigits,

    /// <summary>Two hexadecimal digits between colons or hyphens, at least twice; begins at the first mark.</summary>
    HexPairs,

    /// <summary><c>+d</c>; begins at the plus sign.</summary>
    Plus,

    /// <summary><c>dd)</c> as in <c>(11) 91234-5678</c>; begins at the closing bracket.</summary>
    AreaCode,

    /// <summary>24 or more bytes of the Base64 alphabets that nothing interrupts; begins at the first of them.</summary>
    Base64Run,
}
