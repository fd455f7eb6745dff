using System.Numerics;

namespace Postrun.Rego;

/// <summary>What a verb prints: a text, an integer or a floating-point number.</summary>
internal readonly struct FormatOperand
{
    public FormatOperand(string text) => Text = text;

    public FormatOperand(BigInteger integer) => Integer = integer;

    public FormatOperand(double real) => Real = real;

    public string? Text { get; }

    public BigInteger? Integer { get; }

    public double Real { get; }

    public bool IsBig => Integer is { } value && (value < long.MinValue || value > long.MaxValue);

    /// <summary>As Go calls it.</summary>
    public string TypeName => Text is not null ? "string" : Integer is null ? "float64" : IsBig ? "*big.Int" : "int";
}

/// <summary>What stands between the percent sign and the verb.</summary>
internal struct FormatFlags
{
    public bool Sharp;
    public bool Zero;
    public bool Plus;
    public bool Minus;
    public bool Space;

    /// <summary><c>%#v</c> is a literal of Go rather than what <c>#</c> means elsewhere.</summary>
    public bool SharpV;

    /// <summary><c>%+v</c>: of the numbers here, the big ones alone heed it.</summary>
    public bool PlusV;
    public int? Width;
    public int? Precision;
}
