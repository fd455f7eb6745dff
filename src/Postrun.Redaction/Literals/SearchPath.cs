namespace Postrun.Redaction.Literals;

/// <summary>How many bytes are looked at together. All ways find the same.</summary>
internal enum SearchPath
{
    Scalar = 1,
    Bits128 = 16,
    Bits256 = 32,
}
