using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Scanning;

/// <summary>Looks byte by byte whether there is a shape where a gate is open, and adds it.</summary>
internal readonly ref struct ShapePlaces(ReadOnlySpan<byte> text, int from, int to, List<ShapeHit> hits)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly int _first = hits.Count;

    internal void Look(int at, Gate gate)
    {
        switch (gate)
        {
            case Gate.Run:
                Run(at - ValueRun.Shortest + 1);
                break;
            case Gate.Group:
                Group(at);
                break;
            default:
                Other(at);
                break;
        }
    }

    /// <summary>The byte tells which of the gates it may be that is open; the places look at all that they need.</summary>
    private void Other(int at)
    {
        switch (_text[at])
        {
            case (byte)'@':
                AddIf(ShapeForms.IsWord(_text, at - 1) && ShapeForms.IsWord(_text, at + 1), at, Shape.At);
                break;
            case (byte)'.':
                ThirdDot(at);
                break;
            case (byte)')':
                Close(at);
                break;
            case (byte)' ':
                ThirdSpace(at);
                break;
            case (byte)':':
                ThirdPair(at);
                AddIf(ShapeForms.IsHextets(_text, at - 4), at - 4, Shape.Hextets);
                break;
            case (byte)'-':
                ThirdPair(at);
                Hyphen(at);
                Letter(at);
                break;
            case >= (byte)'0' and <= (byte)'9':
                NinthDigit(at);
                Plus(at - 1);
                break;
            case >= (byte)'A' and <= (byte)'Z':
                Letter(at);
                Forms(at - 15, Shape.FiscalCode, "AAAAAAddAddAdddA"u8);
                break;
        }
    }

    private void NinthDigit(int at)
    {
        var start = at - 8;
        if (!ShapeForms.Begins(_text, start, "ddddddddd"u8) || ShapeForms.IsDigit(_text, start - 1))
            return;
        var end = at + 1;
        while (end < _text.Length && end - start <= 40 && ShapeForms.IsDigit(_text, end))
            end++;
        BankAccount(start);
        if (ShapeForms.IsWord(_text, start - 1) || ShapeForms.IsWord(_text, end))
            return;
        var length = end - start;
        AddIf(length == 9, start, Shape.NineDigits);
        AddIf(length == 10, start, Shape.TenDigits);
        AddIf(length == 11 || (length == 9 && ShapeForms.Stands(_text, start, "ddddddddd-dd"u8)), start, Shape.ElevenDigits);
        AddIf(length == 15, start, Shape.FifteenDigits);
        AddIf(length is >= 14 and <= 16 && _text[start] is >= (byte)'2' and <= (byte)'6', start, Shape.CardNumber);
    }

    /// <summary>Nine digits stand in it: its beginning is looked for.</summary>
    private void BankAccount(int digits)
    {
        var start = digits;
        while (start > 0 && digits - start < 34 && ShapeForms.IsUpperOrDigit(_text[start - 1]))
            start--;
        AddIf(ShapeForms.IsBankAccount(_text, start), start, Shape.BankAccount);
    }

    private void ThirdPair(int at)
    {
        // Times have no three more.
        var mark = (char)_text[at];
        if (ShapeForms.IsByte(_text, at - 3, mark) && ShapeForms.IsByte(_text, at + 3, mark))
            Forms(at - 8, Shape.HexPairs, "hh:hh:hh:hh:hh:hh"u8, "hh-hh-hh-hh-hh-hh"u8);
    }

    private void Letter(int at)
    {
        var end = _text[at] == '-' ? at + 1 : at;
        AddIf(IsDigitsAndLetter(at - 8, end), at - 8, Shape.DigitsAndLetter);
    }

    private bool IsDigitsAndLetter(int start, int letter)
    {
        if (start < 0 || letter >= _text.Length || !char.IsAsciiLetterUpper((char)_text[letter]))
            return false;
        return (ShapeForms.Begins(_text, start, "dddddddd"u8) || (_text[start] is (byte)'X' or (byte)'Y' or (byte)'Z' && ShapeForms.Begins(_text, start + 1, "ddddddd"u8)))
            && !ShapeForms.IsWord(_text, start - 1) && !ShapeForms.IsWord(_text, letter + 1);
    }

    private void Group(int at)
    {
        if (ShapeForms.IsByte(_text, at - 3, '-'))
        {
            Forms(at - 8, Shape.PostalCode, "ddddd-ddd"u8);
            return;
        }
        // Before the mark stand two digits at least, in every form.
        var mark = ShapeForms.IsDigit(_text, at - 4) ? at - 5 : at - 4;
        if (!ShapeForms.IsDigit(_text, mark - 1) || !ShapeForms.IsDigit(_text, mark - 2))
            return;
        // Only one form has dots.
        if (_text[mark] == '.')
        {
            Forms(at - 11, Shape.TenDigits, "ddd.ddd.dddd"u8);
            return;
        }
        Forms(at - 10, Shape.NineDigits, "ddd-dd-dddd"u8, "ddd dd dddd"u8);
        Forms(at - 11, Shape.TenDigits, "ddd-ddd-dddd"u8, "ddd ddd dddd"u8);
        Forms(at - 12, Shape.AreaCode, "dd ddddd-dddd"u8, "dd-ddddd-dddd"u8);
        if (ShapeForms.Begins(_text, at - 8, "dddd dddd"u8))
            for (var start = at - 13; start >= at - 23; start -= 5)
                AddIf(ShapeForms.IsBankAccount(_text, start), start, Shape.BankAccount);
        Forms(at - 12, Shape.FifteenDigits, "ddd dddd dddd dddd"u8);
        Cards(at - 8, "dddd-dddd-dddd-dddd"u8, "dddd dddd dddd dddd"u8);
        Cards(at - 16, "dddd-dddddd-ddddd"u8, "dddd dddddd ddddd"u8);
        Cards(at - 15, "dddd-dddddd-dddd"u8, "dddd dddddd dddd"u8);
    }

    private void Forms(int start, Shape shape, ReadOnlySpan<byte> one, ReadOnlySpan<byte> two = default, ReadOnlySpan<byte> three = default) =>
        AddIf(ShapeForms.Stands(_text, start, one)
            || (!two.IsEmpty && ShapeForms.Stands(_text, start, two))
            || (!three.IsEmpty && ShapeForms.Stands(_text, start, three)), start, shape);

    private void Cards(int start, ReadOnlySpan<byte> hyphens, ReadOnlySpan<byte> spaces)
    {
        if (start >= 0 && _text[start] is >= (byte)'2' and <= (byte)'6')
            Forms(start, Shape.CardNumber, hyphens, spaces);
    }

    private void Hyphen(int at)
    {
        // Each form has a mark so many bytes before its hyphen.
        if (ShapeForms.IsByte(_text, at - 4, '.'))
        {
            Forms(at - 11, Shape.ElevenDigits, "ddd.ddd.ddd-dd"u8);
            Forms(at - 9, Shape.DottedIdentity, "d.ddd.ddd-d"u8, "d.ddd.ddd-X"u8, "d.ddd.ddd-x"u8);
            Forms(at - 10, Shape.DottedIdentity, "dd.ddd.ddd-d"u8, "dd.ddd.ddd-X"u8, "dd.ddd.ddd-x"u8);
        }
        else if (ShapeForms.IsByte(_text, at - 3, '.'))
        {
            Forms(at - 12, Shape.ElevenDigits, "ddd.ddddd.dd-d"u8);
        }
        else if (ShapeForms.IsByte(_text, at - 5, '/'))
        {
            Forms(at - 15, Shape.Company, "xx.xxx.xxx/xxxx-dd"u8);
        }
    }

    private void ThirdSpace(int at)
    {
        Forms(at - 10, Shape.ElevenDigits, "dd ddd ddd ddd"u8);
        Forms(at - 18, Shape.FifteenDigits, "d dd dd dd ddd ddd dd"u8, "d dd dd dA ddd ddd dd"u8);
    }

    private void ThirdDot(int at)
    {
        var start = at;
        for (var group = 0; group < 3; group++)
        {
            var end = --start;
            while (end - start < 3 && ShapeForms.IsDigit(_text, start))
                start--;
            if (group < 2 && !ShapeForms.IsByte(_text, start, '.'))
                return;
        }
        AddIf(ShapeForms.IsQuad(_text, start + 1), start + 1, Shape.DottedQuad);
    }

    private void Plus(int at) =>
        AddIf(ShapeForms.IsByte(_text, at, '+') && _text[at + 1] != '0' && !(at > 0 && ValueRun.IsMember(_text[at - 1])), at, Shape.International);

    private void Close(int at)
    {
        var open = ShapeForms.IsByte(_text, at - 3, '(') ? at - 3 : at - 4;
        if (!ShapeForms.IsByte(_text, open, '(') || !ShapeForms.Begins(_text, open + 1, "ddd"u8[(4 - at + open)..]))
            return;
        var next = ShapeForms.IsByte(_text, at + 1, ' ') ? at + 2 : at + 1;
        AddIf(ShapeForms.IsDigit(_text, next), open, Shape.AreaCode);
        AddIf(at - open == 4 && ShapeForms.Begins(_text, next, "ddd-dddd"u8) && !ShapeForms.IsWord(_text, next + 8), open, Shape.TenDigits);
    }

    private void Run(int start)
    {
        AddIf(ShapeForms.IsBase64Run(_text, start), start, Shape.Base64Run);
        AddIf(start == 0 || !ValueRun.IsMember(_text[start - 1]), start, Shape.ValueRun);
    }

    private void AddIf(bool stands, int at, Shape shape)
    {
        if (!stands || at < from || at >= to)
            return;
        var hit = new ShapeHit(at, shape);
        var index = hits.Count;
        while (index > _first && (hits[index - 1].At > at || (hits[index - 1].At == at && hits[index - 1].Shape > shape)))
            index--;
        if (index > _first && hits[index - 1] == hit)
            return;
        if (index == hits.Count)
            hits.Add(hit);
        else
            hits.Insert(index, hit);
    }
}
