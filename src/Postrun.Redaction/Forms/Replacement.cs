using Postrun.Redaction.Rules;
using Postrun.Redaction.Text;

namespace Postrun.Redaction.Forms;

/// <summary>Writes what stands in the place of the values of one text.</summary>
internal sealed class Replacement(RedactionOptions options)
{
    private const int Shown = 4;
    private const int ShortestShown = 12;

    /// <summary>A longer one would have a label that is longer than what a later scan looks at.</summary>
    private const int LongestSealed = 8 * 1024;

    private SealedText? _sealed;

    internal void Write(Rule rule, ReadOnlySpan<byte> value, Stream output)
    {
        var form = options.FormOf(rule);
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
            case RedactionForm.FormatPreserving:
                output.Write(LookAlike.Of(value, options.Key.Span));
                break;
            default:
                Span<byte> fingerprint = stackalloc byte[Fingerprint.Length];
                Fingerprint.Write(value, options.Key.Span, fingerprint);
                var isSealed = form == RedactionForm.Sealed && value.Length <= LongestSealed && options.Sealer is not null;
                Labels.Write(rule, fingerprint, isSealed ? (_sealed ??= options.Sealer!.Begin()).Encrypt(value) : null, output);
                break;
        }
    }

    /// <summary>Writes what stands in the place of more of a value, of which the beginning was written before.</summary>
    internal void WriteMore(Rule rule, int length, Stream output)
    {
        if (options.FormOf(rule) is RedactionForm.Mask or RedactionForm.LastFour or RedactionForm.FormatPreserving)
            Mask(length, output);
    }

    private static void Mask(int length, Stream output)
    {
        for (var i = 0; i < length; i++)
            output.WriteByte((byte)'*');
    }
}
