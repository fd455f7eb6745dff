namespace Postrun.Redaction.Detection;

/// <summary>Arrangements of digits and marks that are found many bytes at a time by bit masks.</summary>
/// <remarks>
/// <c>d</c> is a digit, <c>h</c> a hexadecimal digit of either case, <c>A</c> an upper-case letter, <c>x</c> a digit or an upper-case
/// letter. A candidate begins at the first byte of the arrangement. Unless it is said otherwise neither a letter, a digit nor <c>_</c>
/// stands right before or right after it; marks may.
/// </remarks>
internal enum Shape
{
    None,

    /// <summary><c>@</c> with a letter, a digit or <c>_</c> on both sides.</summary>
    At,

    /// <summary>Four groups of one to three digits with dots between them.</summary>
    DottedQuad,

    /// <summary><c>2hhh:</c> and groups of up to four <c>h</c>, until <c>::</c> or the seventh colon, as global addresses begin; no colon before it, anything after it.</summary>
    Hextets,

    /// <summary>Six <c>hh</c> with five colons or five hyphens between them.</summary>
    HexPairs,

    /// <summary><c>+d</c>, the digit not 0, and before it none of the bytes of <see cref="Base64Run"/>, after it anything.</summary>
    International,

    /// <summary><c>(dd)d</c>, <c>(ddd)d</c>, either with a space before the last digit, or <c>dd ddddd-dddd</c>, <c>dd-ddddd-dddd</c>. Around those with brackets anything may stand.</summary>
    AreaCode,

    /// <summary><c>ddddddddd</c>; <c>ddd-dd-dddd</c> with hyphens, or with spaces.</summary>
    NineDigits,

    /// <summary><c>dddddddddd</c>; <c>ddd-ddd-dddd</c> with hyphens, dots or spaces; <c>(ddd) ddd-dddd</c> with or without the space, and whatever stands before it.</summary>
    TenDigits,

    /// <summary><c>ddddddddddd</c>; <c>ddd.ddd.ddd-dd</c>; <c>ddd.ddddd.dd-d</c>; <c>ddddddddd-dd</c>; <c>dd ddd ddd ddd</c>.</summary>
    ElevenDigits,

    /// <summary><c>ddddddddddddddd</c>; <c>ddd dddd dddd dddd</c>; <c>d dd dd dd ddd ddd dd</c>, where the fourth group may be <c>dA</c>.</summary>
    FifteenDigits,

    /// <summary>14 to 16 digits; groups of 4, 4, 4 and 4, of 4, 6 and 5, or of 4, 6 and 4, with spaces or hyphens. The first is 2 to 6.</summary>
    CardNumber,

    /// <summary><c>d.ddd.ddd-</c> or <c>dd.ddd.ddd-</c>, and a digit, <c>X</c> or <c>x</c>.</summary>
    DottedIdentity,

    /// <summary><c>xx.xxx.xxx/xxxx-dd</c>.</summary>
    Company,

    /// <summary><c>ddddd-ddd</c>.</summary>
    PostalCode,

    /// <summary>Eight digits, or <c>X</c>, <c>Y</c> or <c>Z</c> and seven digits, and <c>A</c>; a hyphen may stand before it.</summary>
    DigitsAndLetter,

    /// <summary>
    /// <c>AAdd</c> and 11 to 30 <c>x</c>, nine digits in a row among them and <c>dd</c>; or <c>AAdd</c> and groups of four <c>x</c>, each after a space,
    /// of which the first and second, the second and third, or the third and fourth are <c>dddd</c>; after these anything may stand.
    /// </summary>
    BankAccount,

    /// <summary><c>AAAAAAxxAxxAxxxA</c> with digits for <c>x</c>.</summary>
    FiscalCode,

    /// <summary>
    /// 24 or more letters, digits, <c>+</c>, <c>/</c>, <c>-</c> and <c>_</c>, and none of them before it. The first 32 of them hold two upper-case and two lower-case
    /// letters and a digit, at most four of the marks, and not marks of both alphabets: paths, words and hexadecimal digests are none.
    /// </summary>
    Base64Run,

    /// <summary>A <see cref="Detection.ValueRun"/>, and none of its bytes before it.</summary>
    ValueRun,
}
