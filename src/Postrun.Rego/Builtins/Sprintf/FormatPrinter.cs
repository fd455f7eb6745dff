using System.Text;

namespace Postrun.Rego;

/// <summary>Walks through a format as Go's <c>fmt.Sprintf</c> does, mistakes included.</summary>
internal sealed class FormatPrinter(string format, FormatOperand[] operands, Budget budget)
{
    /// <summary>Greater widths and precisions are taken for mistakes.</summary>
    private const int MaxNumber = 1_000_000;

    private readonly StringBuilder output = new();
    private FormatFlags flags;
    private int at;
    private int next;
    private bool reordered;
    private bool goodIndex;
    private bool afterIndex;

    public string Print()
    {
        while (at < format.Length)
        {
            budget.Spend();
            var percent = format.IndexOf('%', at);
            Write(format.AsSpan(at, (percent < 0 ? format.Length : percent) - at));
            if (percent < 0)
                break;
            at = percent + 1;
            PrintVerb();
        }
        if (!reordered && next < operands.Length)
            WriteExtra();
        return output.ToString();
    }

    private void PrintVerb()
    {
        flags = default;
        (goodIndex, afterIndex) = (true, false);
        ReadFlags();
        ReadIndex();
        ReadWidth();
        if (at < format.Length && format[at] == '.')
            ReadPrecision();
        if (!afterIndex)
            ReadIndex();
        if (at >= format.Length)
        {
            Write("%!(NOVERB)");
            return;
        }
        var verb = CodePoints.At(format, at, out var width);
        at += width;
        if (verb == '%')
            Write("%");
        else if (!goodIndex)
            Write($"%!{char.ConvertFromUtf32(verb)}(BADINDEX)");
        else if (next >= operands.Length)
            Write($"%!{char.ConvertFromUtf32(verb)}(MISSING)");
        else
        {
            if (verb == 'v')
            {
                (flags.SharpV, flags.Sharp) = (flags.Sharp, false);
                (flags.PlusV, flags.Plus) = (flags.Plus, false);
            }
            Write(operands[next++], verb);
        }
    }

    private void ReadFlags()
    {
        for (; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '#':
                    flags.Sharp = true;
                    break;
                case '0':
                    flags.Zero = true;
                    break;
                case '+':
                    flags.Plus = true;
                    break;
                case '-':
                    flags.Minus = true;
                    break;
                case ' ':
                    flags.Space = true;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadWidth()
    {
        if (at < format.Length && format[at] == '*')
        {
            at++;
            flags.Width = ReadOperand();
            if (flags.Width is null)
                Write("%!(BADWIDTH)");
            if (flags.Width < 0)
                (flags.Width, flags.Minus, flags.Zero) = (-flags.Width, true, false);
            afterIndex = false;
            return;
        }
        flags.Width = ReadNumber();
        if (afterIndex && flags.Width is not null)
            goodIndex = false;
    }

    private void ReadPrecision()
    {
        at++;
        if (afterIndex)
            goodIndex = false;
        ReadIndex();
        if (at < format.Length && format[at] == '*')
        {
            at++;
            flags.Precision = ReadOperand();
            if (flags.Precision is null)
                Write("%!(BADPREC)");
            if (flags.Precision < 0)
                flags.Precision = null;
            afterIndex = false;
            return;
        }
        flags.Precision = ReadNumber() ?? 0;
    }

    /// <summary><c>[3]</c>: the next operand is the third.</summary>
    private void ReadIndex()
    {
        afterIndex = false;
        if (at >= format.Length || format[at] != '[')
            return;
        reordered = true;
        var close = format.Length - at < 3 ? -1 : format.IndexOf(']', at);
        if (close < 0)
        {
            goodIndex = false;
            at++;
            return;
        }
        var digits = format.AsSpan(at + 1, close - at - 1);
        afterIndex = digits.Length is > 0 and < 8 && !digits.ContainsAnyExceptInRange('0', '9');
        var index = afterIndex ? int.Parse(digits) - 1 : -1;
        at = close + 1;
        if (index >= 0 && index < operands.Length)
            next = index;
        else
            goodIndex = false;
    }

    private int? ReadOperand()
    {
        if (next >= operands.Length)
            return null;
        return operands[next++] is { Integer: { } value } && value >= -MaxNumber && value <= MaxNumber ? (int)value : null;
    }

    private int? ReadNumber()
    {
        int? number = null;
        for (; at < format.Length && char.IsAsciiDigit(format[at]); at++)
        {
            if (number > MaxNumber)
            {
                at = format.Length;
                return null;
            }
            number = (number ?? 0) * 10 + format[at] - '0';
        }
        return number;
    }

    private void Write(FormatOperand operand, int verb)
    {
        budget.Allocate(2L * ((flags.Width ?? 0) + (flags.Precision ?? 0)) + 64);
        var text = verb == 'T' ? TextFormat.Print(operand.TypeName, 's', flags, budget)
            : operand.Text is { } value ? TextFormat.Print(value, verb, flags, budget)
            : operand.Integer is { } integer ? IntegerFormat.Print(integer, operand.IsBig, verb, flags, budget)
            : FloatFormat.Print(operand.Real, verb, flags);
        if (text is not null)
            Write(text);
        else
            WriteBadVerb(operand, verb);
    }

    private void WriteBadVerb(FormatOperand operand, int verb)
    {
        var big = operand.IsBig;
        Write($"%!{char.ConvertFromUtf32(verb)}({(big ? "big.Int" : operand.TypeName)}=");
        if (big)
            Write(operand.Integer.ToString()!);
        else
            Write(operand, 'v');
        Write(")");
    }

    private void WriteExtra()
    {
        flags = default;
        Write("%!(EXTRA ");
        for (var i = next; i < operands.Length; i++)
        {
            budget.Spend();
            Write((i > next ? ", " : "") + operands[i].TypeName + "=");
            Write(operands[i], 'v');
        }
        Write(")");
    }

    private void Write(ReadOnlySpan<char> text)
    {
        budget.Allocate(text.Length * 2L);
        output.Append(text);
    }
}
