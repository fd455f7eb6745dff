using System.Buffers;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Secrets that only a general name gives away, and that were not drawn in a form of their own.</summary>
internal static class GenericSecret
{
    private static readonly SearchValues<byte> s_brackets = SearchValues.Create("{}<>()[]|\\,;*"u8);

    /// <summary>Whether it is one, its beginning tells: what is long is read again for each name in it.</summary>
    private const int LongestJudged = 512;

    private const int LongestPassphrase = 128;
    private const double MostWordsOfPassphrase = 0.7;
    private const int ShortestKey = 8;
    private const int ShortestBareKey = 10;

    /// <summary>A password, which a person may have thought of.</summary>
    internal static bool TryFindPassword(in Candidate candidate, out Hit hit) => TryFind(candidate, isToken: false, isPassword: true, out hit);

    /// <summary>A token, which is drawn at random; the same word names parts of texts.</summary>
    internal static bool TryFindToken(in Candidate candidate, out Hit hit) => TryFind(candidate, isToken: true, isPassword: false, out hit);

    /// <summary>A key or a secret, which is drawn at random.</summary>
    internal static bool TryFindKey(in Candidate candidate, out Hit hit) => TryFind(candidate, isToken: false, isPassword: false, out hit);

    private static bool TryFind(in Candidate candidate, bool isToken, bool isPassword, out Hit hit)
    {
        hit = default;
        if (!NamedValue.TryRead(candidate.Text, candidate.At, out var named))
            return false;
        var value = candidate.Text[named.Start..Math.Min(named.End, named.Start + LongestJudged)];
        if (!(isPassword ? IsPassword(value, named, candidate.Text) : IsKey(value, named, candidate.Text)))
            return false;
        if (IsPartOfType(candidate.Text, named) || SecretText.IsNothing(value) || SecretText.Repeats(value, named.Name)
            || !SecretName.IsOfSecret(named.Name, isToken))
            return false;
        hit = new(named.Start, named.End - named.Start, Confidence.Shape);
        return true;
    }

    private static bool IsPassword(ReadOnlySpan<byte> value, in NamedValue named, ReadOnlySpan<byte> text)
    {
        if (value.Length < 4 || !(IsText(value) || (named.Quoted && IsPassphrase(value))) || SecretText.IsPlace(value))
            return false;
        if (value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            return named.Quoted || value.Length >= 6;
        if (SecretText.IsNumber(value) || SecretText.IsVariable(value) || value.IndexOf("%s"u8) >= 0
            || value.StartsWith("\\x"u8) || value.StartsWith("\\u"u8))
            return false;
        var (digit, mark) = (SecretText.HasDigit(value), SecretText.HasMark(value));
        if (named.Quoted)
            return !IsName(value, digit, mark) && !(mark && !digit && Words.Letters(value) < 3);
        if (value.Length < 5 || IsCode(value, named, text))
            return false;
        return !IsName(value, digit, mark) || (digit && !SecretText.NamesSecret(value) && IsConfiguration(named, text));
    }

    private static bool IsKey(ReadOnlySpan<byte> value, in NamedValue named, ReadOnlySpan<byte> text)
    {
        if (value.Length < (named.Quoted ? ShortestKey : ShortestBareKey) || !IsText(value) || SecretText.IsNumber(value) || SecretText.IsPlace(value))
            return false;
        if (!named.Quoted && IsCode(value, named, text))
            return false;
        if (value.IndexOf("%s"u8) >= 0 || value.ContainsAny(s_brackets))
            return false;
        if (IsLabel(value, named.Quoted) || value.Count((byte)':') > 1)
            return false;
        var digit = SecretText.HasDigit(value);
        if (!digit && value.Length < 12 && !SecretText.HasMark(value))
            return false;
        return Entropy.Of(value) >= (value.Length < 16 ? 2.3 : 2.7) && Words.Share(value) < (!digit ? 0.5 : SecretText.NamesSecret(value) ? 0.4 : 0.7);
    }

    /// <summary>The name of an algorithm, in capitals, or a variable, in small letters: both are short, and joined by a mark.</summary>
    private static bool IsLabel(ReadOnlySpan<byte> value, bool quoted) => value.Length < 16 && value.ContainsAny((byte)'_', (byte)'-')
        && (!value.ContainsAnyInRange((byte)'a', (byte)'z') || (!quoted && !value.ContainsAnyInRange((byte)'A', (byte)'Z')));

    /// <summary><c>AWS::IAM::AccessKey</c> names a type of resource.</summary>
    private static bool IsPartOfType(ReadOnlySpan<byte> text, in NamedValue named) =>
        named.NameStart >= 2 && text[named.NameStart - 1] == ':' && text[named.NameStart - 2] == ':';

    /// <summary>A name rather than a password: words and perhaps a number, of which nothing else says that they are more.</summary>
    private static bool IsName(ReadOnlySpan<byte> value, bool digit, bool mark)
    {
        if (mark && (digit || Words.Letters(value) >= 4))
            return value[0] is (byte)'$' or (byte)'@' or (byte)'%' or (byte)'#' or (byte)'!' or (byte)'*' && !digit;
        var words = Words.Share(value);
        return words >= 0.6 && (!digit || SecretText.NamesSecret(value));
    }

    /// <summary>What follows shows that a value is computed there, or the value is one that code would name.</summary>
    private static bool IsCode(ReadOnlySpan<byte> value, in NamedValue named, ReadOnlySpan<byte> text)
    {
        if (SecretText.IsReference(value))
            return true;
        var next = named.End < text.Length ? text[named.End] : (byte)'\n';
        return next is (byte)'(' or (byte)'[' or (byte)'{' or (byte)'<' || value[0] is (byte)'/' or (byte)'-' or (byte)'.' or (byte)'=' or (byte)'%'
            || (next is (byte)')' or (byte)',' or (byte)';' && SecretText.IsWords(value, 0.5));
    }

    /// <summary>The value ends its line, or is followed by another pair: no code goes on behind it.</summary>
    private static bool IsConfiguration(in NamedValue named, ReadOnlySpan<byte> text) =>
        named.End >= text.Length || text[named.End] is (byte)' ' or (byte)'&' or (byte)'"' or (byte)'\'' or (byte)'\t';

    /// <summary>Words with spaces between them are a sentence, unless digits and marks stand among them.</summary>
    private static bool IsPassphrase(ReadOnlySpan<byte> value) => value.IndexOfAnyInRange((byte)0, (byte)0x1F) < 0 && value[0] is not ((byte)' ' or (byte)'<' or (byte)'{') && value[^1] != ' '
        && value.Length <= LongestPassphrase && SecretText.HasDigit(value) && SecretText.HasMark(value) && Words.Share(value) < MostWordsOfPassphrase;

    private static bool IsText(ReadOnlySpan<byte> value) => value.IndexOfAnyInRange((byte)0, (byte)' ') < 0 && value[0] != '<' && value[0] != '{';
}
