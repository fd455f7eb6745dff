namespace Postrun.Redaction.Text;

/// <summary>How a text is stored. A redacted copy is stored in the same way.</summary>
public enum TextKind
{
    /// <summary>UTF-8, or any encoding that contains ASCII.</summary>
    Utf8,

    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>Neither text nor compressed text: it is not looked into, and a copy is the same.</summary>
    Binary,
}
