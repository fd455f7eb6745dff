namespace Postrun.Redaction.Text;

/// <summary>How a text is compressed.</summary>
public enum TextCompression
{
    None,
    Gzip,
    Zstandard,
}
