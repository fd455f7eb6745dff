namespace Postrun.Redaction.Forms;

/// <summary>What stands in the place of a value.</summary>
public enum RedactionForm
{
    /// <summary><c>[REDACTED:rule:0123456789abcdef]</c>: the rule and the pseudonym, which is the same for the same value under the same key.</summary>
    Label,

    /// <summary>Nothing.</summary>
    Remove,

    /// <summary>As many asterisks as it has bytes, for what has columns of fixed width.</summary>
    Mask,

    /// <summary>Asterisks but for the last four bytes, as on the receipt of a card; only asterisks where it has fewer than twelve.</summary>
    LastFour,

    /// <summary>
    /// Digits for digits, letters for letters, the same for the same value under the same key: for what reads the text with a form in
    /// mind. It may be found again, and redacted again.
    /// </summary>
    FormatPreserving,

    /// <summary><c>[REDACTED:rule:0123456789abcdef:JWE]</c>: encrypted for a recipient, who alone can have it back; over 8 KiB, a label.</summary>
    Sealed,
}
