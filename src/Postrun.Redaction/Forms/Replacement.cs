using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Forms;

/// <summary>Writes what stands in the place of a value.</summary>
internal static class Replacement
{
    private const int Shown = 4;
    private const int ShortestShown = 12;

    internal static void Write(RedactionForm form, Rule rule, ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, Stream output)
    {
        switch (form)
        {
            case RedactionForm.Remove:
                break;
            case RedactionForm.Mask:
                Mask(value.Length, output);
                break;
            case RedactionForm.LastFour:
                var shown = value.Length < ShortestShown ? 0 : Shown;
                Mask(value.Length - shown, output);
                output.Write(value[^shown..]);
                break;
            default:
                Span<byte> fingerprint = stackalloc byte[Fingerprint.Length];
                Fingerprint.Write(value, key, fingerprint);
                Labels.Write(rule, fingerprint, output);
                break;
        }
    }

    private static void Mask(int length, Stream output)
    {
        for (var i = 0; i < length; i++)
            output.WriteByte((byte)'*');
    }
}
